package io.millrace.latent.grid;

import io.millrace.simd.Simd;

/** The residual branch's arithmetic over consecutive positions; {@link GridTables} has the formulas. Class: reproducible. */
interface ResidualKernel {
    /** Elements that a kernel may read or write behind the last one. */
    int SLACK = 64;

    /** The reference. */
    static ResidualKernel scalar() {
        return new ResidualScalar();
    }

    /** Over lanes of positions; only where {@link Simd#present()}. */
    static ResidualKernel vector() {
        return new ResidualVector();
    }

    /**
     * One hidden channel before its activation: {@code hidden[i] = bias + Σ weights[from + j]·x[at + taps[j] + i]}.
     *
     * @param taps where each channel's taps stand, off a position
     */
    void convolve(float[] x, int at, float[] weights, int from, int[] taps, float bias, int count, float[] hidden);

    /** {@code hidden[i] = gelu(hidden[i])}. */
    void activate(int count, float[] hidden);

    /** {@code r[at + i] = fma(hidden[i], weight, r[at + i])}. */
    void accumulate(float[] hidden, float weight, int count, float[] r, int at);
}
