package io.millrace.random;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.L2I;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.millrace.math.NormalVector;
import io.millrace.math.TurnsVector;
import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The same values over lanes. */
final class DrawsVector extends Draws {
    private static final VectorSpecies<Long> LONG = Species.LONG;
    private static final VectorSpecies<Integer> INT = Species.INT;
    private static final VectorSpecies<Float> FLOAT = Species.FLOAT;
    private static final int LANES = LONG.length();

    /** Lane p of the zipped pair of vectors (a, b), p over both results, is lane p/2 of a where p is even, else of b. */
    private static final VectorShuffle<Long> ZIP_LOW = VectorShuffle.fromOp(LONG, p -> p / 2);

    private static final VectorShuffle<Long> ZIP_HIGH = VectorShuffle.fromOp(LONG, p -> (LANES + p) / 2);
    private static final VectorMask<Long> FROM_B_LOW = oddPositions(0);
    private static final VectorMask<Long> FROM_B_HIGH = oddPositions(LANES);

    private static final LongVector COUNT = LongVector.zero(LONG).addIndex(1);
    private static final VectorMask<Integer> COSINE = VectorMask.fromLong(INT, 0x5555_5555_5555_5555L);
    private static final int QUARTER_TURN = 1 << 30;
    /** The bits of 2⁵². */
    private static final long TWO52_BITS = 0x4330_0000_0000_0000L;

    /** The two key words of each round: broadcast from memory, they cost the vector units nothing. */
    private final long[] roundKeys = new long[2 * Philox.ROUNDS];

    private long[] low = {};
    private long[] high = {};
    private double[] first = {};
    private double[] second = {};

    DrawsVector(Philox philox) {
        for (int round = 0; round < Philox.ROUNDS; round++) {
            roundKeys[2 * round] = philox.key0() + round * Philox.WEYL_0 & Philox.LOW;
            roundKeys[2 * round + 1] = philox.key1() + round * Philox.WEYL_1 & Philox.LOW;
        }
    }

    private static VectorMask<Long> oddPositions(int from) {
        boolean[] odd = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            odd[lane] = (from + lane) % 2 == 1;
        }
        return VectorMask.fromArray(LONG, odd, 0);
    }

    /**
     * Lane = (instance, block), consecutive ones, so that short instances fill whole vectors. In two passes over an array:
     * together they are more than C2 inlines.
     */
    @Override
    public void words(long first, int instances, int attempt, int stream, int firstBlock, int blocks, int[] out) {
        int total = instances * blocks;
        reserve(total + LANES);
        pairs(total, first, Philox.lane(attempt, stream) & Philox.LOW, firstBlock, blocks);
        zip(total, out);
    }

    private void reserve(int length) {
        if (low.length < length) {
            low = new long[length];
            high = new long[length];
        }
    }

    private void pairs(int total, long first, long lane, int firstBlock, int blocks) {
        long[] keys = roundKeys;
        LongVector block = LongVector.zero(LONG).addIndex(1);
        LongVector index = LongVector.broadcast(LONG, first);
        for (VectorMask<Long> past = block.compare(GE, blocks); past.anyTrue(); past = block.compare(GE, blocks)) {
            block = block.sub(blocks, past);
            index = index.add(1, past);
        }
        long blockStep = LANES % blocks;
        long indexStep = LANES / blocks;
        for (int done = 0; done < total; done += LANES) {
            rounds(keys, block.add(firstBlock), lane, index, low, high, done);
            block = block.add(blockStep);
            VectorMask<Long> past = block.compare(GE, blocks);
            block = block.sub(blocks, past);
            index = index.add(indexStep).add(1, past);
        }
    }

    /**
     * The words 0, 1 of each lane's block into {@code low}, the words 2, 3 into {@code high}. A 32-bit word lives in a 64-bit
     * lane, where one multiplication gives both halves of Philox's product; what the upper half of a lane holds besides is
     * masked away before it counts.
     */
    private static void rounds(
            long[] keys, LongVector block, long lane, LongVector index, long[] low, long[] high, int at) {
        LongVector m0 = widened(Philox.MULTIPLIER_0);
        LongVector m1 = widened(Philox.MULTIPLIER_1);
        LongVector c0 = block;
        LongVector c1 = LongVector.broadcast(LONG, lane);
        LongVector c2 = index;
        LongVector c3 = index.lanewise(LSHR, 32);
        for (int k = 0; k < 2 * Philox.ROUNDS; k += 2) {
            LongVector p0 = c0.and(Philox.LOW).mul(m0);
            LongVector p1 = c2.and(Philox.LOW).mul(m1);
            c0 = p1.lanewise(LSHR, 32).lanewise(XOR, c1.lanewise(XOR, keys[k]));
            c2 = p0.lanewise(LSHR, 32).lanewise(XOR, c3.lanewise(XOR, keys[k + 1]));
            c1 = p1;
            c3 = p0;
        }
        c0.and(Philox.LOW).or(c1.lanewise(LSHL, 32)).intoArray(low, at);
        c2.and(Philox.LOW).or(c3.lanewise(LSHL, 32)).intoArray(high, at);
    }

    /** Shifted into place where C2 sees that its upper half is 0: then a product is one instruction of 32-bit factors, not three. */
    private static LongVector widened(int multiplier) {
        return LongVector.broadcast(LONG, (long) multiplier << 32).lanewise(LSHR, 32);
    }

    /** Block after block: low, high, low, high, … */
    private void zip(int total, int[] out) {
        for (int done = 0; done < total; done += LANES) {
            LongVector a = LongVector.fromArray(LONG, low, done);
            LongVector b = LongVector.fromArray(LONG, high, done);
            LongVector left = a.rearrange(ZIP_LOW).blend(b.rearrange(ZIP_LOW), FROM_B_LOW);
            LongVector right = a.rearrange(ZIP_HIGH).blend(b.rearrange(ZIP_HIGH), FROM_B_HIGH);
            left.reinterpretAsInts().intoArray(out, 4 * done);
            right.reinterpretAsInts().intoArray(out, 4 * done + 2 * LANES);
        }
    }

    /** Lane = block; two vectors of blocks at once hide the latency of the rounds, and fill each other's upper halves. */
    @Override
    public void pairs(long index, int attempt, int stream, int firstBlock, int count, int[] first, int[] second) {
        pairs(roundKeys, index, Philox.lane(attempt, stream) & Philox.LOW, firstBlock, count, first, second);
    }

    private static void pairs(
            long[] keys, long index, long lane, int firstBlock, int count, int[] first, int[] second) {
        LongVector m0 = widened(Philox.MULTIPLIER_0);
        LongVector m1 = widened(Philox.MULTIPLIER_1);
        LongVector mask = LongVector.broadcast(LONG, Philox.LOW);
        for (int at = 0; at < count; at += PAIRS) {
            for (int to = at; to < at + PAIRS / 2; to += 2 * LANES) {
                LongVector a0 = COUNT.add(firstBlock + to / 2);
                LongVector a1 = LongVector.broadcast(LONG, lane);
                LongVector a2 = LongVector.broadcast(LONG, index);
                LongVector a3 = LongVector.broadcast(LONG, index >>> 32);
                LongVector b0 = a0.add(PAIRS / 4);
                LongVector b1 = a1;
                LongVector b2 = a2;
                LongVector b3 = a3;
                for (int k = 0; k < 2 * Philox.ROUNDS; k += 2) {
                    LongVector k0 = LongVector.broadcast(LONG, keys[k]);
                    LongVector k1 = LongVector.broadcast(LONG, keys[k + 1]);
                    LongVector p0 = a0.and(mask).mul(m0);
                    LongVector p1 = a2.and(mask).mul(m1);
                    LongVector r0 = b0.and(mask).mul(m0);
                    LongVector r1 = b2.and(mask).mul(m1);
                    a0 = p1.lanewise(LSHR, 32).lanewise(XOR, a1.lanewise(XOR, k0));
                    b0 = r1.lanewise(LSHR, 32).lanewise(XOR, b1.lanewise(XOR, k0));
                    a2 = p0.lanewise(LSHR, 32).lanewise(XOR, a3.lanewise(XOR, k1));
                    b2 = r0.lanewise(LSHR, 32).lanewise(XOR, b3.lanewise(XOR, k1));
                    a1 = p1;
                    b1 = r1;
                    a3 = p0;
                    b3 = r0;
                }
                both(a0, b0, mask).intoArray(first, to);
                both(a1, b1, mask).intoArray(second, to);
                both(a2, b2, mask).intoArray(first, to + PAIRS / 2);
                both(a3, b3, mask).intoArray(second, to + PAIRS / 2);
            }
        }
    }

    /** Words of a in the even lanes, of b in the odd ones. */
    private static IntVector both(LongVector a, LongVector b, LongVector mask) {
        return a.and(mask).or(b.lanewise(LSHL, 32)).reinterpretAsInts();
    }

    @Override
    public void uniforms(int[] words, int count, float[] out) {
        for (int k = 0; k < count; k += FLOAT.length()) {
            ((FloatVector) IntVector.fromArray(INT, words, k).lanewise(LSHR, 8).convert(I2F, 0))
                    .mul(0x1p-24f)
                    .intoArray(out, k);
        }
    }

    /** In two passes over the array: one elementary function a loop is what C2 inlines whole. */
    @Override
    public void normals(int[] words, int count, float[] out) {
        radii(words, count, out);
        turn(words, count, out);
    }

    /** Lane = value; both lanes of a pair take the even word. */
    private static void radii(int[] words, int count, float[] out) {
        for (int k = 0; k < count; k += FLOAT.length()) {
            LongVector pairs = IntVector.fromArray(INT, words, k).reinterpretAsLongs();
            LongVector even = pairs.and(Philox.LOW).or(pairs.lanewise(LSHL, 32));
            NormalVector.radius(even.reinterpretAsInts()).intoArray(out, k);
        }
    }

    /** Lane = value; both lanes of a pair take the odd word, the first a quarter turn on: cos t = sin(t + ¼). */
    private static void turn(int[] words, int count, float[] out) {
        for (int k = 0; k < count; k += FLOAT.length()) {
            LongVector pairs = IntVector.fromArray(INT, words, k).reinterpretAsLongs();
            LongVector odd = pairs.lanewise(LSHR, 32).or(pairs.and(~Philox.LOW));
            IntVector angle = odd.reinterpretAsInts().add(QUARTER_TURN, COSINE);
            FloatVector.fromArray(FLOAT, out, k).mul(TurnsVector.sin(angle)).intoArray(out, k);
        }
    }

    /** Lane = value: the 53 bits in two halves that 2⁵² + half holds exactly, for AVX2 converts no 64-bit integer. */
    @Override
    public void uniforms(int[] words, int count, double[] out) {
        for (int k = 0; k < count; k += LANES) {
            LongVector bits = IntVector.fromArray(INT, words, 2 * k).reinterpretAsLongs();
            DoubleVector upper = halves(bits.lanewise(LSHR, 43));
            DoubleVector lower = halves(bits.lanewise(LSHR, 11).and(Philox.LOW));
            upper.mul(0x1p32).add(lower).mul(0x1p-53).intoArray(out, k);
        }
    }

    private static DoubleVector halves(LongVector integers) {
        return integers.or(TWO52_BITS).reinterpretAsDoubles().sub(0x1p52);
    }

    @Override
    public void normals(int[] words, int count, double[] out) {
        int pairs = (count + 1) / 2;
        reserve(pairs);
        if (first.length < pairs) {
            first = new double[pairs];
            second = new double[pairs];
        }
        for (int k = 0; k < pairs; k++) {
            low[k] = words[4 * k] & Philox.LOW | (long) words[4 * k + 1] << 32;
            high[k] = words[4 * k + 2] & Philox.LOW | (long) words[4 * k + 3] << 32;
        }
        NormalVector.pairs(low, high, first, second, 0, pairs);
        for (int k = 0; k < pairs; k++) {
            out[2 * k] = first[k];
            out[2 * k + 1] = second[k];
        }
    }

    /** Lane = value: x·b·2⁻⁶⁴ from the two half products of the 64-bit x, for 0 < b < 2³¹. */
    @Override
    public void integers(int[] words, int count, int origin, int bound, int[] out) {
        for (int k = 0; k < count; k += LANES) {
            LongVector bits = IntVector.fromArray(INT, words, 2 * k).reinterpretAsLongs();
            LongVector carry = bits.and(Philox.LOW).mul(bound).lanewise(LSHR, 32);
            LongVector value = bits.lanewise(LSHR, 32).mul(bound).add(carry).lanewise(LSHR, 32);
            ((IntVector) value.convertShape(L2I, INT, 0)).add(origin).intoArray(out, k);
        }
    }
}
