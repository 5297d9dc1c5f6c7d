package io.millrace.opencl;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What functions are tried on, as bits; those of floats and words in the low half. */
final class Arguments {
    /** The seed of the random samples: another with {@code -Dmillrace.test.seed=…}. */
    static final long SEED = Long.getLong("millrace.test.seed", 20261101L);

    static final boolean EXHAUSTIVE = Boolean.getBoolean("millrace.test.exhaustive");

    private static final long LOW = 0xffff_ffffL;

    /** Zero, subnormals, 1 and the ends of kernels' ranges, ∞ and, as neighbours of ∞ and of the last pattern, NaNs. */
    private static final float[] FLOATS = {
        0,
        0x1p-140f,
        Float.MIN_NORMAL,
        0x1p-64f,
        0x1p-24f,
        0x1p-12f,
        0.25f,
        0.5f,
        0.70710677f,
        1,
        1.4142135f,
        2,
        // exp: the last subnormal, the first subnormal, the last finite; where it clamps
        -103.972084f,
        -104,
        -87.33655f,
        88.72284f,
        89,
        (float) (Math.PI / 4),
        // the ends of Cody and Waite's reductions, of exact integers
        0x1p15f,
        0x1p17f,
        0x1p22f,
        0x1p23f,
        0x1p24f,
        0x1p31f,
        0x1p64f,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NaN,
        Float.intBitsToFloat(0x7fffffff)
    };

    private static final double[] DOUBLES = {
        0,
        0x1p-1060,
        Double.MIN_NORMAL,
        0x1p-537,
        0x1p-54,
        0x1p-27,
        0.25,
        0.5,
        Math.sqrt(0.5),
        1,
        Math.sqrt(2),
        2,
        Math.E,
        Math.PI / 4,
        // exp: the first subnormal, the last, the last finite; where it clamps
        708.3964185322641,
        745.1332191019411,
        709.782712893384,
        710,
        746,
        // exp2 likewise
        1022,
        1024,
        1025,
        1074,
        1075,
        1080,
        0x1p15,
        0x1p31,
        0x1p50,
        0x1p51,
        0x1p52,
        0x1p53,
        0x1p120,
        0x1p511,
        0x1p1000,
        0x1p1023,
        // J.-M. Muller's and W. Kahan's hard angles
        6381956970095103.0 * 0x1p797,
        0x1.6ac5b262ca1ffp849,
        0x1.6ac5b262ca1ffp-6,
        0x1.7d7ffd0deeb97p22,
        5.0e22,
        1e22,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NaN,
        Double.longBitsToDouble(Long.MAX_VALUE)
    };

    private Arguments() {}

    static SplittableRandom random() {
        return new SplittableRandom(SEED);
    }

    /** Edges with three neighbours on each side, of both signs. */
    static long[] floatEdges() {
        return IntStream.range(0, FLOATS.length)
                .mapToLong(i -> Float.floatToRawIntBits(FLOATS[i]))
                .flatMap(bits -> LongStream.rangeClosed(bits - 3, bits + 3))
                .flatMap(bits -> LongStream.of(bits & LOW, (bits ^ Integer.MIN_VALUE) & LOW))
                .toArray();
    }

    /** Edges with three neighbours on each side, of both signs. */
    static long[] doubleEdges() {
        return DoubleStream.of(DOUBLES)
                .mapToLong(Double::doubleToRawLongBits)
                .flatMap(bits -> LongStream.rangeClosed(bits - 3, bits + 3))
                .flatMap(bits -> LongStream.of(bits, bits ^ Long.MIN_VALUE))
                .toArray();
    }

    /** Edges; where reductions change: about k·π/2, (k + ½)·ln 2 and √½·2^k; hard angles. */
    static long[] hardFloats() {
        DoubleStream steps = DoubleStream.concat(
                IntStream.range(1, 200_000).mapToDouble(k -> k * (Math.PI / 2)),
                IntStream.range(-152, 152)
                        .mapToObj(k -> new double[] {(k + 0.5) * Math.log(2), Math.scalb(Math.sqrt(0.5), k)})
                        .flatMapToDouble(DoubleStream::of));
        LongStream near = DoubleStream.concat(steps, hardAngles(24, 127))
                .mapToLong(x -> Float.floatToRawIntBits((float) x))
                .flatMap(bits -> LongStream.rangeClosed(bits - 2, bits + 2));
        return LongStream.concat(LongStream.of(floatEdges()), near).toArray();
    }

    /** Edges; where reductions change: about k·π/2, (k + ½)·ln 2, k + ½ and √½·2^k; hard angles. */
    static long[] hardDoubles() {
        SplittableRandom random = random();
        DoubleStream turns = IntStream.range(1, 200_000)
                .mapToDouble(k -> (k < 100_000 ? k : random.nextLong(1L << (1 + k % 52))) * (Math.PI / 2));
        DoubleStream steps = IntStream.range(-1080, 1080)
                .mapToObj(k -> new double[] {(k + 0.5) * Math.log(2), k + 0.5, Math.scalb(Math.sqrt(0.5), k)})
                .flatMapToDouble(DoubleStream::of);
        LongStream near = DoubleStream.concat(DoubleStream.concat(turns, steps), hardAngles(53, 1023))
                .mapToLong(Double::doubleToRawLongBits)
                .flatMap(bits -> LongStream.rangeClosed(bits - 2, bits + 2));
        return LongStream.concat(LongStream.of(doubleEdges()), near).toArray();
    }

    /**
     * Numbers nearest to multiples of π/2, of every exponent from 0 on: m·2^e with m below 2^bits the denominator of a convergent
     * of 2^e·2/π, as no other of its size makes m·2^e·2/π so near to an integer.
     */
    private static DoubleStream hardAngles(int bits, int exponent) {
        int point = 1300;
        BigInteger twoOverPi = BigInteger.ONE.shiftLeft(2 * point + 1).divide(pi(point));
        DoubleStream.Builder angles = DoubleStream.builder();
        for (int e = 0; e <= exponent - bits + 1; e++) {
            BigInteger n = twoOverPi.shiftLeft(e);
            BigInteger d = BigInteger.ONE.shiftLeft(point);
            BigInteger before = BigInteger.ONE;
            BigInteger q = BigInteger.ZERO;
            while (d.signum() != 0) {
                BigInteger[] step = n.divideAndRemainder(d);
                BigInteger next = step[0].multiply(q).add(before);
                if (next.bitLength() > bits) {
                    break;
                }
                before = q;
                q = next;
                angles.add(Math.scalb(q.doubleValue(), e));
                n = d;
                d = step[1];
            }
        }
        return angles.build();
    }

    /** π·2^point by Machin: 16·arctan ⅕ − 4·arctan 1/239. */
    private static BigInteger pi(int point) {
        int guarded = point + 32;
        return arctan(5, guarded)
                .shiftLeft(4)
                .subtract(arctan(239, guarded).shiftLeft(2))
                .shiftRight(32);
    }

    private static BigInteger arctan(int inverse, int point) {
        BigInteger square = BigInteger.valueOf(inverse * inverse);
        BigInteger power = BigInteger.ONE.shiftLeft(point).divide(BigInteger.valueOf(inverse));
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; power.signum() != 0; k++) {
            BigInteger term = power.divide(BigInteger.valueOf(2 * k + 1));
            sum = k % 2 == 0 ? sum.add(term) : sum.subtract(term);
            power = power.divide(square);
        }
        return sum;
    }

    /** Words about every eighth of a turn, and small ones. */
    static long[] words() {
        return LongStream.concat(
                        LongStream.range(0, 8).flatMap(k -> LongStream.range((k << 29) - 5000, (k << 29) + 5000)),
                        IntStream.range(0, 32).mapToLong(k -> 1L << k))
                .map(word -> word & LOW)
                .toArray();
    }

    /** Words whose distance from an eighth of a turn has any size. */
    static long[] longWords(int count) {
        SplittableRandom random = random();
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            long small = random.nextLong() >> random.nextInt(64);
            words[i] = ((long) i << 61) + (i < 1024 ? i / 8 - 64 : small);
        }
        return words;
    }

    /** Any bits: every exponent, both signs, NaNs. */
    static LongStream randomBits(int count) {
        return random().longs(count);
    }

    /** Half of them uniform in [−limit, limit], half of them with an exponent of any size below it. */
    static LongStream randomDoubles(int count, double limit) {
        SplittableRandom random = random();
        return random.doubles(count, -limit, limit)
                .map(x -> random.nextBoolean() ? x : Math.scalb(x, -random.nextInt(100)))
                .mapToLong(Double::doubleToRawLongBits);
    }
}
