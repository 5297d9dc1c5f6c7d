package io.millrace.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.math.Normal;
import io.millrace.simd.Species;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of {@link Draws} does: the definition written out, canaries behind the slack. */
@Tag("digest")
class DrawsTest {
    private static final int POISON = 0xDEADBEEF;
    private static final float FLOAT_POISON = Float.intBitsToFloat(0x7fa5a5a5);

    enum Kind {
        SCALAR,
        VECTOR;

        Draws of(Philox philox) {
            return this == SCALAR ? Draws.scalar(philox) : Draws.vector(philox);
        }
    }

    private static int[] sizes() {
        TreeSet<Integer> sizes = new TreeSet<>();
        for (int n : new int[] {Species.LONG.length(), Species.INT.length()}) {
            for (int size : new int[] {0, 1, n - 1, n, n + 1, 2 * n - 1, 2 * n, 2 * n + 1}) {
                sizes.add(size);
            }
        }
        sizes.addAll(java.util.List.of(3, 5, 7, 11, 13, 31, 67, 127, 257));
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    @ParameterizedTest
    @EnumSource
    void words(Kind kind) {
        long[] firsts = {0, 1, 0xffff_fff0L, 0xffff_ffffL, 0x1_0000_0000L, 0x7fff_ffff_0000_0001L, Long.MAX_VALUE - 300
        };
        Philox philox = Philox.of("test", 20261101);
        Draws draws = kind.of(philox);
        int[] lanes = {0, 65_535, 7};
        for (int blocks : new int[] {1, 2, 3, 4, 5, 7, 8, 11, 16, 17, 50}) {
            for (int instances : sizes()) {
                long first = firsts[(blocks + instances) % firsts.length];
                int attempt = lanes[instances % 3];
                int stream = lanes[blocks % 3];
                int[] out = poisoned(4 * blocks * instances);
                draws.words(first, instances, attempt, stream, blocks, out);
                int[] expected = new int[4];
                for (int k = 0; k < blocks * instances; k++) {
                    philox.block(k % blocks, Philox.lane(attempt, stream), first + k / blocks, expected, 0);
                    assertArrayEquals(expected, Arrays.copyOfRange(out, 4 * k, 4 * k + 4));
                }
                checkCanaries(out, 4 * blocks * instances);
            }
        }
    }

    /** Number 64u + 32h + 2q + p is words 2h, 2h + 1 of block 32u + 16p + q. */
    @ParameterizedTest
    @EnumSource
    void pairs(Kind kind) {
        Philox philox = Philox.of("test", 20261128);
        Draws draws = kind.of(philox);
        for (int count : new int[] {0, 1, 63, 64, 65, 200, 1024}) {
            long index = 0x1_0000_0000L * count + 0xffff_fffeL;
            int firstBlock = 0x7fff_0000 - count;
            int whole = Math.ceilDiv(count, Draws.PAIRS) * Draws.PAIRS;
            int[] first = poisoned(whole);
            int[] second = poisoned(whole);
            draws.pairs(index, 5, 77, firstBlock, count, first, second);
            int[] words = new int[4];
            for (int j = 0; j < whole; j++) {
                int h = j / 32 % 2;
                philox.block(firstBlock + j / 64 * 32 + j % 2 * 16 + j % 32 / 2, Philox.lane(5, 77), index, words, 0);
                assertEquals(words[2 * h], first[j]);
                assertEquals(words[2 * h + 1], second[j]);
            }
            checkCanaries(first, whole);
            checkCanaries(second, whole);
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsFromABlockOn(Kind kind) {
        Draws draws = kind.of(Philox.of("test", 3));
        int[] all = poisoned(4 * 40);
        draws.words(9, 1, 2, 3, 40, all);
        for (int from : new int[] {0, 1, 7, 8, 16, 23}) {
            int[] part = poisoned(4 * 17);
            draws.words(9, 1, 2, 3, from, 17, part);
            assertArrayEquals(Arrays.copyOfRange(all, 4 * from, 4 * (from + 17)), Arrays.copyOf(part, 4 * 17));
        }
    }

    @ParameterizedTest
    @EnumSource
    void doubles(Kind kind) {
        Draws draws = kind.of(Philox.of("test", 1));
        for (int count : sizes()) {
            int[] words = inputs(2 * (count + 1) + Draws.SLACK, count);
            double[] uniforms = new double[count + Draws.SLACK];
            double[] normals = new double[count + Draws.SLACK];
            draws.uniforms(words, count, uniforms);
            draws.normals(words, count, normals);
            for (int k = 0; k < count; k++) {
                assertEquals(Math.scalb((double) (bits(words, k) >>> 11), -53), uniforms[k]);
                int pair = k & ~1;
                double expected = k == pair
                        ? Normal.first(bits(words, pair), bits(words, pair + 1))
                        : Normal.second(bits(words, pair), bits(words, pair + 1));
                assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(normals[k]));
            }
        }
    }

    private static long bits(int[] words, int k) {
        return Integer.toUnsignedLong(words[2 * k]) | (long) words[2 * k + 1] << 32;
    }

    @ParameterizedTest
    @EnumSource
    void uniforms(Kind kind) {
        Draws draws = kind.of(Philox.of("test", 1));
        for (int count : sizes()) {
            int[] words = inputs(count + Draws.SLACK, count);
            float[] out = poisonedFloats(count);
            draws.uniforms(words, count, out);
            for (int k = 0; k < count; k++) {
                assertEquals(Math.scalb((float) (words[k] >>> 8), -24), out[k]);
            }
            checkCanaries(out, count);
        }
    }

    @ParameterizedTest
    @EnumSource
    void normals(Kind kind) {
        Draws draws = kind.of(Philox.of("test", 1));
        for (int count : sizes()) {
            int[] words = inputs(count + Draws.SLACK, count + 1);
            float[] out = poisonedFloats(count + 1);
            draws.normals(words, count, out);
            for (int k = 0; k < count; k += 2) {
                assertBits(Normal.first(words[k], words[k + 1]), out[k]);
                assertBits(Normal.second(words[k], words[k + 1]), out[k + 1]);
            }
            checkCanaries(out, count + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void integers(Kind kind) {
        Draws draws = kind.of(Philox.of("test", 1));
        int[][] ranges = {{0, 1}, {1, 9}, {50, 51}, {-3, 7}, {0, 1_000_000}, {0, Integer.MAX_VALUE}, {-1, 1 << 30}};
        for (int count : sizes()) {
            for (int[] range : ranges) {
                int[] words = inputs(2 * count + Draws.SLACK, count + range[1]);
                int[] out = poisoned(count);
                draws.integers(words, count, range[0], range[1], out);
                for (int k = 0; k < count; k++) {
                    long bits = words[2 * k] & 0xffff_ffffL | (long) words[2 * k + 1] << 32;
                    java.math.BigInteger product = new java.math.BigInteger(Long.toUnsignedString(bits))
                            .multiply(java.math.BigInteger.valueOf(range[1]))
                            .shiftRight(64);
                    assertEquals(range[0] + product.intValueExact(), out[k]);
                }
                checkCanaries(out, count);
            }
        }
    }

    /** Random words with the corners of their range among them. */
    private static int[] inputs(int length, long seed) {
        int[] corners = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1, 255, 256};
        SplittableRandom random = new SplittableRandom(seed);
        return random.ints(length)
                .map(word -> random.nextInt(4) == 0 ? corners[random.nextInt(corners.length)] : word)
                .toArray();
    }

    private static int[] poisoned(int used) {
        int[] out = new int[used + Draws.SLACK + 16];
        Arrays.fill(out, POISON);
        return out;
    }

    private static float[] poisonedFloats(int used) {
        float[] out = new float[used + Draws.SLACK + 16];
        Arrays.fill(out, FLOAT_POISON);
        return out;
    }

    private static void checkCanaries(int[] out, int used) {
        for (int k = used + Draws.SLACK; k < out.length; k++) {
            assertEquals(POISON, out[k]);
        }
    }

    private static void checkCanaries(float[] out, int used) {
        for (int k = used + Draws.SLACK; k < out.length; k++) {
            assertBits(FLOAT_POISON, out[k]);
        }
    }

    private static void assertBits(float expected, float actual) {
        assertEquals(Float.floatToRawIntBits(expected), Float.floatToRawIntBits(actual));
    }
}
