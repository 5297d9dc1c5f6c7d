// Twin of WaveScalar, Projector and ProjectionScalar: the strains of all detectors, (F₊h₊ + F×h×)·e^(−2πifτ)·weight
// + noise. Bins without a signal go the same way, for the signs of their zeros. Class: reproducible.

// h₊ and h× of a tile, real and imaginary parts; the first two begin as its phase and amplitude.
INLINE void tile_polarizations(
    const global double *restrict signal, Tile tile, local double *restrict plus_re, local double *restrict plus_im,
    local double *restrict cross_re, local double *restrict cross_im) {
    double p_re = signal[SIGNAL_PLUS];
    double p_im = signal[SIGNAL_PLUS + 1];
    double x_re = signal[SIGNAL_CROSS];
    double x_im = signal[SIGNAL_CROSS + 1];
    EACH(bin, tile.from, tile.to) {
        uint i = bin - tile.base;
        double turns = plus_re[i];
        double c = turns_cos_of(turns) * plus_im[i];
        double s = turns_sin_of(turns) * plus_im[i];
        plus_re[i] = fma(s, p_im, c * p_re);
        plus_im[i] = fma(c, p_im, s * -p_re);
        cross_re[i] = fma(s, x_im, c * x_re);
        cross_im[i] = fma(c, x_im, s * -x_re);
    }
}

INLINE void clear(local double *out, uint base, uint from, uint to) {
    EACH(bin, from, to) {
        out[bin - base] = 0;
    }
}

INLINE void clear_outside(local double *out, Tile tile) {
    clear(out, tile.base, tile.base, tile.from);
    clear(out, tile.base, tile.to, tile.end);
}

// One detector's bins from … to − 1.
INLINE void project(
    const global double *restrict antenna, const global double *restrict grid, uint bins, uint detector, uint base,
    uint from, uint to, bool noisy, ulong index, uint2 key, const local double *restrict plus_re,
    const local double *restrict plus_im, const local double *restrict cross_re,
    const local double *restrict cross_im, global Complex *restrict out, size_t element) {
    double f_plus = antenna[0];
    double f_cross = antenna[1];
    double tau = antenna[2];
    uint lane = (uint) antenna[3];
    EACH(bin, from, to) {
        uint i = bin - base;
        double re = fma(cross_re[i], f_cross, plus_re[i] * f_plus);
        double im = fma(cross_im[i], f_cross, plus_im[i] * f_plus);
        // f·τ less its nearest integer, plus the rounding error of the product
        double f = grid_at(grid, GRID_FREQUENCY, bins, bin);
        double product = f * tau;
        double error = fma(f, tau, -product);
        double turns = product - ((product + SHIFT_D) - SHIFT_D) + error;
        double weight = grid_at(grid, GRID_WEIGHT + 2 * detector, bins, bin);
        double c = turns_cos_of(turns) * weight;
        double s = turns_sin_of(turns) * weight;
        double x = fma(im, s, re * c);
        double y = fma(re, -s, im * c);
        if (noisy) {
            double sigma = grid_at(grid, GRID_DEVIATION + 2 * detector, bins, bin);
            double2 normals = normals_d_at(bin, lane, index, key);
            x = fma(normals.x, sigma, x);
            y = fma(normals.y, sigma, y);
        }
        store(out, element + bin, x, y);
    }
}

kernel void strain(
    const uint groups, const uint tiles, const uint width, const uint bins, const global double *restrict signals,
    const global double *restrict grid, const uint detectors, const uint noisy_from, const ulong first,
    const uint2 key, global Complex *restrict strains) {
    local double plus_re[TILE];
    local double plus_im[TILE];
    local double cross_re[TILE];
    local double cross_im[TILE];
    const global double *signal = signals + tile_row(tiles) * SIGNAL_ROW;
    Tile tile = tile_of(signal, tiles, width, bins);
    tile_signal(signal, grid, bins, tile, plus_re, plus_im);
    tile_polarizations(signal, tile, plus_re, plus_im, cross_re, cross_im);
    clear_outside(plus_re, tile);
    clear_outside(plus_im, tile);
    clear_outside(cross_re, tile);
    clear_outside(cross_im, tile);
    barrier(CLK_LOCAL_MEM_FENCE);
    uint quiet = clamp(noisy_from, tile.base, tile.end);
    for (uint d = 0; d < detectors; d++) {
        const global double *antenna = signal + SIGNAL_ANTENNA + d * SIGNAL_ANTENNA_WIDTH;
        size_t element = (tile.row * detectors + d) * bins;
        project(antenna, grid, bins, d, tile.base, tile.base, quiet, false, first + tile.row, key, plus_re, plus_im,
            cross_re, cross_im, strains, element);
        project(antenna, grid, bins, d, tile.base, quiet, tile.end, true, first + tile.row, key, plus_re, plus_im,
            cross_re, cross_im, strains, element);
    }
}
