// Twin of AmplitudeScalar and of InspiralFd's taper: the amplitude of a signal in strain·second, with the grid's
// weight. Class: reproducible.

// f^(−7/6)·Σ aₙuⁿ.
static double amplitude_series(const global double *signal, const global double *grid, uint bins, uint bin) {
    const global double *a = signal + SIGNAL_SERIES_AMPLITUDE;
    double u = grid_at(grid, GRID_THIRD, bins, bin);
    double p = fma(a[9], u, a[8]);
    p = fma(p, u, a[7]);
    p = fma(p, u, a[6]);
    p = fma(p, u, a[5]);
    p = fma(p, u, a[4]);
    p = fma(p, u, a[3]);
    p = fma(p, u, a[2]);
    p = fma(p, u, a[1]);
    p = fma(p, u, a[0]);
    return p * grid_at(grid, GRID_AMPLITUDE, bins, bin);
}

// f^(−7/6)·Σ bₙfⁿ.
static double amplitude_middle(const global double *signal, const global double *grid, uint bins, uint bin) {
    const global double *b = signal + SIGNAL_MIDDLE_AMPLITUDE;
    double f = grid_at(grid, GRID_F, bins, bin);
    double p = fma(b[4], f, b[3]);
    p = fma(p, f, b[2]);
    p = fma(p, f, b[1]);
    p = fma(p, f, b[0]);
    return p * grid_at(grid, GRID_AMPLITUDE, bins, bin);
}

// f^(−7/6)·c₀·e^(c₁ + c₂f)/(1 + (c₃ + c₄f)²).
static double amplitude_ring(const global double *signal, const global double *grid, uint bins, uint bin) {
    const global double *c = signal + SIGNAL_RING_AMPLITUDE;
    double f = grid_at(grid, GRID_F, bins, bin);
    double decay = exp_d(fma(f, c[2], c[1]));
    double y = fma(f, c[4], c[3]);
    return decay * grid_at(grid, GRID_AMPLITUDE, bins, bin) * c[0] / fma(y, y, 1.0);
}

// Bins from … to − 1 of a tile, bin b at b − base; not tapered.
INLINE void tile_amplitude(
    const global double *restrict signal, const global double *restrict grid, uint bins, Tile tile,
    local double *restrict out) {
    uint join1 = clamped(signal[SIGNAL_AMPLITUDE_JOIN], tile.from, tile.to);
    uint join2 = clamped(signal[SIGNAL_AMPLITUDE_JOIN + 1], join1, tile.to);
    EACH(bin, tile.from, join1) {
        out[bin - tile.base] = amplitude_series(signal, grid, bins, bin);
    }
    EACH(bin, join1, join2) {
        out[bin - tile.base] = amplitude_middle(signal, grid, bins, bin);
    }
    EACH(bin, join2, tile.to) {
        out[bin - tile.base] = amplitude_ring(signal, grid, bins, bin);
    }
}

// Times ½ − ½cos(π(k − k₀)/(k₁ − k₀)) below bin k₁; no signal begins below k₀. Each item has the bins that it has
// of every loop that begins at from.
INLINE void tile_taper(const global double *signal, Tile tile, local double *amplitude) {
    uint first = (uint) signal[SIGNAL_TAPER];
    uint end = (uint) signal[SIGNAL_TAPER + 1];
    uint to = min(end, tile.to);
    EACH(bin, tile.from, to) {
        double quarter = 0.5 * (double) (bin - first) / (double) (end - first);
        amplitude[bin - tile.base] *= 0.5 - 0.5 * turns_cos_of(quarter);
    }
}

// Phase and amplitude of a tile; whoever goes on with a loop from the tile's from on needs no barrier.
INLINE void tile_signal(
    const global double *restrict signal, const global double *restrict grid, uint bins, Tile tile,
    local double *restrict phase, local double *restrict amplitude) {
    tile_phase(signal, grid, bins, tile, phase);
    tile_amplitude(signal, grid, bins, tile, amplitude);
    barrier(CLK_LOCAL_MEM_FENCE);
    tile_taper(signal, tile, amplitude);
}
