package io.millrace.radio.kernel;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;

/** {@link MixScalar} over lanes of samples; the sixteen accumulators are one vector or several. */
final class MixVector implements MixKernel {
    private static final int LANES = FLOAT.length();

    private final float[] sums = new float[Math.max(WAYS, LANES)];

    @Override
    public void multiply(float[] zRe, float[] zIm, int count, float[] yRe, float[] yIm) {
        for (int j = 0; j < count; j += LANES) {
            FloatVector a = FloatVector.fromArray(FLOAT, yRe, j);
            FloatVector b = FloatVector.fromArray(FLOAT, yIm, j);
            FloatVector c = FloatVector.fromArray(FLOAT, zRe, j);
            FloatVector d = FloatVector.fromArray(FLOAT, zIm, j);
            a.fma(c, b.mul(d).neg()).intoArray(yRe, j);
            a.fma(d, b.mul(c)).intoArray(yIm, j);
        }
    }

    @Override
    public void add(float factor, float[] z, int count, float[] y) {
        FloatVector f = FloatVector.broadcast(FLOAT, factor);
        for (int j = 0; j < count; j += LANES) {
            f.fma(FloatVector.fromArray(FLOAT, z, j), FloatVector.fromArray(FLOAT, y, j))
                    .intoArray(y, j);
        }
    }

    @Override
    public float power(float[] yRe, float[] yIm, int count) {
        for (int way = 0; way < WAYS; way += LANES) {
            FloatVector sum = FloatVector.zero(FLOAT);
            for (int j = way; j < count; j += WAYS) {
                FloatVector re = FloatVector.fromArray(FLOAT, yRe, j);
                FloatVector im = FloatVector.fromArray(FLOAT, yIm, j);
                sum = im.fma(im, re.fma(re, sum));
            }
            sum.intoArray(sums, way);
        }
        return MixScalar.tree(sums);
    }
}
