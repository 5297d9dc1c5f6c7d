package io.millrace.radio.kernel;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** {@link DotScalar} over lanes; the sixteen accumulators are one vector or several. */
final class DotVector implements DotKernel {
    private static final int LANES = FLOAT.length();

    private final float[] sums = new float[Math.max(MixScalar.WAYS, LANES)];

    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int count) {
        int whole = count / MixScalar.WAYS * MixScalar.WAYS;
        for (int way = 0; way < MixScalar.WAYS; way += LANES) {
            FloatVector sum = FloatVector.zero(FLOAT);
            for (int j = way; j < whole; j += MixScalar.WAYS) {
                sum = FloatVector.fromArray(FLOAT, a, aAt + j).fma(FloatVector.fromArray(FLOAT, b, bAt + j), sum);
            }
            sum.intoArray(sums, way);
        }
        for (int j = whole; j < count; j++) {
            sums[j - whole] = Math.fma(a[aAt + j], b[bAt + j], sums[j - whole]);
        }
        return MixScalar.tree(sums);
    }

    @Override
    public float most(float[] a, int at, int count) {
        int whole = FLOAT.loopBound(count);
        FloatVector most = FloatVector.zero(FLOAT);
        for (int j = 0; j < whole; j += LANES) {
            most = most.max(FloatVector.fromArray(FLOAT, a, at + j));
        }
        float result = most.reduceLanes(VectorOperators.MAX);
        for (int j = whole; j < count; j++) {
            result = Math.max(result, a[at + j]);
        }
        return result;
    }
}
