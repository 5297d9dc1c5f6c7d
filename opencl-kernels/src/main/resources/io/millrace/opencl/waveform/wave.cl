// Twin of WaveScalar: h₊ and h×, zero where there is no signal. Class: reproducible.

static void zero(
    global Complex *restrict h_plus, global Complex *restrict h_cross, size_t element, uint from, uint to) {
    EACH(bin, from, to) {
        store(h_plus, element + bin, 0.0, 0.0);
        store(h_cross, element + bin, 0.0, 0.0);
    }
}

kernel void wave(
    const uint groups, const uint tiles, const uint width, const uint bins, const global double *restrict signals,
    const global double *restrict grid, global Complex *restrict h_plus, global Complex *restrict h_cross) {
    local double phase[TILE];
    local double amplitude[TILE];
    const global double *signal = signals + tile_row(tiles) * SIGNAL_ROW;
    Tile tile = tile_of(signal, tiles, width, bins);
    tile_signal(signal, grid, bins, tile, phase, amplitude);
    size_t element = tile.row * bins;
    double plus_re = signal[SIGNAL_PLUS];
    double plus_im = signal[SIGNAL_PLUS + 1];
    double cross_re = signal[SIGNAL_CROSS];
    double cross_im = signal[SIGNAL_CROSS + 1];
    zero(h_plus, h_cross, element, tile.base, tile.from);
    EACH(bin, tile.from, tile.to) {
        double turns = phase[bin - tile.base];
        double c = turns_cos_of(turns) * amplitude[bin - tile.base];
        double s = turns_sin_of(turns) * amplitude[bin - tile.base];
        store(h_plus, element + bin, fma(s, plus_im, c * plus_re), fma(c, plus_im, s * -plus_re));
        store(h_cross, element + bin, fma(s, cross_im, c * cross_re), fma(c, cross_im, s * -cross_re));
    }
    zero(h_plus, h_cross, element, tile.to, tile.end);
}
