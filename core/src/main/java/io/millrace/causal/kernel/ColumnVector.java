package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;
import static io.millrace.simd.Species.INT;
import static jdk.incubator.vector.VectorOperators.MAX;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** {@link ColumnScalar} over lanes. Magnitudes are compared by their bits, which order numbers, infinity and NaN, in this order. */
final class ColumnVector implements ColumnKernel {
    private static final int LANES = FLOAT.length();

    private final ColumnScalar rest = new ColumnScalar();

    @Override
    public float largest(float[] x, int at, int count) {
        int whole = count - count % LANES;
        IntVector largest = IntVector.zero(INT);
        for (int r = 0; r < whole; r += LANES) {
            largest = largest.max(
                    FloatVector.fromArray(FLOAT, x, at + r).reinterpretAsInts().and(Integer.MAX_VALUE));
        }
        float found = Float.intBitsToFloat(largest.reduceLanes(MAX));
        return whole == count ? found : Math.max(found, rest.largest(x, at + whole, count - whole));
    }

    @Override
    public void scale(float[] x, int from, int count, float shift, float factor, int to) {
        for (int r = 0; r < count; r += LANES) {
            FloatVector.fromArray(FLOAT, x, from + r).sub(shift).mul(factor).intoArray(x, to + r);
        }
    }

    @Override
    public void squash(float[] x, int at, int count, float a, float b, float c) {
        for (int r = at; r < at + count; r += LANES) {
            SmoothVector.squash(FloatVector.fromArray(FLOAT, x, r), a, b, c).intoArray(x, r);
        }
    }
}
