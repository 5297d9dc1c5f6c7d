package io.millrace.radio.kernel;

/** The reference. */
final class DelayScalar implements DelayKernel {
    @Override
    public void add(
            float[] xRe, float[] xIm, int at, float[] taps, float[] gRe, float[] gIm, float[] yRe, float[] yIm, int y) {
        for (int j = 0; j < Block.STEP; j++) {
            float re = 0;
            float im = 0;
            for (int k = 0; k < TAPS; k++) {
                re = Math.fma(taps[k], xRe[at + j + k], re);
                im = Math.fma(taps[k], xIm[at + j + k], im);
            }
            int to = y + j;
            yRe[to] = Math.fma(gRe[to], re, Math.fma(-gIm[to], im, yRe[to]));
            yIm[to] = Math.fma(gRe[to], im, Math.fma(gIm[to], re, yIm[to]));
        }
    }
}
