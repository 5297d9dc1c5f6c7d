package io.millrace.radio.kernel;

/**
 * Adds a delayed, weighted copy of a signal: y[j] += g[j]·Σ_k c[k]·x[at + j + k], k from 0 to 31 in this order by fma.
 * Class: reproducible.
 */
public interface DelayKernel {
    /** Coefficients of a filter: see {@link FractionalDelay}. */
    int TAPS = 32;

    /**
     * Over one step of {@link Block#STEP} samples.
     *
     * @param xRe the signal, real parts; {@code at + STEP + TAPS − 2} is the last that is read
     * @param xIm imaginary parts
     * @param at where sample j = 0 meets coefficient k = 0
     * @param taps the coefficients, from {@code firstTap} on
     * @param gRe weights, from {@code y} on
     * @param gIm imaginary parts
     * @param yRe the sum, from {@code y} on
     * @param yIm imaginary parts
     */
    void add(float[] xRe, float[] xIm, int at, float[] taps, float[] gRe, float[] gIm, float[] yRe, float[] yIm, int y);
}
