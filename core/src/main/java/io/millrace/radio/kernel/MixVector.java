package io.millrace.radio.kernel;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

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
    public void addProduct(
            float[] gRe, float[] gIm, float[] xRe, float[] xIm, int count, float[] yRe, float[] yIm, int at) {
        for (int j = 0; j < count; j += LANES) {
            FloatVector a = FloatVector.fromArray(FLOAT, gRe, j);
            FloatVector b = FloatVector.fromArray(FLOAT, gIm, j);
            FloatVector re = FloatVector.fromArray(FLOAT, xRe, j);
            FloatVector im = FloatVector.fromArray(FLOAT, xIm, j);
            a.fma(re, b.neg().fma(im, FloatVector.fromArray(FLOAT, yRe, at + j)))
                    .intoArray(yRe, at + j);
            a.fma(im, b.fma(re, FloatVector.fromArray(FLOAT, yIm, at + j))).intoArray(yIm, at + j);
        }
    }

    @Override
    public void scale(float[] x, float factor, int count, float[] y) {
        for (int j = 0; j < count; j += LANES) {
            FloatVector.fromArray(FLOAT, x, j).mul(factor).intoArray(y, j);
        }
    }

    @Override
    public float peak(float[] x, int count) {
        FloatVector peak = FloatVector.zero(FLOAT);
        for (int j = 0; j < count; j += LANES) {
            peak = peak.max(FloatVector.fromArray(FLOAT, x, j).abs());
        }
        return peak.reduceLanes(VectorOperators.MAX);
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
