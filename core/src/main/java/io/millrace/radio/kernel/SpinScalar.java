package io.millrace.radio.kernel;

/** The reference. */
final class SpinScalar implements SpinKernel {
    @Override
    public void add(float[] bRe, float[] bIm, float[] tRe, float[] tIm, int count, float[] yRe, float[] yIm) {
        for (int j = 0; j < count; j++) {
            float a = bRe[j / Block.STEP];
            float b = bIm[j / Block.STEP];
            float c = tRe[j % Block.STEP];
            float s = tIm[j % Block.STEP];
            yRe[j] = Math.fma(a, c, Math.fma(-b, s, yRe[j]));
            yIm[j] = Math.fma(a, s, Math.fma(b, c, yIm[j]));
        }
    }

    @Override
    public void turn(float[] bRe, float[] bIm, float[] tRe, float[] tIm, int count, float[] yRe, float[] yIm) {
        for (int j = 0; j < count; j++) {
            float a = bRe[j / Block.STEP];
            float b = bIm[j / Block.STEP];
            float c = tRe[j % Block.STEP];
            float s = tIm[j % Block.STEP];
            float zRe = Math.fma(a, c, -(b * s));
            float zIm = Math.fma(a, s, b * c);
            float re = yRe[j];
            float im = yIm[j];
            yRe[j] = Math.fma(re, zRe, -(im * zIm));
            yIm[j] = Math.fma(re, zIm, im * zRe);
        }
    }
}
