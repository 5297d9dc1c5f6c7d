package io.millrace.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Errors in units of the last place: float functions against StrictMath in double, whose own error is below 2^-28 of a float's
 * last place; double functions against {@link Reference}. {@code -Dmillrace.test.exhaustive=true} tries all 2^32 floats.
 */
class AccuracyTest {
    static final List<Functions.OfFloat> OF_FLOAT = Functions.OF_FLOAT;
    static final List<Functions.OfInt> OF_INT = Functions.OF_INT;
    static final List<Functions.OfDouble> OF_DOUBLE = Functions.OF_DOUBLE;
    static final List<Functions.OfLong> OF_LONG = Functions.OF_LONG;

    private static final int STEP = 997 * 4;

    @ParameterizedTest
    @FieldSource("OF_FLOAT")
    void floats(Functions.OfFloat function) {
        assertBound(function, function.bound(), worst(function, STEP));
    }

    @ParameterizedTest
    @FieldSource("OF_INT")
    void words(Functions.OfInt function) {
        assertBound(function, function.bound(), worst(function, STEP));
    }

    @Tag("nightly")
    @ParameterizedTest
    @FieldSource("OF_FLOAT")
    void everyFloat(Functions.OfFloat function) {
        assumeTrue(Samples.EXHAUSTIVE, "takes minutes: -Dmillrace.test.exhaustive=true");
        assertBound(function, function.bound(), worst(function, 1));
    }

    @Tag("nightly")
    @ParameterizedTest
    @FieldSource("OF_INT")
    void everyWord(Functions.OfInt function) {
        assumeTrue(Samples.EXHAUSTIVE, "takes minutes: -Dmillrace.test.exhaustive=true");
        assertBound(function, function.bound(), worst(function, 1));
    }

    @ParameterizedTest
    @FieldSource("OF_DOUBLE")
    void doubles(Functions.OfDouble function) {
        int count = Samples.EXHAUSTIVE ? 4_000_000 : 12_000;
        Stream.of(
                        Samples.doubleEdges(),
                        Samples.nearQuarterTurns(count / 4),
                        Samples.randomDoubles(count, function.from(), function.to()),
                        Samples.randomBits(count / 4))
                .flatMapToDouble(DoubleStream::of)
                .forEach(x -> assertDouble(function, x));
    }

    @ParameterizedTest
    @FieldSource("OF_LONG")
    void longWords(Functions.OfLong function) {
        int count = Samples.EXHAUSTIVE ? 4_000_000 : 20_000;
        for (long word : Samples.words(count)) {
            double actual = function.scalar().applyAsDouble(word);
            double error = Reference.ulps(actual, function.reference().apply(word));
            assertTrue(error < function.bound(), () -> function + "(" + word + ") = " + actual + ": " + error + " ULP");
        }
    }

    @Test
    void atan2() {
        double[] edges = Samples.doubleEdges();
        for (double y : edges) {
            for (double x : edges) {
                assertAtan2(y, x);
            }
        }
        SplittableRandom random = new SplittableRandom(Samples.SEED);
        int count = Samples.EXHAUSTIVE ? 4_000_000 : 10_000;
        for (int i = 0; i < count; i++) {
            double scale = Math.scalb(1.0, random.nextInt(-1000, 1000));
            double tilt = i % 2 == 0 ? 1 : Math.scalb(1.0, random.nextInt(-40, 40));
            assertAtan2((2 * random.nextDouble() - 1) * scale, (2 * random.nextDouble() - 1) * scale * tilt);
        }
    }

    private static void assertAtan2(double y, double x) {
        double actual = InverseTrig.atan2(y, x);
        double strict = StrictMath.atan2(y, x);
        if (y == 0 || x == 0 || Double.isInfinite(y) || Double.isInfinite(x) || Double.isNaN(strict)) {
            assertEquals(strict, actual, () -> "atan2(" + y + ", " + x + ")");
            return;
        }
        // So far apart the angle is 0, π/2 or π to the last place; StrictMath is off by one there.
        if (Math.abs(Math.getExponent(y) - Math.getExponent(x)) > 1500) {
            assertEquals(strict, actual, Math.ulp(strict), () -> "atan2(" + y + ", " + x + ")");
            assertEquals(Math.copySign(1, strict), Math.copySign(1, actual));
            return;
        }
        double error = Reference.ulps(actual, Reference.atan2(y, x));
        assertTrue(error < 2.0, () -> "atan2(" + y + ", " + x + ") = " + actual + ": " + error + " ULP");
    }

    private static void assertDouble(Functions.OfDouble function, double x) {
        double actual = function.scalar().applyAsDouble(x);
        double strict = function.strict().applyAsDouble(x);
        if (Double.isNaN(strict) || Double.isInfinite(strict) || strict == 0) {
            assertEquals(strict, actual, () -> function + "(" + Double.toHexString(x) + ")");
            return;
        }
        double error = Reference.ulps(actual, function.reference().apply(x));
        assertTrue(
                error < function.bound(),
                () -> function + "(" + Double.toHexString(x) + ") = " + actual + ": " + error + " ULP, seed "
                        + Samples.SEED);
    }

    private static double worst(Functions.OfFloat function, int step) {
        return patterns(step)
                .mapToDouble(bits -> {
                    float x = Float.intBitsToFloat((int) bits);
                    return Functions.ulps(
                            function.scalar().apply(x), function.reference().applyAsDouble(x));
                })
                .max()
                .orElseThrow();
    }

    private static double worst(Functions.OfInt function, int step) {
        return patterns(step)
                .mapToDouble(bits -> Functions.ulps(
                        function.scalar().apply((int) bits),
                        function.reference().applyAsDouble((int) bits)))
                .max()
                .orElseThrow();
    }

    private static LongStream patterns(int step) {
        LongStream patterns = LongStream.range(0, (1L << 32) / step).map(i -> i * step);
        LongStream edges = IntStream.range(-300, 300).asLongStream();
        return step == 1 ? patterns.parallel() : LongStream.concat(patterns, edges);
    }

    private static void assertBound(Object function, double bound, double worst) {
        System.out.printf("%s: worst error %.4f ULP%n", function, worst);
        assertTrue(worst < bound, () -> function + ": " + worst + " ULP");
    }
}
