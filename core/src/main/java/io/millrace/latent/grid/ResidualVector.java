package io.millrace.latent.grid;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.math.GeluVector;
import jdk.incubator.vector.FloatVector;

/** {@link ResidualScalar} over lanes. */
final class ResidualVector implements ResidualKernel {
    private static final int LANES = FLOAT.length();

    /** Four vectors of positions at once: a weight is broadcast once for them, and their chains hide each other's latency. */
    @Override
    public void convolve(
            float[] x, int at, float[] weights, int from, int[] taps, float bias, int count, float[] hidden) {
        for (int i = 0; i < count; i += 4 * LANES) {
            FloatVector a = FloatVector.broadcast(FLOAT, bias);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            for (int j = 0; j < taps.length; j++) {
                FloatVector weight = FloatVector.broadcast(FLOAT, weights[from + j]);
                int tap = at + taps[j] + i;
                a = weight.fma(FloatVector.fromArray(FLOAT, x, tap), a);
                b = weight.fma(FloatVector.fromArray(FLOAT, x, tap + LANES), b);
                c = weight.fma(FloatVector.fromArray(FLOAT, x, tap + 2 * LANES), c);
                d = weight.fma(FloatVector.fromArray(FLOAT, x, tap + 3 * LANES), d);
            }
            a.intoArray(hidden, i);
            b.intoArray(hidden, i + LANES);
            c.intoArray(hidden, i + 2 * LANES);
            d.intoArray(hidden, i + 3 * LANES);
        }
    }

    @Override
    public void activate(int count, float[] hidden) {
        GeluVector.gelu(hidden, count);
    }

    @Override
    public void accumulate(float[] hidden, float weight, int count, float[] r, int at) {
        FloatVector factor = FloatVector.broadcast(FLOAT, weight);
        for (int i = 0; i < count; i += LANES) {
            FloatVector.fromArray(FLOAT, hidden, i)
                    .fma(factor, FloatVector.fromArray(FLOAT, r, at + i))
                    .intoArray(r, at + i);
        }
    }
}
