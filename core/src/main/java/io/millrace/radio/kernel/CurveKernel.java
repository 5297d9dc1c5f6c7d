package io.millrace.radio.kernel;

/** A polynomial of degree 5 over samples: where a slow process is known at a few points. Class: reproducible. */
public interface CurveKernel {
    /** Coefficients of a polynomial. */
    int COEFFICIENTS = 6;

    /**
     * {@code out[at + j] = c₀ + u(c₁ + u(c₂ + u(c₃ + u(c₄ + u c₅))))}, u = start + j·step, j below {@code count}, by fma; up to
     * {@link Block#SLACK} elements more are written.
     *
     * @param c the coefficients, from {@code from} on
     * @param start of u
     * @param step of u; both powers of two and their multiples, so that u is exact
     */
    void make(float[] c, int from, float start, float step, int count, float[] out, int at);
}
