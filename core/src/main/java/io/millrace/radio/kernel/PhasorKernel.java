package io.millrace.radio.kernel;

/**
 * radius·e^{2πi·turns}, made for speed: polynomials of the least degree that float can tell from cosine and sine, which are off by up to 1.2e-7;
 * quarter turns are exact. {@link io.millrace.math.Turns} keeps the last place of small values too, at twice the price. Class: reproducible.
 */
public interface PhasorKernel {
    /**
     * Writes {@code re[at + k] = radius·cos}, {@code im[at + k] = radius·sin} of {@code turns[k]/2³²} turns, k below
     * {@code count}; up to {@link Block#SLACK} elements more are read and written.
     */
    void make(int[] turns, int count, float radius, float[] re, float[] im, int at);
}
