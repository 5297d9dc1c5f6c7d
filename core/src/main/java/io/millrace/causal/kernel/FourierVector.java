package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.causal.mechanism.Fourier;
import jdk.incubator.vector.FloatVector;

/**
 * {@link FourierScalar} over lanes, two vectors of rows at once: they share what is broadcast, and hide each other's latency; four are more than C2
 * inlines. Up to {@value #FEW} causes are kept in registers, zeros for those that are missing: a loop over the causes in that over the features costs as
 * much as the cosines. The long methods are above the 325 bytes of bytecode that C2 inlines: so each is compiled whole, and not cut in the middle where a caller has
 * grown too large.
 */
final class FourierVector implements FourierKernel {
    private static final int LANES = FLOAT.length();
    private static final int FEW = 4;

    /** Turns of each feature where causes are many, two vectors of rows. */
    private float[] turns = {};

    @Override
    public void apply(Fourier function, int causes, float start, float[] x, int[] at, int rows, float[] y, int to) {
        float[] numbers = function.numbers;
        int count = function.count;
        for (int r = 0; r < rows; r += 2 * LANES) {
            if (r + LANES == rows) {
                one(numbers, count, causes, start, x, at, r, y, to + r);
            } else if (causes <= FEW) {
                few(numbers, count, causes, start, x, at, r, y, to + r);
            } else {
                many(numbers, count, causes, start, x, at, r, y, to + r);
            }
        }
    }

    private static void few(
            float[] numbers, int count, int causes, float start, float[] x, int[] at, int r, float[] y, int to) {
        FloatVector a0 = values(0, causes, x, at, r);
        FloatVector a1 = values(0, causes, x, at, r + LANES);
        FloatVector b0 = values(1, causes, x, at, r);
        FloatVector b1 = values(1, causes, x, at, r + LANES);
        FloatVector c0 = values(2, causes, x, at, r);
        FloatVector c1 = values(2, causes, x, at, r + LANES);
        FloatVector d0 = values(3, causes, x, at, r);
        FloatVector d1 = values(3, causes, x, at, r + LANES);
        int a = turns(0, causes, count);
        int b = turns(1, causes, count);
        int c = turns(2, causes, count);
        int d = turns(3, causes, count);
        FloatVector sum0 = FloatVector.broadcast(FLOAT, start);
        FloatVector sum1 = sum0;
        for (int m = 0; m < count; m++) {
            FloatVector z0 = FloatVector.broadcast(FLOAT, numbers[count + m]);
            FloatVector z1 = z0;
            FloatVector turns = FloatVector.broadcast(FLOAT, numbers[a + m]);
            z0 = a0.fma(turns, z0);
            z1 = a1.fma(turns, z1);
            turns = FloatVector.broadcast(FLOAT, numbers[b + m]);
            z0 = b0.fma(turns, z0);
            z1 = b1.fma(turns, z1);
            turns = FloatVector.broadcast(FLOAT, numbers[c + m]);
            z0 = c0.fma(turns, z0);
            z1 = c1.fma(turns, z1);
            turns = FloatVector.broadcast(FLOAT, numbers[d + m]);
            z0 = d0.fma(turns, z0);
            z1 = d1.fma(turns, z1);
            FloatVector amplitude = FloatVector.broadcast(FLOAT, numbers[m]);
            sum0 = SmoothVector.cosine(z0).fma(amplitude, sum0);
            sum1 = SmoothVector.cosine(z1).fma(amplitude, sum1);
        }
        sum0.intoArray(y, to);
        sum1.intoArray(y, to + LANES);
    }

    /** Values of a cause; of one that is missing, zeros. */
    private static FloatVector values(int k, int causes, float[] x, int[] at, int r) {
        return k < causes ? FloatVector.fromArray(FLOAT, x, at[k] + r) : FloatVector.zero(FLOAT);
    }

    /** Where the turns of a cause begin; of one that is missing, some numbers that are there. */
    private static int turns(int k, int causes, int count) {
        return k < causes ? (2 + k) * count : count;
    }

    private void many(
            float[] numbers, int count, int causes, float start, float[] x, int[] at, int r, float[] y, int to) {
        if (turns.length < 2 * LANES * count) {
            turns = new float[2 * LANES * count];
        }
        for (int k = 0; k < causes; k += FEW) {
            add(numbers, count, k, causes, x, at, r, turns);
        }
        sum(numbers, count, turns, start, y, to);
    }

    /** The turns by a few more causes, of the first ones from the phases on. */
    private static void add(float[] numbers, int count, int k, int causes, float[] x, int[] at, int r, float[] to) {
        FloatVector a0 = values(k, causes, x, at, r);
        FloatVector a1 = values(k, causes, x, at, r + LANES);
        FloatVector b0 = values(k + 1, causes, x, at, r);
        FloatVector b1 = values(k + 1, causes, x, at, r + LANES);
        FloatVector c0 = values(k + 2, causes, x, at, r);
        FloatVector c1 = values(k + 2, causes, x, at, r + LANES);
        FloatVector d0 = values(k + 3, causes, x, at, r);
        FloatVector d1 = values(k + 3, causes, x, at, r + LANES);
        int a = turns(k, causes, count);
        int b = turns(k + 1, causes, count);
        int c = turns(k + 2, causes, count);
        int d = turns(k + 3, causes, count);
        for (int m = 0, e = 0; m < count; m++, e += 2 * LANES) {
            FloatVector phase = FloatVector.broadcast(FLOAT, numbers[count + m]);
            FloatVector z0 = k == 0 ? phase : FloatVector.fromArray(FLOAT, to, e);
            FloatVector z1 = k == 0 ? phase : FloatVector.fromArray(FLOAT, to, e + LANES);
            FloatVector turns = FloatVector.broadcast(FLOAT, numbers[a + m]);
            z0 = a0.fma(turns, z0);
            z1 = a1.fma(turns, z1);
            turns = FloatVector.broadcast(FLOAT, numbers[b + m]);
            z0 = b0.fma(turns, z0);
            z1 = b1.fma(turns, z1);
            turns = FloatVector.broadcast(FLOAT, numbers[c + m]);
            z0 = c0.fma(turns, z0);
            z1 = c1.fma(turns, z1);
            turns = FloatVector.broadcast(FLOAT, numbers[d + m]);
            d0.fma(turns, z0).intoArray(to, e);
            d1.fma(turns, z1).intoArray(to, e + LANES);
        }
    }

    private static void sum(float[] numbers, int count, float[] turns, float start, float[] y, int to) {
        FloatVector sum0 = FloatVector.broadcast(FLOAT, start);
        FloatVector sum1 = sum0;
        for (int m = 0, e = 0; m < count; m++, e += 2 * LANES) {
            FloatVector amplitude = FloatVector.broadcast(FLOAT, numbers[m]);
            sum0 = SmoothVector.cosine(FloatVector.fromArray(FLOAT, turns, e)).fma(amplitude, sum0);
            sum1 = SmoothVector.cosine(FloatVector.fromArray(FLOAT, turns, e + LANES))
                    .fma(amplitude, sum1);
        }
        sum0.intoArray(y, to);
        sum1.intoArray(y, to + LANES);
    }

    private static void one(
            float[] numbers, int count, int causes, float start, float[] x, int[] at, int r, float[] y, int to) {
        FloatVector sum = FloatVector.broadcast(FLOAT, start);
        for (int m = 0; m < count; m++) {
            FloatVector z = FloatVector.broadcast(FLOAT, numbers[count + m]);
            for (int k = 0; k < causes; k++) {
                z = FloatVector.fromArray(FLOAT, x, at[k] + r)
                        .fma(FloatVector.broadcast(FLOAT, numbers[(2 + k) * count + m]), z);
            }
            sum = SmoothVector.cosine(z).fma(FloatVector.broadcast(FLOAT, numbers[m]), sum);
        }
        sum.intoArray(y, to);
    }
}
