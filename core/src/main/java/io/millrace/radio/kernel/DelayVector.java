package io.millrace.radio.kernel;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;

/**
 * {@link DelayScalar} over lanes of samples; four vectors at a time hide the latency of the sums and share each coefficient's
 * broadcast.
 */
final class DelayVector implements DelayKernel {
    private static final int LANES = FLOAT.length();

    @Override
    public void add(
            float[] xRe, float[] xIm, int at, float[] taps, float[] gRe, float[] gIm, float[] yRe, float[] yIm, int y) {
        for (int j = 0; j < Block.STEP; j += 4 * LANES) {
            four(xRe, xIm, at + j, taps, gRe, gIm, yRe, yIm, y + j);
        }
    }

    private static void four(
            float[] xRe, float[] xIm, int at, float[] taps, float[] gRe, float[] gIm, float[] yRe, float[] yIm, int y) {
        FloatVector re0 = FloatVector.zero(FLOAT);
        FloatVector re1 = re0;
        FloatVector re2 = re0;
        FloatVector re3 = re0;
        FloatVector im0 = re0;
        FloatVector im1 = re0;
        FloatVector im2 = re0;
        FloatVector im3 = re0;
        for (int k = 0; k < TAPS; k++) {
            FloatVector tap = FloatVector.broadcast(FLOAT, taps[k]);
            int from = at + k;
            re0 = FloatVector.fromArray(FLOAT, xRe, from).fma(tap, re0);
            re1 = FloatVector.fromArray(FLOAT, xRe, from + LANES).fma(tap, re1);
            re2 = FloatVector.fromArray(FLOAT, xRe, from + 2 * LANES).fma(tap, re2);
            re3 = FloatVector.fromArray(FLOAT, xRe, from + 3 * LANES).fma(tap, re3);
            im0 = FloatVector.fromArray(FLOAT, xIm, from).fma(tap, im0);
            im1 = FloatVector.fromArray(FLOAT, xIm, from + LANES).fma(tap, im1);
            im2 = FloatVector.fromArray(FLOAT, xIm, from + 2 * LANES).fma(tap, im2);
            im3 = FloatVector.fromArray(FLOAT, xIm, from + 3 * LANES).fma(tap, im3);
        }
        weigh(re0, im0, gRe, gIm, yRe, yIm, y);
        weigh(re1, im1, gRe, gIm, yRe, yIm, y + LANES);
        weigh(re2, im2, gRe, gIm, yRe, yIm, y + 2 * LANES);
        weigh(re3, im3, gRe, gIm, yRe, yIm, y + 3 * LANES);
    }

    private static void weigh(
            FloatVector re, FloatVector im, float[] gRe, float[] gIm, float[] yRe, float[] yIm, int y) {
        FloatVector a = FloatVector.fromArray(FLOAT, gRe, y);
        FloatVector b = FloatVector.fromArray(FLOAT, gIm, y);
        a.fma(re, b.neg().fma(im, FloatVector.fromArray(FLOAT, yRe, y))).intoArray(yRe, y);
        a.fma(im, b.fma(re, FloatVector.fromArray(FLOAT, yIm, y))).intoArray(yIm, y);
    }
}
