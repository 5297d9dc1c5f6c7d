package io.millrace.radio.kernel;

import static io.millrace.simd.Species.FLOAT;

import jdk.incubator.vector.FloatVector;

/** {@link CurveScalar} over lanes of samples. */
final class CurveVector implements CurveKernel {
    private static final FloatVector LANE = FloatVector.zero(FLOAT).addIndex(1);

    @Override
    public void make(float[] c, int from, float start, float step, int count, float[] out, int at) {
        FloatVector c0 = FloatVector.broadcast(FLOAT, c[from]);
        FloatVector c1 = FloatVector.broadcast(FLOAT, c[from + 1]);
        FloatVector c2 = FloatVector.broadcast(FLOAT, c[from + 2]);
        FloatVector c3 = FloatVector.broadcast(FLOAT, c[from + 3]);
        FloatVector c4 = FloatVector.broadcast(FLOAT, c[from + 4]);
        FloatVector c5 = FloatVector.broadcast(FLOAT, c[from + 5]);
        for (int j = 0; j < count; j += FLOAT.length()) {
            FloatVector u = LANE.add(j).fma(c0.broadcast(step), c0.broadcast(start));
            FloatVector p = u.fma(c5, c4);
            p = u.fma(p, c3);
            p = u.fma(p, c2);
            p = u.fma(p, c1);
            u.fma(p, c0).intoArray(out, at + j);
        }
    }
}
