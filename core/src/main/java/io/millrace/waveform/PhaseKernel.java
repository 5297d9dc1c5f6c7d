package io.millrace.waveform;

/**
 * The phase of a {@link Signal} in turns, piece by piece: {@code out[bin − base]} for bins {@code from … to − 1}. A vector
 * kernel may write up to {@link Grid#SLACK} elements past the end. Class reproducible; the error is some ULP of the largest term.
 */
interface PhaseKernel {
    /** {@code u⁻⁵·Σ sₙuⁿ + ln f·(l₀ + l₁u)}. */
    void series(Grid grid, Signal signal, int from, int to, double[] out, int base);

    /** {@code m₀ + m₁f + m₂·ln f + m₃f⁻³}. */
    void middle(Grid grid, Signal signal, int from, int to, double[] out, int base);

    /** {@code r₀ + r₁f + r₂/f + r₃f^¾ + r₄·atan(r₅ + r₆f)}. */
    void ring(Grid grid, Signal signal, int from, int to, double[] out, int base);
}
