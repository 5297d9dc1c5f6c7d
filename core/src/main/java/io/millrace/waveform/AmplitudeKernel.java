package io.millrace.waveform;

/**
 * The amplitude of a {@link Signal} in strain·second, piece by piece, times the grid's weights: {@code out[bin − base]} for
 * bins {@code from … to − 1}. A vector kernel may write up to {@link Grid#SLACK} elements past the end. Class reproducible;
 * relative error below 1e-14.
 */
interface AmplitudeKernel {
    /** {@code f^(−7/6)·Σ aₙuⁿ}. */
    void series(Grid grid, Signal signal, int from, int to, double[] out, int base);

    /** {@code f^(−7/6)·Σ bₙfⁿ}. */
    void middle(Grid grid, Signal signal, int from, int to, double[] out, int base);

    /** {@code f^(−7/6)·c₀·e^(c₁ + c₂f)/(1 + (c₃ + c₄f)²)}. */
    void ring(Grid grid, Signal signal, int from, int to, double[] out, int base);
}
