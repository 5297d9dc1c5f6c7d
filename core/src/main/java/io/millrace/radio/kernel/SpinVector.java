package io.millrace.radio.kernel;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;

/** {@link SpinScalar} over lanes of samples. */
final class SpinVector implements SpinKernel {
    private static final int LANES = FLOAT.length();

    @Override
    public void add(float[] bRe, float[] bIm, float[] tRe, float[] tIm, int count, float[] yRe, float[] yIm) {
        for (int j = 0; j < Block.STEP; j += LANES) {
            FloatVector c = FloatVector.fromArray(FLOAT, tRe, j);
            FloatVector s = FloatVector.fromArray(FLOAT, tIm, j);
            for (int done = 0; done < count; done += Block.STEP) {
                FloatVector a = FloatVector.broadcast(FLOAT, bRe[done / Block.STEP]);
                FloatVector b = FloatVector.broadcast(FLOAT, bIm[done / Block.STEP]);
                FloatVector re = FloatVector.fromArray(FLOAT, yRe, done + j);
                FloatVector im = FloatVector.fromArray(FLOAT, yIm, done + j);
                a.fma(c, b.neg().fma(s, re)).intoArray(yRe, done + j);
                a.fma(s, b.fma(c, im)).intoArray(yIm, done + j);
            }
        }
    }

    @Override
    public void turn(float[] bRe, float[] bIm, float[] tRe, float[] tIm, int count, float[] yRe, float[] yIm) {
        for (int j = 0; j < Block.STEP; j += LANES) {
            FloatVector c = FloatVector.fromArray(FLOAT, tRe, j);
            FloatVector s = FloatVector.fromArray(FLOAT, tIm, j);
            for (int done = 0; done < count; done += Block.STEP) {
                FloatVector a = FloatVector.broadcast(FLOAT, bRe[done / Block.STEP]);
                FloatVector b = FloatVector.broadcast(FLOAT, bIm[done / Block.STEP]);
                FloatVector zRe = a.fma(c, b.mul(s).neg());
                FloatVector zIm = a.fma(s, b.mul(c));
                FloatVector re = FloatVector.fromArray(FLOAT, yRe, done + j);
                FloatVector im = FloatVector.fromArray(FLOAT, yIm, done + j);
                re.fma(zRe, im.mul(zIm).neg()).intoArray(yRe, done + j);
                re.fma(zIm, im.mul(zRe)).intoArray(yIm, done + j);
            }
        }
    }
}
