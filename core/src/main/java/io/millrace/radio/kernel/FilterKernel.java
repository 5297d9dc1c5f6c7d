package io.millrace.radio.kernel;

/**
 * Twelve coefficients of a filter over two series: y[j] += Σ_k (c[2k]·a[j + k], c[2k + 1]·b[j + k]), k from 0 to 5, by fma in this order.
 * Class: reproducible.
 */
public interface FilterKernel {
    /** Coefficients: see {@link FractionalDelay}. */
    int TAPS = 12;

    /**
     * Over one step, j below {@link Block#STEP}.
     *
     * @param a series that even coefficients meet
     * @param aAt where j = 0 meets coefficient 0; {@code aAt + STEP + TAPS/2 − 2} is the last that is read
     * @param b series that odd coefficients meet, perhaps the same one
     * @param bAt where j = 0 meets coefficient 1
     * @param taps the coefficients, from {@code tap} on
     * @param y the sums, from {@code at} on
     */
    void add(float[] a, int aAt, float[] b, int bAt, float[] taps, int tap, float[] y, int at);
}
