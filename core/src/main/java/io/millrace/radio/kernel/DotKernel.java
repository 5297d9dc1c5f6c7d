package io.millrace.radio.kernel;

/** Sums and maxima over a window. Class: reproducible. */
public interface DotKernel {
    /**
     * Σ a[aAt + j]·b[bAt + j], j below {@code count}: accumulator j mod 16 takes fma(a, b, ·); then accumulators i and i + 8, i + 4,
     * i + 2, i + 1 are added.
     */
    float dot(float[] a, int aAt, float[] b, int bAt, int count);

    /** The largest of numbers ≥ 0. */
    float most(float[] a, int at, int count);
}
