package io.millrace.math;

import static io.millrace.simd.Species.FLOAT;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.FloatVector;

/** {@link Gelu} over vectors of {@link io.millrace.simd.Species}: the same operations per lane in the same order, so the same bits. One long method: nothing to inline. */
public final class GeluVector {
    private static final int LANES = FLOAT.length();

    private GeluVector() {}

    /** {@link Gelu#gelu(float)} of the first numbers, {@code count} rounded up to whole vectors, in their place. */
    public static void gelu(float[] values, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOAT, values, i);
            FloatVector t = x.abs();
            t = t.blend(Gelu.LAST, t.compare(GT, Gelu.LAST));
            FloatVector p = t.fma(Gelu.P11, Gelu.P10);
            p = p.fma(t, t.broadcast(Gelu.P9));
            p = p.fma(t, t.broadcast(Gelu.P8));
            p = p.fma(t, t.broadcast(Gelu.P7));
            p = p.fma(t, t.broadcast(Gelu.P6));
            p = p.fma(t, t.broadcast(Gelu.P5));
            p = p.fma(t, t.broadcast(Gelu.P4));
            p = p.fma(t, t.broadcast(Gelu.P3));
            p = p.fma(t, t.broadcast(Gelu.P2));
            p = p.fma(t, t.broadcast(Gelu.P1));
            p = p.fma(t, t.broadcast(1));
            FloatVector square = p.mul(p);
            FloatVector positive = x.broadcast(0).blend(x, x.compare(GT, 0));
            square.mul(square)
                    .fma(t.mul(-0.5f), positive)
                    .blend(Float.NaN, x.compare(NE, x))
                    .intoArray(values, i);
        }
    }
}
