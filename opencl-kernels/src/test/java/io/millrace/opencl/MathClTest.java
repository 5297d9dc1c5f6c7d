package io.millrace.opencl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Source;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function of {@code math.cl} gives its Java twin's bits. {@code -Dmillrace.test.exhaustive=true} tries all 2^32 floats. */
class MathClTest {
    static final List<Twin> OF_FLOAT = Twin.OF_FLOAT;
    static final List<Twin> OF_WORD = Twin.OF_WORD;
    static final List<Twin> OF_WORDS = Twin.OF_WORDS;
    static final List<Twin> OF_DOUBLE = Twin.OF_DOUBLE;
    static final List<Twin> OF_TURNS = Twin.OF_TURNS;
    static final List<Twin> OF_LONG = Twin.OF_LONG;
    static final List<Twin> OF_LONGS = Twin.OF_LONGS;
    static final List<Twin> OF_ONE_FLOAT_OR_WORD =
            Stream.of(Twin.OF_FLOAT, Twin.OF_WORD).flatMap(List::stream).toList();

    private static final long ALL = 1L << 32;
    private static final int STEP = 509;
    private static final int BLOCK = 1 << 22;
    private static final int LARGE_BLOCK = 1 << 24;
    private static final int RANDOM = 1 << 21;

    private static Context context;

    @BeforeAll
    static void open() {
        context = OpenClHere.context();
        System.out.println(context.device() + "; seed " + Arguments.SEED);
    }

    @AfterAll
    static void close() {
        if (context != null) {
            context.close();
        }
    }

    @ParameterizedTest
    @FieldSource("OF_FLOAT")
    void floats(Twin function) {
        sparse(function, Trial.source());
        compare(function, Arguments.hardFloats());
    }

    @ParameterizedTest
    @FieldSource("OF_WORD")
    void words(Twin function) {
        sparse(function, Trial.source());
        compare(function, Arguments.words());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void roots(boolean throughDouble) {
        Source source = source(throughDouble);
        sparse(Twin.SQRT, source);
        compare(Twin.SQRT, source, Arguments.floatEdges(), null);
    }

    /** Any bits; quotients that are subnormal, halfway between two or nearly so; edges by edges. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void quotients(boolean throughDouble) {
        Source source = source(throughDouble);
        int count = 2 * RANDOM;
        long[] x = new long[count];
        long[] y = new long[count];
        SplittableRandom random = Arguments.random();
        for (int i = 0; i < count; i++) {
            float divisor = Float.intBitsToFloat(random.nextInt());
            float quotient = Float.intBitsToFloat(random.nextInt(1 << (1 + i % 30)));
            y[i] = Float.floatToRawIntBits(divisor);
            x[i] = i % 2 == 0 ? random.nextInt() : Float.floatToRawIntBits(divisor * quotient) + i % 3 - 1;
        }
        compare(Twin.DIV, source, x, y);
        crossed(Twin.DIV, source, Arguments.floatEdges());
    }

    @Tag("nightly")
    @ParameterizedTest
    @FieldSource("OF_ONE_FLOAT_OR_WORD")
    void everyFloat(Twin function) {
        assumeTrue(Arguments.EXHAUSTIVE, "takes minutes: -Dmillrace.test.exhaustive=true");
        every(function, Trial.source());
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyRoot(boolean throughDouble) {
        assumeTrue(Arguments.EXHAUSTIVE, "takes minutes: -Dmillrace.test.exhaustive=true");
        every(Twin.SQRT, source(throughDouble));
    }

    @ParameterizedTest
    @FieldSource("OF_WORDS")
    void wordPairs(Twin function) {
        long[] words = Arguments.words();
        long[] random = Arguments.randomBits(RANDOM).toArray();
        compare(function, Trial.source(), words, rotated(words));
        compare(function, Trial.source(), random, rotated(random));
    }

    @ParameterizedTest
    @FieldSource("OF_DOUBLE")
    void doubles(Twin function) {
        doublesNeeded();
        compare(function, Arguments.hardDoubles());
        compare(function, Arguments.randomBits(RANDOM).toArray());
        // where asin, exp and exp2 are neither constant nor NaN, and where no angle is huge
        for (double limit : new double[] {1, 4, 1100, 0x1p31}) {
            compare(function, Arguments.randomDoubles(RANDOM / 4, limit).toArray());
        }
    }

    @ParameterizedTest
    @FieldSource("OF_TURNS")
    void turns(Twin function) {
        doublesNeeded();
        LongStream eighths = IntStream.range(-8000, 8000)
                .mapToLong(k -> Double.doubleToRawLongBits(k / 8.0))
                .flatMap(bits -> LongStream.rangeClosed(bits - 2, bits + 2));
        compare(
                function,
                Stream.of(
                                eighths,
                                LongStream.of(Arguments.hardDoubles()),
                                Arguments.randomBits(RANDOM),
                                Arguments.randomDoubles(RANDOM / 2, 2),
                                Arguments.randomDoubles(RANDOM / 2, 0x1p50))
                        .flatMapToLong(bits -> bits)
                        .filter(bits -> Math.abs(Double.longBitsToDouble(bits)) <= 0x1p50)
                        .toArray());
    }

    @ParameterizedTest
    @FieldSource("OF_LONG")
    void longWords(Twin function) {
        doublesNeeded();
        compare(function, Arguments.longWords(RANDOM));
    }

    @ParameterizedTest
    @FieldSource("OF_LONGS")
    void longWordPairs(Twin function) {
        doublesNeeded();
        long[] words = Arguments.longWords(RANDOM);
        compare(function, Trial.source(), words, rotated(words));
    }

    @Test
    void atan2() {
        doublesNeeded();
        crossed(Twin.ATAN2, Trial.source(), Arguments.doubleEdges());
        long[] bits = Arguments.randomBits(RANDOM).toArray();
        compare(Twin.ATAN2, Trial.source(), bits, rotated(bits));
        // all scales, the smaller below and above half of the larger
        SplittableRandom random = Arguments.random();
        long[] y = new long[RANDOM];
        long[] x = new long[RANDOM];
        for (int i = 0; i < RANDOM; i++) {
            double scale = Math.scalb(1.0, random.nextInt(-1074, 1023));
            double tilt = i % 2 == 0 ? 1 : Math.scalb(1.0, random.nextInt(-60, 60));
            y[i] = Double.doubleToRawLongBits(random.nextDouble(-1, 1) * scale);
            x[i] = Double.doubleToRawLongBits(random.nextDouble(-1, 1) * scale * tilt);
        }
        compare(Twin.ATAN2, Trial.source(), y, x);
    }

    private static void doublesNeeded() {
        assumeTrue(context.device().fp64(), "the device has no doubles");
    }

    private static Source source(boolean throughDouble) {
        if (throughDouble) {
            doublesNeeded();
        }
        return throughDouble ? Trial.throughDouble() : Trial.source();
    }

    private static void compare(Twin function, long[] x) {
        compare(function, Trial.source(), x, null);
    }

    private static void compare(Twin function, Source source, long[] x, long[] y) {
        LongUnaryOperator second = y == null ? i -> 0 : i -> y[(int) i];
        function.compare(context, source, x.length, BLOCK, i -> x[(int) i], second);
    }

    /** Every one with every one. */
    private static void crossed(Twin function, Source source, long[] x) {
        function.compare(
                context,
                source,
                (long) x.length * x.length,
                BLOCK,
                i -> x[(int) i / x.length],
                i -> x[(int) i % x.length]);
    }

    private static void sparse(Twin function, Source source) {
        function.compare(context, source, ALL / STEP + 1, BLOCK, i -> i * STEP, i -> 0);
    }

    private static void every(Twin function, Source source) {
        long start = System.nanoTime();
        function.compare(context, source, ALL, LARGE_BLOCK, i -> i, i -> 0);
        System.out.printf("%s: all 2^32 in %.1f s%n", function, (System.nanoTime() - start) * 1e-9);
    }

    private static long[] rotated(long[] x) {
        return IntStream.range(0, x.length)
                .mapToLong(i -> x[(i + x.length / 3) % x.length])
                .toArray();
    }
}
