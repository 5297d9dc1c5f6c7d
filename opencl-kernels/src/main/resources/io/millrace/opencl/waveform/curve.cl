// Twin of CurveKernel: amplitude and unwrapped phase in rad, zero where there is no signal. Class: reproducible.

static void zero(global Real *restrict amplitude, global Real *restrict phase, size_t element, uint from, uint to) {
    EACH(bin, from, to) {
        amplitude[element + bin] = 0;
        phase[element + bin] = 0;
    }
}

kernel void curve(
    const uint groups, const uint tiles, const uint width, const uint bins, const global double *restrict signals,
    const global double *restrict grid, global Real *restrict amplitudes, global Real *restrict phases) {
    local double phase[TILE];
    local double amplitude[TILE];
    const global double *signal = signals + tile_row(tiles) * SIGNAL_ROW;
    Tile tile = tile_of(signal, tiles, width, bins);
    tile_signal(signal, grid, bins, tile, phase, amplitude);
    size_t element = tile.row * bins;
    zero(amplitudes, phases, element, tile.base, tile.from);
    EACH(bin, tile.from, tile.to) {
        amplitudes[element + bin] = (Real) amplitude[bin - tile.base];
        phases[element + bin] = (Real) (phase[bin - tile.base] * -0x1.921fb54442d18p2);
    }
    zero(amplitudes, phases, element, tile.to, tile.end);
}
