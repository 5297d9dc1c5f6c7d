package io.millrace.radio.kernel;

/** Products and sums of samples. Class: reproducible. */
public interface MixKernel {
    /** Accumulators of a sum. */
    int WAYS = 16;

    /**
     * y[j] = y[j]·z[j], complex: re = fma(yRe, zRe, −(yIm·zIm)), im = fma(yRe, zIm, yIm·zRe), j below {@code count}; up to
     * {@link Block#SLACK} more.
     */
    void multiply(float[] zRe, float[] zIm, int count, float[] yRe, float[] yIm);

    /**
     * y[at + j] += g[j]·x[j], complex: re = fma(gRe, xRe, fma(−gIm, xIm, yRe)), im = fma(gRe, xIm, fma(gIm, xRe, yIm)), j below {@code count}; up
     * to {@link Block#SLACK} more.
     */
    void addProduct(float[] gRe, float[] gIm, float[] xRe, float[] xIm, int count, float[] yRe, float[] yIm, int at);

    /**
     * Σ |y[j]|², j below {@code count} ≤ {@link Block#LENGTH}: accumulator j mod 16 takes fma(yIm, yIm, fma(yRe, yRe, ·)), then
     * accumulators a and a + 8, a + 4, a + 2, a + 1 are added.
     *
     * @param yRe {@link Block#SLACK} elements from {@code count} on are 0
     * @param yIm the same
     */
    float power(float[] yRe, float[] yIm, int count);

    /** y[j] = x[j]·factor, j below {@code count}; up to {@link Block#SLACK} more. */
    void scale(float[] x, float factor, int count, float[] y);

    /** The largest |x[j]|, j below {@code count}; {@link Block#SLACK} elements from {@code count} on are 0. */
    float peak(float[] x, int count);
}
