// Twin of io.millrace.latent.grid: GridTables has the formulas. Class: reproducible.
//
// The host defines DIMENSIONS (1 or 2), PATCH, PATCH_CHANNELS, HIDDEN and TAPS: GridShape has them. A frame's tokens are (PATCH_CHANNELS, rows·columns), its pooled ones
// (tokens, PATCH_CHANNELS).

// Where channel c of the patch at a row and a column stands in its field; c counts the field's channels, in them rows, then columns, of a patch.
static uint cell(uint c, uint row, uint column, uint rows, uint columns) {
#if DIMENSIONS == 1
    return (c / PATCH * columns + column) * PATCH + c % PATCH;
#else
    uint i = c / PATCH;
    return ((i / PATCH * rows + row) * PATCH + i % PATCH) * columns * PATCH + column * PATCH + c % PATCH;
#endif
}

// Gelu.gelu(float): max(x, 0) - t·Q(t), t = |x|, 2Q = p⁴.
static float gelu_f(float x) {
    float t = fabs(x);
    t = t > 5.75f ? 5.75f : t;
    float p = fma(-0x1.2dc256p-27f, t, 0x1.262bfcp-22f);
    p = fma(p, t, -0x1.b8d11p-19f);
    p = fma(p, t, 0x1.14fed4p-16f);
    p = fma(p, t, -0x1.755e4cp-18f);
    p = fma(p, t, -0x1.a144e8p-13f);
    p = fma(p, t, -0x1.18939cp-12f);
    p = fma(p, t, 0x1.33a9bcp-8f);
    p = fma(p, t, 0x1.652dbep-8f);
    p = fma(p, t, -0x1.e8e49p-5f);
    p = fma(p, t, -0x1.98848p-3f);
    p = fma(p, t, 1.0f);
    float square = p * p;
    float y = fma(square * square, -0.5f * t, x > 0.0f ? x : 0.0f);
    return x != x ? NAN_F : y;
}

// y = x + b2, an item a channel of a token: tokens are the inner index.
kernel void grid_plain(
    uint row_count,
    uint2 by_columns,
    uint rows,
    uint columns,
    ulong first,
    const global float *bias2,
    const global float *fields,
    global float *y) {
    uint n = get_global_id(0);
    uint place = get_global_id(1);
    if (place >= row_count) {
        return;
    }
    uint frame = place / PATCH_CHANNELS;
    uint c = place - frame * PATCH_CHANNELS;
    uint row = divide(n, by_columns);
    const global float *field = fields + (first + frame) * ((ulong) rows * columns * PATCH_CHANNELS);
    y[(size_t) place * rows * columns + n] = field[cell(c, row, n - row * columns, rows, columns)] + bias2[c];
}

// y = x + W2·gelu(W1 ∗ x + b1) + b2, an item a token with all its channels: tokens are the inner index.
kernel void grid_residual(
    uint frame_count,
    uint2 by_columns,
    uint rows,
    uint columns,
    ulong first,
    const global float *weights1,
    const global float *bias1,
    const global float *weights2,
    const global float *bias2,
    const global float *fields,
    global float *y) {
    uint n = get_global_id(0);
    uint frame = get_global_id(1);
    if (frame >= frame_count) {
        return;
    }
    uint row = divide(n, by_columns);
    uint column = n - row * columns;
    const global float *field = fields + (first + frame) * ((ulong) rows * columns * PATCH_CHANNELS);
    float r[PATCH_CHANNELS];
    for (uint c = 0; c < PATCH_CHANNELS; c++) {
        r[c] = bias2[c];
    }
    for (uint k = 0; k < HIDDEN; k++) {
        const global float *weight = weights1 + k * (PATCH_CHANNELS * TAPS);
        float hidden = bias1[k];
        for (uint c = 0; c < PATCH_CHANNELS; c++) {
            for (uint tap = 0; tap < TAPS; tap++) {
                // one before the first is 2^32 - 1, which is not below the number of them
                uint to_row = row + (DIMENSIONS == 1 ? 0 : tap / 3) - (DIMENSIONS - 1);
                uint to_column = column + tap % 3 - 1;
                bool inside = to_row < rows && to_column < columns;
                uint at = cell(c, inside ? to_row : row, inside ? to_column : column, rows, columns);
                hidden = fma(weight[c * TAPS + tap], inside ? field[at] : 0.0f, hidden);
            }
        }
        float active = gelu_f(hidden);
        for (uint c = 0; c < PATCH_CHANNELS; c++) {
            r[c] = fma(active, weights2[c * HIDDEN + k], r[c]);
        }
    }
    size_t patches = (size_t) rows * columns;
    for (uint c = 0; c < PATCH_CHANNELS; c++) {
        y[((size_t) frame * PATCH_CHANNELS + c) * patches + n] = field[cell(c, row, column, rows, columns)] + r[c];
    }
}

// Means over bins, an item a channel of a bin: bins are the inner index.
kernel void grid_pool(
    uint row_count,
    uint patches,
    uint tokens,
    const global uint *bins,
    const global float *reciprocals,
    const global float *y,
    global float *pooled) {
    uint l = get_global_id(0);
    uint place = get_global_id(1);
    if (place >= row_count) {
        return;
    }
    uint frame = place / PATCH_CHANNELS;
    uint c = place - frame * PATCH_CHANNELS;
    const global float *channel = y + (size_t) place * patches;
    float sum = 0.0f;
    for (uint n = bins[2 * l]; n < bins[2 * l + 1]; n++) {
        sum = sum + channel[n];
    }
    pooled[((size_t) frame * tokens + l) * PATCH_CHANNELS + c] = sum * reciprocals[l];
}

// The linear layer, an item a number of a latent: the width is the inner index.
kernel void grid_linear(
    uint row_count,
    uint2 by_tokens,
    uint tokens,
    uint width,
    ulong first,
    const global float *weights,
    const global float *base,
    const global float *pooled,
    global float *latents) {
    uint d = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= row_count) {
        return;
    }
    uint l = row - divide(row, by_tokens) * tokens;
    float sum = base[(size_t) l * width + d];
    for (uint c = 0; c < PATCH_CHANNELS; c++) {
        sum = fma(pooled[(size_t) row * PATCH_CHANNELS + c], weights[c * width + d], sum);
    }
    latents[(first * tokens + row) * width + d] = sum;
}
