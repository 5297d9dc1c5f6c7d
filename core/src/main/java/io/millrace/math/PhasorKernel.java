package io.millrace.math;

/**
 * radius·e^{2πi·turns}, made for speed: polynomials of the least degree that float can tell from cosine and sine, which are off by up to 1.2e-7;
 * quarter turns are exact. {@link Turns} keeps the last place of small values too, at twice the price. Class: reproducible.
 */
public interface PhasorKernel {
    /** Elements past those asked for that a kernel may read or write. */
    int SLACK = 64;

    /** The reference. */
    static PhasorKernel scalar() {
        return new PhasorScalar();
    }

    /** Over lanes; only where {@link io.millrace.simd.Simd#present()}. */
    static PhasorKernel vector() {
        return new PhasorVector();
    }

    /**
     * Writes {@code re[at + k] = radius·cos}, {@code im[at + k] = radius·sin} of {@code turns[k]/2³²} turns, k below
     * {@code count}; up to {@value #SLACK} elements more are read and written.
     */
    void make(int[] turns, int count, float radius, float[] re, float[] im, int at);
}
