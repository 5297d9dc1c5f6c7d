package io.millrace.radio.kernel;

/** radius·e^{2πi·turns}. Class: reproducible; worst error 0.84 ULP of each unit part, and one rounding by the radius. */
public interface PhasorKernel {
    /**
     * Writes {@code re[at + k] = radius·cos}, {@code im[at + k] = radius·sin} of {@code turns[k]/2³²} turns, k below
     * {@code count}; up to {@link Block#SLACK} elements more are read and written.
     */
    void make(int[] turns, int count, float radius, float[] re, float[] im, int at);
}
