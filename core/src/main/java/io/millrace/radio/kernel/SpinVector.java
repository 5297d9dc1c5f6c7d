package io.millrace.radio.kernel;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;

/** {@link SpinScalar} over lanes of samples. */
final class SpinVector implements SpinKernel {
    @Override
    public void make(float[] bRe, float[] bIm, float[] tRe, float[] tIm, int count, float[] zRe, float[] zIm) {
        for (int done = 0; done < count; done += Block.STEP) {
            float re = bRe[done / Block.STEP];
            float im = bIm[done / Block.STEP];
            for (int j = 0; j < Block.STEP; j += FLOAT.length()) {
                FloatVector c = FloatVector.fromArray(FLOAT, tRe, j);
                FloatVector s = FloatVector.fromArray(FLOAT, tIm, j);
                c.fma(c.broadcast(re), s.mul(im).neg()).intoArray(zRe, done + j);
                s.fma(c.broadcast(re), c.mul(im)).intoArray(zIm, done + j);
            }
        }
    }
}
