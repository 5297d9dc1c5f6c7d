package io.millrace.radio.kernel;

import java.util.Arrays;

/** The reference. */
final class MixScalar implements MixKernel {
    private final float[] sums = new float[WAYS];

    @Override
    public void multiply(float[] zRe, float[] zIm, int count, float[] yRe, float[] yIm) {
        for (int j = 0; j < count; j++) {
            float re = Math.fma(yRe[j], zRe[j], -(yIm[j] * zIm[j]));
            yIm[j] = Math.fma(yRe[j], zIm[j], yIm[j] * zRe[j]);
            yRe[j] = re;
        }
    }

    @Override
    public void addProduct(
            float[] gRe, float[] gIm, float[] xRe, float[] xIm, int count, float[] yRe, float[] yIm, int at) {
        for (int j = 0; j < count; j++) {
            float a = gRe[j];
            float b = gIm[j];
            yRe[at + j] = Math.fma(a, xRe[j], Math.fma(-b, xIm[j], yRe[at + j]));
            yIm[at + j] = Math.fma(a, xIm[j], Math.fma(b, xRe[j], yIm[at + j]));
        }
    }

    @Override
    public void scale(float[] x, float factor, int count, float[] y) {
        for (int j = 0; j < count; j++) {
            y[j] = x[j] * factor;
        }
    }

    @Override
    public float peak(float[] x, int count) {
        float peak = 0;
        for (int j = 0; j < count; j++) {
            peak = Math.max(peak, Math.abs(x[j]));
        }
        return peak;
    }

    @Override
    public float power(float[] yRe, float[] yIm, int count) {
        Arrays.fill(sums, 0);
        for (int j = 0; j < count; j++) {
            float re = Math.fma(yRe[j], yRe[j], sums[j % WAYS]);
            sums[j % WAYS] = Math.fma(yIm[j], yIm[j], re);
        }
        return tree(sums);
    }

    /** The sum of sixteen accumulators, which it overwrites. */
    static float tree(float[] sums) {
        for (int half = WAYS / 2; half > 0; half /= 2) {
            for (int a = 0; a < half; a++) {
                sums[a] += sums[a + half];
            }
        }
        return sums[0];
    }
}
