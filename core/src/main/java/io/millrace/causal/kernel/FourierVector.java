package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.causal.mechanism.Fourier;
import jdk.incubator.vector.FloatVector;

/**
 * {@link FourierScalar} over lanes, two vectors of rows at once: they share the loop over the causes and what is broadcast, and hide each
 * other's latency; four are more than C2 inlines. The long method is above the 325 bytes of bytecode that C2 inlines: so it is compiled whole, and not cut in the middle where
 * a caller has grown too large.
 */
final class FourierVector implements FourierKernel {
    private static final int LANES = FLOAT.length();

    @Override
    public void apply(Fourier function, int causes, float start, float[] x, int[] at, int rows, float[] y, int to) {
        int pairs = rows - rows % (2 * LANES);
        pairs(function.numbers, function.count, causes, start, x, at, pairs, y, to);
        for (int r = pairs; r < rows; r += LANES) {
            one(function.numbers, function.count, causes, start, x, at, r, y, to);
        }
    }

    private static void pairs(
            float[] numbers, int count, int causes, float start, float[] x, int[] at, int rows, float[] y, int to) {
        for (int r = 0; r < rows; r += 2 * LANES) {
            FloatVector sum0 = FloatVector.broadcast(FLOAT, start);
            FloatVector sum1 = sum0;
            for (int m = 0, i = 0; m < count; m++, i += causes + 2) {
                FloatVector z0 = FloatVector.broadcast(FLOAT, numbers[i + 1]);
                FloatVector z1 = z0;
                for (int k = 0; k < causes; k++) {
                    FloatVector turns = FloatVector.broadcast(FLOAT, numbers[i + 2 + k]);
                    int from = at[k] + r;
                    z0 = FloatVector.fromArray(FLOAT, x, from).fma(turns, z0);
                    z1 = FloatVector.fromArray(FLOAT, x, from + LANES).fma(turns, z1);
                }
                FloatVector amplitude = FloatVector.broadcast(FLOAT, numbers[i]);
                sum0 = SmoothVector.cosine(z0).fma(amplitude, sum0);
                sum1 = SmoothVector.cosine(z1).fma(amplitude, sum1);
            }
            sum0.intoArray(y, to + r);
            sum1.intoArray(y, to + r + LANES);
        }
    }

    private static void one(
            float[] numbers, int count, int causes, float start, float[] x, int[] at, int r, float[] y, int to) {
        FloatVector sum = FloatVector.broadcast(FLOAT, start);
        for (int m = 0, i = 0; m < count; m++, i += causes + 2) {
            FloatVector z = FloatVector.broadcast(FLOAT, numbers[i + 1]);
            for (int k = 0; k < causes; k++) {
                z = FloatVector.fromArray(FLOAT, x, at[k] + r).fma(FloatVector.broadcast(FLOAT, numbers[i + 2 + k]), z);
            }
            sum = SmoothVector.cosine(z).fma(FloatVector.broadcast(FLOAT, numbers[i]), sum);
        }
        sum.intoArray(y, to + r);
    }
}
