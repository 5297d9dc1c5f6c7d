// Twin of PhaseScalar: the phase of a signal in turns. Class: reproducible.

// u⁻⁵·Σ sₙuⁿ + ln f·(l₀ + l₁u).
static double phase_series(const global double *signal, const global double *grid, uint bins, uint bin) {
    const global double *s = signal + SIGNAL_SERIES_PHASE;
    const global double *l = signal + SIGNAL_SERIES_LOG;
    double u = grid_at(grid, GRID_THIRD, bins, bin);
    double p = fma(s[11], u, s[10]);
    p = fma(p, u, s[9]);
    p = fma(p, u, s[8]);
    p = fma(p, u, s[7]);
    p = fma(p, u, s[6]);
    p = fma(p, u, s[5]);
    p = fma(p, u, s[4]);
    p = fma(p, u, s[3]);
    p = fma(p, u, s[2]);
    p = fma(p, u, s[1]);
    p = fma(p, u, s[0]);
    double logs = grid_at(grid, GRID_LOG, bins, bin) * fma(u, l[1], l[0]);
    return fma(p, grid_at(grid, GRID_MINUS_FIVE_THIRDS, bins, bin), logs);
}

// m₀ + m₁f + m₂·ln f + m₃f⁻³.
static double phase_middle(const global double *signal, const global double *grid, uint bins, uint bin) {
    const global double *m = signal + SIGNAL_MIDDLE_PHASE;
    double inverse = grid_at(grid, GRID_INVERSE, bins, bin);
    double p = fma(grid_at(grid, GRID_F, bins, bin), m[1], m[0]);
    p = fma(grid_at(grid, GRID_LOG, bins, bin), m[2], p);
    return fma(inverse * inverse * inverse, m[3], p);
}

// r₀ + r₁f + r₂/f + r₃f^¾ + r₄·atan(r₅ + r₆f).
static double phase_ring(const global double *signal, const global double *grid, uint bins, uint bin) {
    const global double *r = signal + SIGNAL_RING_PHASE;
    double f = grid_at(grid, GRID_F, bins, bin);
    double arc = atan_d(fma(f, r[6], r[5]));
    double p = fma(f, r[1], r[0]);
    p = fma(grid_at(grid, GRID_INVERSE, bins, bin), r[2], p);
    p = fma(grid_at(grid, GRID_THREE_QUARTERS, bins, bin), r[3], p);
    return fma(arc, r[4], p);
}

// Bins from … to − 1 of a tile, bin b at b − base.
INLINE void tile_phase(
    const global double *restrict signal, const global double *restrict grid, uint bins, Tile tile,
    local double *restrict out) {
    uint join1 = clamped(signal[SIGNAL_PHASE_JOIN], tile.from, tile.to);
    uint join2 = clamped(signal[SIGNAL_PHASE_JOIN + 1], join1, tile.to);
    EACH(bin, tile.from, join1) {
        out[bin - tile.base] = phase_series(signal, grid, bins, bin);
    }
    EACH(bin, join1, join2) {
        out[bin - tile.base] = phase_middle(signal, grid, bins, bin);
    }
    EACH(bin, join2, tile.to) {
        out[bin - tile.base] = phase_ring(signal, grid, bins, bin);
    }
}
