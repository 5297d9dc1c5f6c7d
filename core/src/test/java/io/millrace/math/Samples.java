package io.millrace.math;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Arguments that every function is tried on. */
final class Samples {
    /** The seed of the random samples: another with {@code -Dmillrace.test.seed=…}. */
    static final long SEED = Long.getLong("millrace.test.seed", 20261101L);

    static final boolean EXHAUSTIVE = Boolean.getBoolean("millrace.test.exhaustive");

    private static final double[] DOUBLE_EDGES = {
        0.0,
        Double.MIN_VALUE,
        3 * Double.MIN_VALUE,
        Double.MIN_NORMAL - Double.MIN_VALUE,
        Double.MIN_NORMAL,
        0x1p-537,
        0x1p-54,
        0x1p-27,
        0.5,
        Math.nextDown(0.5),
        Math.nextUp(0.5),
        0.7071067811865475,
        0.7071067811865476,
        Math.nextDown(1.0),
        1.0,
        Math.nextUp(1.0),
        1.4142135623730950,
        1.4142135623730951,
        2.0,
        Math.E,
        Math.PI / 4,
        Math.nextUp(Math.PI / 4),
        Math.PI / 2,
        Math.PI,
        2 * Math.PI,
        22.0,
        11.0,
        355.0,
        103993.0,
        709.782712893384,
        709.7827128933841,
        710.0,
        745.1332191019411,
        745.1332191019412,
        746.0,
        708.3964185322641,
        1022.0,
        1023.9999999999999,
        1024.0,
        1074.0,
        1074.9999999999998,
        1075.0,
        0x1p31,
        Math.nextUp(0x1p31),
        Math.nextDown(0x1p31),
        0x1p53,
        0x1p120,
        0x1p511,
        0x1p1000,
        0x1p1023,
        // The double nearest to a multiple of π/2, and others of W. Kahan's and J.-M. Muller's hard cases.
        6381956970095103.0 * 0x1p797,
        0x1.6ac5b262ca1ffp849,
        0x1.6ac5b262ca1ffp-6,
        0x1.7d7ffd0deeb97p22,
        5.0e22,
        1e22,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NaN,
        Double.longBitsToDouble(0x7ff0000000000001L),
        Double.longBitsToDouble(0x7fffffffffffffffL)
    };

    private Samples() {}

    /** Edges and hard cases, each with both signs. */
    static double[] doubleEdges() {
        return DoubleStream.of(DOUBLE_EDGES)
                .flatMap(x ->
                        DoubleStream.of(x, Double.longBitsToDouble(Double.doubleToRawLongBits(x) ^ Long.MIN_VALUE)))
                .toArray();
    }

    /** The doubles nearest to multiples of π/2, whose reduction cancels all but the last bits. */
    static double[] nearQuarterTurns(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            long k = i < count / 2 ? i + 1 : random.nextLong(1L << (1 + random.nextInt(50)));
            x[i] = k * (Math.PI / 2);
        }
        return x;
    }

    /** Half of them uniform in [from, to], half of them of any exponent in there. */
    static double[] randomDoubles(int count, double from, double to) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            double candidate = from + (to - from) * random.nextDouble();
            while (i % 2 == 1) {
                candidate = Double.longBitsToDouble(random.nextLong());
                if (candidate >= from && candidate <= to) {
                    break;
                }
            }
            x[i] = candidate;
        }
        return x;
    }

    /** Any bits: every exponent, both signs, NaNs. */
    static double[] randomBits(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = Double.longBitsToDouble(random.nextLong());
        }
        return x;
    }

    /** Words whose distance from a quarter turn has any size. */
    static long[] words(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            long small = random.nextLong() >> random.nextInt(64);
            words[i] = ((long) i << 61) + (i < 64 ? i / 8 - 4 : small);
        }
        return words;
    }
}
