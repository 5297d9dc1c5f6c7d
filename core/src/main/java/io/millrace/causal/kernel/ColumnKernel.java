package io.millrace.causal.kernel;

/** What is done to whole columns beside their equations. Class: exact. */
public interface ColumnKernel {
    /** The largest {@code |x[at + r]|}, r below {@code count}; NaN where one is. */
    float largest(float[] x, int at, int count);

    /** {@code x[to + r] = (x[from + r] − shift)·factor}, r below {@code count}, a multiple of {@link Columns#STEP}. */
    void scale(float[] x, int from, int count, float shift, float factor, int to);

    /** {@code x[at + r] = squash(x[at + r])} of {@link io.millrace.causal.mechanism.Mechanism#SIGMOID_MIX}. */
    void squash(float[] x, int at, int count, float a, float b, float c);
}
