package io.millrace.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final Philox PHILOX = Philox.of("test", 20261101);

    /** Both read the same words, uniforms and integers at the same positions. */
    @Property(tries = 200)
    void positionsAreThoseOfDraws(
            @ForAll long index,
            @ForAll @IntRange(max = Philox.MAX_ATTEMPTS - 1) int attempt,
            @ForAll @IntRange(max = 65_535) int stream,
            @ForAll @IntRange(min = 1) int bound) {
        int blocks = 9;
        Draws draws = Draws.scalar(PHILOX);
        int[] words = new int[4 * blocks + Draws.SLACK];
        float[] uniforms = new float[words.length];
        int[] integers = new int[words.length];
        draws.words(index, 1, attempt, stream, blocks, words);
        draws.uniforms(words, 4 * blocks, uniforms);
        draws.integers(words, 2 * blocks, 0, bound, integers);
        RandomStream random = new RandomStream(PHILOX).at(index, attempt, stream);
        for (int k = 4 * blocks - 1; k >= 0; k--) {
            assertEquals(words[k], random.word(k));
            assertEquals(uniforms[k], random.uniform(k));
        }
        for (int k = 0; k < 2 * blocks; k++) {
            assertEquals(integers[k], random.below(k, bound));
            long bits = words[2 * k] & 0xffff_ffffL | (long) words[2 * k + 1] << 32;
            assertEquals((bits >>> 11) / 0x1p53, random.uniformDouble(k));
        }
    }

    @Property
    void below(@ForAll long index, @ForAll @IntRange(max = 1 << 20) int k, @ForAll @IntRange(min = 1) int bound) {
        RandomStream random = new RandomStream(PHILOX).at(index, 0, 1);
        int value = random.below(k, bound);
        assertTrue(value >= 0 && value < bound);
        BigInteger bits = BigInteger.valueOf(random.word(2 * k) & 0xffff_ffffL)
                .add(BigInteger.valueOf(random.word(2 * k + 1) & 0xffff_ffffL).shiftLeft(32));
        assertEquals(bits.multiply(BigInteger.valueOf(bound)).shiftRight(64).intValueExact(), value);
        assertEquals(0, random.below(k, 1));
    }

    @Test
    void thereIsNothingBelowZero() {
        RandomStream random = new RandomStream(PHILOX);
        assertThrows(IllegalArgumentException.class, () -> random.below(0, 0));
        assertThrows(IllegalArgumentException.class, () -> random.below(0, -5));
    }

    /** Positions are counted without sign up to 2³². */
    @Test
    void theLastWords() {
        RandomStream random = new RandomStream(PHILOX).at(3, 0, 2);
        int[] block = new int[4];
        PHILOX.block(-1 >>> 2, Philox.lane(0, 2), 3, block, 0);
        assertEquals(block[3], random.word(-1));
        assertEquals(block[0], random.word(-4));
    }

    @Property(tries = 200)
    void permutationsAndChoicesRepeatNothing(
            @ForAll long index, @ForAll @IntRange(max = 200) int from, @ForAll @IntRange(max = 200) int some) {
        int count = Math.min(some, from);
        int[] out = new int[from + 2];
        Arrays.fill(out, -7);
        RandomStream random = new RandomStream(PHILOX).at(index, 0, 3);
        random.permutation(from, out);
        assertEquals(-7, out[from]);
        assertTrue(distinct(out, from, from));
        random.choice(count, from, out);
        assertEquals(-7, out[from]);
        assertTrue(distinct(out, count, from));
    }

    private static boolean distinct(int[] values, int count, int bound) {
        boolean[] seen = new boolean[bound];
        for (int i = 0; i < count; i++) {
            if (values[i] < 0 || values[i] >= bound || seen[values[i]]) {
                return false;
            }
            seen[values[i]] = true;
        }
        return true;
    }

    @Test
    void everyPermutationOfFourIsEquallyLikely() {
        RandomStream random = new RandomStream(PHILOX);
        long[] counts = new long[256];
        int[] out = new int[4];
        for (int n = 0; n < 120_000; n++) {
            random.at(n, 0, 4).permutation(4, out);
            counts[out[0] << 6 | out[1] << 4 | out[2] << 2 | out[3]]++;
        }
        long[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertEquals(24, seen.length);
        Statistics.uniform("permutations of 4", seen);
    }

    @Test
    void everyOrderedChoiceOfTwoOfFiveIsEquallyLikely() {
        RandomStream random = new RandomStream(PHILOX);
        long[] counts = new long[25];
        int[] out = new int[5];
        for (int n = 0; n < 100_000; n++) {
            random.at(n, 0, 5).choice(2, 5, out);
            counts[5 * out[0] + out[1]]++;
        }
        long[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertEquals(20, seen.length);
        Statistics.uniform("choices of 2 of 5", seen);
    }

    @Test
    void triangular() {
        double[][] laws = {{3, 6, 25}, {0, 0, 1}, {0, 1, 1}, {-2, 5, 6}};
        RandomStream random = new RandomStream(PHILOX);
        for (double[] law : laws) {
            double low = law[0];
            double mode = law[1];
            double high = law[2];
            double[] sample = new double[50_000];
            for (int n = 0; n < sample.length; n++) {
                sample[n] = random.at(n, 0, 6).triangular(0, low, mode, high);
                assertFalse(sample[n] < low || sample[n] > high);
            }
            Statistics.kolmogorovSmirnov(
                    "triangular " + Arrays.toString(law),
                    sample,
                    x -> x < mode
                            ? (x - low) * (x - low) / ((high - low) * (mode - low))
                            : x == high ? 1 : 1 - (high - x) * (high - x) / ((high - low) * (high - mode)));
        }
    }
}
