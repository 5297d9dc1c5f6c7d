// Twin of WaveScalar: h₊ and h× of a signal at one bin as (Re h₊, Im h₊, Re h×, Im h×), zero where there is no signal.
// Stands after amplitude.cl. Class: reproducible.
static double4 polarizations_at(const global double *signal, const global double *grid, uint bins, uint bin) {
    if (!has_signal(signal, bin)) {
        return (double4) (0.0);
    }
    double a = amplitude_at(signal, grid, bins, bin);
    double turns = phase_at(signal, grid, bins, bin);
    double c = turns_cos_of(turns) * a;
    double s = turns_sin_of(turns) * a;
    double plus_re = signal[SIGNAL_PLUS];
    double plus_im = signal[SIGNAL_PLUS + 1];
    double cross_re = signal[SIGNAL_CROSS];
    double cross_im = signal[SIGNAL_CROSS + 1];
    return (double4) (
        fma(s, plus_im, c * plus_re), fma(c, plus_im, s * -plus_re),
        fma(s, cross_im, c * cross_re), fma(c, cross_im, s * -cross_re));
}
