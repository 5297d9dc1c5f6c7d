// Twin of AmplitudeScalar and of InspiralFd's taper: the amplitude of a signal at one bin, with the grid's weight. Stands
// after phase.cl. Class: reproducible.

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

// ½ − ½cos(π(k − k₀)/(k₁ − k₀)) on bins k₀ … k₁ − 1; no bin below k₀ is asked for.
static double taper(const global double *signal, uint bin, double amplitude) {
    uint from = (uint) signal[SIGNAL_TAPER];
    uint to = (uint) signal[SIGNAL_TAPER + 1];
    if (bin >= to) {
        return amplitude;
    }
    double quarter = 0.5 * (double) (bin - from) / (double) (to - from);
    return amplitude * (0.5 - 0.5 * turns_cos_of(quarter));
}

static double amplitude_at(const global double *signal, const global double *grid, uint bins, uint bin) {
    double amplitude;
    if (bin < (uint) signal[SIGNAL_AMPLITUDE_JOIN]) {
        amplitude = amplitude_series(signal, grid, bins, bin);
    } else if (bin < (uint) signal[SIGNAL_AMPLITUDE_JOIN + 1]) {
        amplitude = amplitude_middle(signal, grid, bins, bin);
    } else {
        amplitude = amplitude_ring(signal, grid, bins, bin);
    }
    return taper(signal, bin, amplitude);
}

// Whether a bin has a signal at all.
static bool has_signal(const global double *signal, uint bin) {
    return bin >= (uint) signal[SIGNAL_FROM] && bin < (uint) signal[SIGNAL_TO];
}
