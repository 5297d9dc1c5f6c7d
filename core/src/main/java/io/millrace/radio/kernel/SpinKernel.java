package io.millrace.radio.kernel;

/** Products of a slow and a fast phasor, a step of {@link Block#STEP} samples at a time. Class: reproducible. */
public interface SpinKernel {
    /**
     * z[j] = b[j div STEP]·t[j mod STEP], complex: re = fma(bRe, tRe, −(bIm·tIm)), im = fma(bRe, tIm, bIm·tRe), j below {@code count}; up
     * to {@link Block#SLACK} elements more are written.
     */
    void make(float[] bRe, float[] bIm, float[] tRe, float[] tIm, int count, float[] zRe, float[] zIm);
}
