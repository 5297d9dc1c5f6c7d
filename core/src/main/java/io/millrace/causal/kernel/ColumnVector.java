package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** {@link ColumnScalar} over lanes. */
final class ColumnVector implements ColumnKernel {
    private static final int LANES = FLOAT.length();

    private final ColumnScalar rest = new ColumnScalar();

    @Override
    public boolean within(float[] x, int at, int count, float most) {
        int whole = count - count % LANES;
        VectorMask<Float> good = FLOAT.maskAll(true);
        for (int r = 0; r < whole; r += LANES) {
            good = good.and(FloatVector.fromArray(FLOAT, x, at + r).abs().compare(LE, most));
        }
        return good.allTrue() && (whole == count || rest.within(x, at + whole, count - whole, most));
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
