package io.millrace.radio.kernel;

/** Products z[j] = b[j div STEP]·t[j mod STEP] of a slow and a fast phasor, a step of {@link Block#STEP} samples at a time. Class: reproducible. */
public interface SpinKernel {
    /**
     * y[j] += z[j]: re = fma(bRe, tRe, fma(−bIm, tIm, yRe)), im = fma(bRe, tIm, fma(bIm, tRe, yIm)), j below {@code count}; up to {@link
     * Block#SLACK} elements more are changed.
     */
    void add(float[] bRe, float[] bIm, float[] tRe, float[] tIm, int count, float[] yRe, float[] yIm);

    /**
     * y[j] *= z[j]: zRe = fma(bRe, tRe, −(bIm·tIm)), zIm = fma(bRe, tIm, bIm·tRe), re = fma(yRe, zRe, −(yIm·zIm)), im = fma(yRe, zIm, yIm·zRe), j
     * below {@code count}; up to {@link Block#SLACK} elements more are changed.
     */
    void turn(float[] bRe, float[] bIm, float[] tRe, float[] tIm, int count, float[] yRe, float[] yIm);
}
