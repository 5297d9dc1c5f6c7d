package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.opencl.device.Context;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random123's known answers; every function of {@code philox.cl} against {@link RandomStream} and {@link Draws}, to the bit. */
class PhiloxClTest {
    private static final int COUNT = 200_000;
    private static final int[] WORDS = {0, 1, 2, 255, 256, 0x7fffffff, 0x80000000, -256, -2, -1};
    private static final int[] BOUNDS = {1, 2, 3, 9, 50, 1 << 24, 1_000_000_007, 1 << 30, Integer.MAX_VALUE};

    private static final Philox[] KEYS = IntStream.range(0, 64)
            .mapToObj(seed -> Philox.of("test", Arguments.SEED + seed))
            .toArray(Philox[]::new);

    /** Values of streams: any position, attempt, stream, index and one of the keys, the least and the largest among them. */
    private static final int[] K =
            corners(0, 1, 3, 1 << 30, (1 << 30) - 1, -1, -4, Integer.MAX_VALUE, Integer.MIN_VALUE);

    private static final int[] ATTEMPT = halves(1);
    private static final int[] STREAM = halves(2);
    private static final long[] INDEX = indices();

    private static Context context;

    interface InStream {
        /** The bits of part {@code part} of value k. */
        long bits(RandomStream stream, int k, int part);
    }

    interface OfBlock {
        /** Part {@code part} of what the words of a block make. */
        long bits(Draws draws, int[] words, int part);
    }

    @BeforeAll
    static void open() {
        context = OpenClHere.context();
    }

    @AfterAll
    static void close() {
        if (context != null) {
            context.close();
        }
    }

    /** Those of ten rounds. */
    @Test
    void knownAnswers() throws IOException {
        List<int[]> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PhiloxClTest.class.getResourceAsStream("/philox-kat.txt"), StandardCharsets.UTF_8))) {
            lines = reader.lines()
                    .filter(line -> line.startsWith("philox4x32 10 "))
                    .map(line -> Arrays.stream(line.strip().split("\\s+"))
                            .skip(2)
                            .mapToInt(word -> Integer.parseUnsignedInt(word, 16))
                            .toArray())
                    .toList();
        }
        assertEquals(3, lines.size());
        try (Trial trial = draw("philox", lines.size(), 16)) {
            for (int i = 0; i < lines.size(); i++) {
                int[] words = lines.get(i);
                trial.set(0, i, words[0]);
                trial.set(1, i, words[1] >>> 16);
                trial.set(2, i, words[1] & 0xffff);
                trial.set(3, i, pair(words[2], words[3]));
                trial.set(4, i, pair(words[4], words[5]));
            }
            trial.run(lines.size());
            for (int i = 0; i < 4 * lines.size(); i++) {
                assertEquals(lines.get(i / 4)[6 + i % 4], (int) trial.get(4, i));
            }
        }
    }

    @Test
    void words() {
        drawn("word_at", 4, 1, (stream, k, part) -> stream.word(k));
        drawn("words_at", 4, 2, (stream, k, part) -> stream.word(2 * k + part));
    }

    @Test
    void uniforms() {
        drawn("uniform_f_at", 4, 1, (stream, k, part) -> Float.floatToRawIntBits(stream.uniform(k)));
        if (context.device().fp64()) {
            drawn("uniform_d_at", 8, 1, (stream, k, part) -> Double.doubleToRawLongBits(stream.uniformDouble(k)));
        }
    }

    @Test
    void blocks() {
        ofBlock("philox", 4, 4, k -> k, (draws, words, part) -> words[part]);
    }

    @Test
    void normals() {
        float[] floats = new float[4 + Draws.SLACK];
        // value k of even k is made of words 0, 1 of its block, of odd k of words 2, 3
        ofBlock("normals_f_at", 4, 2, k -> 2 * k >>> 2, (draws, words, part) -> {
            draws.normals(words, 2, floats);
            return Float.floatToRawIntBits(floats[part]);
        });
    }

    @Test
    void normalDoubles() {
        assumeTrue(context.device().fp64(), "the device has no doubles");
        double[] doubles = new double[2 + Draws.SLACK];
        ofBlock("normals_d_at", 8, 2, k -> k, (draws, words, part) -> {
            draws.normals(words, 2, doubles);
            return Double.doubleToRawLongBits(doubles[part]);
        });
    }

    @Test
    void integersBelow() {
        try (Trial trial = draw("below_at", COUNT, 4, 4)) {
            for (int i = 0; i < COUNT; i++) {
                trial.set(5, i, bound(i));
            }
            trial.run(COUNT);
            for (int i = 0; i < COUNT; i++) {
                check("below_at", i, stream(i).below(K[i], bound(i)), trial.get(4, i));
            }
        }
        int[] words = new int[2 + Draws.SLACK];
        int[] value = new int[1 + Draws.SLACK];
        int count = WORDS.length * WORDS.length * BOUNDS.length;
        try (Trial trial = new Trial(context, Trial.source(), "below", count, 4, 4, 4, 4)) {
            for (int i = 0; i < count; i++) {
                trial.set(0, i, low(i));
                trial.set(1, i, high(i));
                trial.set(2, i, BOUNDS[i % BOUNDS.length]);
            }
            trial.run(count);
            for (int i = 0; i < count; i++) {
                words[0] = low(i);
                words[1] = high(i);
                Draws.scalar(KEYS[0]).integers(words, 1, 0, BOUNDS[i % BOUNDS.length], value);
                check("below", i, value[0], trial.get(4, i));
            }
        }
    }

    @Test
    void uniformDoublesOfCorners() {
        assumeTrue(context.device().fp64(), "the device has no doubles");
        int[] words = new int[2 + Draws.SLACK];
        double[] value = new double[1 + Draws.SLACK];
        int count = WORDS.length * WORDS.length * BOUNDS.length;
        try (Trial trial = new Trial(context, Trial.source(), "uniform_d", count, 8, 4, 4)) {
            for (int i = 0; i < count; i++) {
                trial.set(0, i, low(i));
                trial.set(1, i, high(i));
            }
            trial.run(count);
            for (int i = 0; i < count; i++) {
                words[0] = low(i);
                words[1] = high(i);
                Draws.scalar(KEYS[0]).uniforms(words, 1, value);
                check("uniform_d", i, Double.doubleToRawLongBits(value[0]), trial.get(8, i));
            }
        }
    }

    @Test
    void triangular() {
        assumeTrue(context.device().fp64(), "the device has no doubles");
        double[][] laws = {{3, 6, 25}, {0, 0, 1}, {0, 1, 1}, {-2, 5, 6}, {1e-3, 0.3, 1e6}, {7, 7, 7}};
        try (Trial trial = draw("triangular_at", COUNT, 8, 8, 8, 8)) {
            for (int i = 0; i < COUNT; i++) {
                for (int part = 0; part < 3; part++) {
                    trial.set(5 + part, i, Double.doubleToRawLongBits(laws[i % laws.length][part]));
                }
            }
            trial.run(COUNT);
            for (int i = 0; i < COUNT; i++) {
                double[] law = laws[i % laws.length];
                double value = stream(i).triangular(K[i], law[0], law[1], law[2]);
                check("triangular_at", i, Double.doubleToRawLongBits(value), trial.get(8, i));
            }
        }
    }

    @Test
    void lanes() {
        try (Trial trial = new Trial(context, Trial.source(), "stream_lane", COUNT, 4, 4, 4)) {
            for (int i = 0; i < COUNT; i++) {
                trial.set(0, i, ATTEMPT[i]);
                trial.set(1, i, STREAM[i]);
            }
            trial.run(COUNT);
            for (int i = 0; i < COUNT; i++) {
                check("stream_lane", i, Philox.lane(ATTEMPT[i], STREAM[i]), trial.get(4, i));
            }
        }
    }

    private static void drawn(String function, int bytes, int parts, InStream java) {
        try (Trial trial = draw(function, COUNT, bytes * parts)) {
            trial.run(COUNT);
            for (int i = 0; i < COUNT; i++) {
                RandomStream stream = stream(i);
                for (int part = 0; part < parts; part++) {
                    check(function, i, java.bits(stream, K[i], part), trial.get(bytes, (long) parts * i + part));
                }
            }
        }
    }

    /** {@code words} begin with the first of value k. */
    private static void ofBlock(String function, int bytes, int parts, IntUnaryOperator block, OfBlock java) {
        int[] words = new int[4 + Draws.SLACK];
        boolean wide = bytes * parts == 16;
        try (Trial trial = draw(function, COUNT, bytes * parts)) {
            trial.run(COUNT);
            for (int i = 0; i < COUNT; i++) {
                Draws draws = Draws.scalar(KEYS[i % KEYS.length]);
                draws.words(INDEX[i], 1, ATTEMPT[i], STREAM[i], block.applyAsInt(K[i]), 1, words);
                if (!wide && (K[i] & 1) == 1) {
                    words[0] = words[2];
                    words[1] = words[3];
                }
                for (int part = 0; part < parts; part++) {
                    check(function, i, java.bits(draws, words, part), trial.get(bytes, (long) parts * i + part));
                }
            }
        }
    }

    /** With its first five arguments set. */
    private static Trial draw(String function, int most, int resultBytes, int... more) {
        int[] bytes = IntStream.concat(IntStream.of(4, 4, 4, 8, 8), IntStream.of(more))
                .toArray();
        Trial trial = new Trial(context, Trial.source(), function, most, resultBytes, bytes);
        for (int i = 0; i < most; i++) {
            trial.set(0, i, K[i]);
            trial.set(1, i, ATTEMPT[i]);
            trial.set(2, i, STREAM[i]);
            trial.set(3, i, INDEX[i]);
            trial.set(4, i, pair(KEYS[i % KEYS.length].key0(), KEYS[i % KEYS.length].key1()));
        }
        return trial;
    }

    private static RandomStream stream(int i) {
        return new RandomStream(KEYS[i % KEYS.length]).at(INDEX[i], ATTEMPT[i], STREAM[i]);
    }

    private static void check(String function, int i, long java, long device) {
        if (java != device) {
            assertEquals(
                    Long.toHexString(java),
                    Long.toHexString(device),
                    "%s, k %x, attempt %d, stream %d, index %x, item %d, seed %d"
                            .formatted(function, K[i], ATTEMPT[i], STREAM[i], INDEX[i], i, Arguments.SEED));
        }
    }

    private static long pair(int low, int high) {
        return Integer.toUnsignedLong(low) | (long) high << 32;
    }

    private static int low(int i) {
        return WORDS[i / BOUNDS.length % WORDS.length];
    }

    private static int high(int i) {
        return WORDS[i / BOUNDS.length / WORDS.length];
    }

    private static int bound(int i) {
        return i % 2 == 0 ? BOUNDS[i / 2 % BOUNDS.length] : 1 + (i * 0x9E3779B9 >>> 1) % Integer.MAX_VALUE;
    }

    private static int[] corners(int... first) {
        return IntStream.concat(IntStream.of(first), Arguments.random().ints(COUNT))
                .limit(COUNT)
                .toArray();
    }

    private static int[] halves(long salt) {
        SplittableRandom random = new SplittableRandom(Arguments.SEED + salt);
        return random.ints(COUNT, 0, 1 << 16)
                .map(half -> random.nextInt(8) != 0 ? half : random.nextBoolean() ? 0 : 0xffff)
                .toArray();
    }

    /** About 0, 2^32 and the largest; any. */
    private static long[] indices() {
        SplittableRandom random = new SplittableRandom(Arguments.SEED + 3);
        return LongStream.concat(
                        LongStream.of(0, 0xffff_ffffL, 1L << 32, (1L << 32) + 1, Long.MAX_VALUE, -1),
                        random.longs(COUNT).map(bits -> bits >> random.nextInt(64)))
                .limit(COUNT)
                .toArray();
    }
}
