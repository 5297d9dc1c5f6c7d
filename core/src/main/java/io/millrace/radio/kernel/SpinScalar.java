package io.millrace.radio.kernel;

/** The reference. */
final class SpinScalar implements SpinKernel {
    @Override
    public void make(float[] bRe, float[] bIm, float[] tRe, float[] tIm, int count, float[] zRe, float[] zIm) {
        for (int j = 0; j < count; j++) {
            int step = j / Block.STEP;
            int into = j % Block.STEP;
            zRe[j] = Math.fma(bRe[step], tRe[into], -(bIm[step] * tIm[into]));
            zIm[j] = Math.fma(bRe[step], tIm[into], bIm[step] * tRe[into]);
        }
    }
}
