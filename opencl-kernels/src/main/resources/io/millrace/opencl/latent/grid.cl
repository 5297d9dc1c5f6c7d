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

// y = x + b2, an item a channel of a token: a row's tokens are the inner index.
kernel void grid_plain(
    uint row_count,
    uint2 by_rows,
    uint rows,
    uint columns,
    ulong first,
    const global float *restrict bias2,
    const global float *restrict fields,
    global float *restrict y) {
    uint column = get_global_id(0);
    uint place = get_global_id(1);
    if (place >= row_count) {
        return;
    }
    uint plane = divide(place, by_rows);
    uint frame = plane / PATCH_CHANNELS;
    uint c = plane - frame * PATCH_CHANNELS;
    const global float *field = fields + (first + frame) * ((ulong) rows * columns * PATCH_CHANNELS);
    y[(size_t) place * columns + column] = field[cell(c, place - plane * rows, column, rows, columns)] + bias2[c];
}

// Rows of a channel in its frame of zeros: in one dimension there are none above and below.
#define PADDED(rows) ((rows) + 2 * (DIMENSIONS - 1))

// The channels, each in a frame of zeros: a row's numbers are the inner index.
kernel void grid_pad(
    uint row_count,
    uint2 by_padded,
    uint rows,
    uint columns,
    ulong first,
    const global float *restrict fields,
    global float *restrict x) {
    uint j = get_global_id(0);
    uint place = get_global_id(1);
    if (place >= row_count) {
        return;
    }
    uint plane = divide(place, by_padded);
    uint frame = plane / PATCH_CHANNELS;
    uint c = plane - frame * PATCH_CHANNELS;
    // one before the first is 2^32 - 1, which is not below the number of them
    uint row = place - plane * PADDED(rows) - (DIMENSIONS - 1);
    uint column = j - 1;
    bool inside = row < rows && column < columns;
    const global float *field = fields + (first + frame) * ((ulong) rows * columns * PATCH_CHANNELS);
    float value = field[inside ? cell(c, row, column, rows, columns) : 0];
    x[(size_t) place * (columns + 2) + j] = inside ? value : 0.0f;
}

// y = x + W2·gelu(W1 ∗ x + b1) + b2, an item a token with all its channels: a row's tokens are the inner index.
kernel void grid_residual(
    uint row_count,
    uint2 by_rows,
    uint rows,
    uint columns,
    const global float *restrict weights1,
    const global float *restrict bias1,
    const global float *restrict weights2,
    const global float *restrict bias2,
    const global float *restrict x,
    global float *restrict y) {
    uint column = get_global_id(0);
    uint place = get_global_id(1);
    if (place >= row_count) {
        return;
    }
    uint frame = divide(place, by_rows);
    uint row = place - frame * rows;
    size_t stride = columns + 2;
    size_t plane = PADDED(rows) * stride;
    const global float *corner = x + frame * PATCH_CHANNELS * plane + row * stride;
    float r[PATCH_CHANNELS];
    for (uint c = 0; c < PATCH_CHANNELS; c++) {
        r[c] = bias2[c];
    }
    for (uint k = 0; k < HIDDEN; k++) {
        float hidden = bias1[k];
        for (uint c = 0; c < PATCH_CHANNELS; c++) {
            for (uint tap = 0; tap < TAPS; tap++) {
                float value = corner[c * plane + tap / 3 * stride + column + tap % 3];
                hidden = fma(weights1[(k * PATCH_CHANNELS + c) * TAPS + tap], value, hidden);
            }
        }
        float active = gelu_f(hidden);
        for (uint c = 0; c < PATCH_CHANNELS; c++) {
            r[c] = fma(active, weights2[c * HIDDEN + k], r[c]);
        }
    }
    for (uint c = 0; c < PATCH_CHANNELS; c++) {
        float value = corner[c * plane + (DIMENSIONS - 1) * stride + column + 1];
        y[((size_t) (frame * PATCH_CHANNELS + c) * rows + row) * columns + column] = value + r[c];
    }
}

// Means over bins, an item a channel of a bin: bins are the inner index.
kernel void grid_pool(
    uint row_count,
    uint patches,
    uint tokens,
    const global uint *restrict bins,
    const global float *restrict reciprocals,
    const global float *restrict y,
    global float *restrict pooled) {
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
    const global float *restrict weights,
    const global float *restrict base,
    const global float *restrict pooled,
    global float *restrict latents) {
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
