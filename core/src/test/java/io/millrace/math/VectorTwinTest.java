package io.millrace.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.millrace.simd.Species;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every vector function gives its scalar twin's bits, whatever the width: NaN, ±0, ±∞ and subnormals among the inputs. */
class VectorTwinTest {
    static final List<Functions.OfFloat> OF_FLOAT = Functions.OF_FLOAT;
    static final List<Functions.OfInt> OF_INT = Functions.OF_INT;
    static final List<Functions.OfDouble> OF_DOUBLE = Functions.OF_DOUBLE;
    static final List<Functions.OfLong> OF_LONG = Functions.OF_LONG;

    private static final int STEP = 8209;
    private static final int CANONICAL_F = 0x7fc00000;
    private static final long CANONICAL = 0x7ff8000000000000L;

    @ParameterizedTest
    @FieldSource("OF_FLOAT")
    void floats(Functions.OfFloat function) {
        int lanes = Species.FLOAT.length();
        float[] in = new float[lanes];
        float[] out = new float[lanes];
        for (long bits = 0; bits < 1L << 32; bits += (long) STEP * lanes) {
            for (int i = 0; i < lanes; i++) {
                in[i] = Float.intBitsToFloat((int) (bits + (long) STEP * i));
            }
            function.vector().apply(FloatVector.fromArray(Species.FLOAT, in, 0)).intoArray(out, 0);
            check(function, in, out);
        }
        double[] edges = Samples.doubleEdges();
        for (int start = 0; start < edges.length; start++) {
            for (int i = 0; i < lanes; i++) {
                in[i] = (float) edges[(start + i) % edges.length];
            }
            function.vector().apply(FloatVector.fromArray(Species.FLOAT, in, 0)).intoArray(out, 0);
            check(function, in, out);
        }
    }

    @ParameterizedTest
    @FieldSource("OF_INT")
    void words(Functions.OfInt function) {
        int lanes = Species.INT.length();
        int[] in = new int[lanes];
        float[] out = new float[lanes];
        for (long word = -64; word < 1L << 32; word += word < 4096 ? lanes : (long) STEP * lanes) {
            for (int i = 0; i < lanes; i++) {
                in[i] = (int) (word < 4096 ? word + i : word + (long) STEP * i);
            }
            function.vector().apply(IntVector.fromArray(Species.INT, in, 0)).intoArray(out, 0);
            for (int i = 0; i < lanes; i++) {
                float scalar = function.scalar().apply(in[i]);
                if (Float.floatToRawIntBits(scalar) != Float.floatToRawIntBits(out[i])) {
                    fail(function + "(" + in[i] + "): scalar " + scalar + ", vector " + out[i]);
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("OF_DOUBLE")
    void doubles(Functions.OfDouble function) {
        double[] inputs = Stream.of(
                        Samples.doubleEdges(),
                        Samples.nearQuarterTurns(5_000),
                        Samples.randomDoubles(100_000, function.from(), function.to()),
                        Samples.randomBits(100_000))
                .flatMapToDouble(DoubleStream::of)
                .toArray();
        int lanes = Species.DOUBLE.length();
        double[] in = new double[lanes];
        double[] out = new double[lanes];
        for (int start = 0; start < inputs.length; start += lanes) {
            for (int i = 0; i < lanes; i++) {
                in[i] = inputs[(start + i) % inputs.length];
            }
            function.vector()
                    .apply(DoubleVector.fromArray(Species.DOUBLE, in, 0))
                    .intoArray(out, 0);
            for (int i = 0; i < lanes; i++) {
                double scalar = function.scalar().applyAsDouble(in[i]);
                if (Double.doubleToRawLongBits(scalar) != Double.doubleToRawLongBits(out[i])
                        || scalar != scalar && Double.doubleToRawLongBits(scalar) != CANONICAL) {
                    fail(function + "(" + Double.toHexString(in[i]) + "): scalar " + scalar + ", vector " + out[i]
                            + ", seed " + Samples.SEED);
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("OF_LONG")
    void longWords(Functions.OfLong function) {
        long[] inputs = Samples.words(100_000);
        int lanes = Species.LONG.length();
        long[] in = new long[lanes];
        double[] out = new double[lanes];
        for (int start = 0; start < inputs.length; start += lanes) {
            for (int i = 0; i < lanes; i++) {
                in[i] = inputs[(start + i) % inputs.length];
            }
            function.vector().apply(LongVector.fromArray(Species.LONG, in, 0)).intoArray(out, 0);
            for (int i = 0; i < lanes; i++) {
                double scalar = function.scalar().applyAsDouble(in[i]);
                if (Double.doubleToRawLongBits(scalar) != Double.doubleToRawLongBits(out[i])) {
                    fail(function + "(" + in[i] + "): scalar " + scalar + ", vector " + out[i] + ", seed "
                            + Samples.SEED);
                }
            }
        }
    }

    @Test
    void normalPairs() {
        SplittableRandom random = new SplittableRandom(Samples.SEED);
        for (int count : new int[] {0, 1, 3, 15, 16, 17, 1009, 60_000}) {
            int[] radius = random.ints(count).toArray();
            int[] turn = random.ints(count).toArray();
            float[] first = poisoned(new float[count + 2]);
            float[] second = poisoned(new float[count + 2]);
            NormalVector.pairs(shifted(radius), shifted(turn), first, second, 1, count + 1);
            long[] longRadius = random.longs(count).toArray();
            long[] longTurn = random.longs(count).toArray();
            double[] longFirst = poisoned(new double[count + 2]);
            double[] longSecond = poisoned(new double[count + 2]);
            NormalVector.pairs(shifted(longRadius), shifted(longTurn), longFirst, longSecond, 1, count + 1);
            for (int i = 0; i < count; i++) {
                assertEquals(Normal.first(radius[i], turn[i]), first[i + 1]);
                assertEquals(Normal.second(radius[i], turn[i]), second[i + 1]);
                assertEquals(Normal.first(longRadius[i], longTurn[i]), longFirst[i + 1]);
                assertEquals(Normal.second(longRadius[i], longTurn[i]), longSecond[i + 1]);
            }
            for (int canary : new int[] {0, count + 1}) {
                assertEquals(Float.NEGATIVE_INFINITY, first[canary]);
                assertEquals(Float.NEGATIVE_INFINITY, second[canary]);
                assertEquals(Double.NEGATIVE_INFINITY, longFirst[canary]);
                assertEquals(Double.NEGATIVE_INFINITY, longSecond[canary]);
            }
        }
    }

    @Test
    void sineAndCosineTogether() {
        double[] inputs = Stream.of(Samples.doubleEdges(), Samples.nearQuarterTurns(2_000), Samples.randomBits(20_000))
                .flatMapToDouble(DoubleStream::of)
                .toArray();
        int lanes = Species.DOUBLE.length();
        int floatLanes = Species.FLOAT.length();
        double[] in = new double[lanes];
        float[] floatIn = new float[floatLanes];
        double[] sin = new double[lanes + 1];
        double[] cos = new double[lanes + 1];
        float[] floatSin = new float[floatLanes + 1];
        float[] floatCos = new float[floatLanes + 1];
        for (int start = 0; start < inputs.length; start += lanes) {
            for (int i = 0; i < floatLanes; i++) {
                floatIn[i] = (float) inputs[(start + i) % inputs.length];
            }
            for (int i = 0; i < lanes; i++) {
                in[i] = inputs[(start + i) % inputs.length];
            }
            TrigVector.sinCos(DoubleVector.fromArray(Species.DOUBLE, in, 0), sin, cos, 1);
            TrigVector.sinCos(FloatVector.fromArray(Species.FLOAT, floatIn, 0), floatSin, floatCos, 1);
            for (int i = 0; i < lanes; i++) {
                assertBits(Trig.sin(in[i]), sin[i + 1], in[i]);
                assertBits(Trig.cos(in[i]), cos[i + 1], in[i]);
            }
            for (int i = 0; i < floatLanes; i++) {
                assertBits(Trig.sin(floatIn[i]), floatSin[i + 1], floatIn[i]);
                assertBits(Trig.cos(floatIn[i]), floatCos[i + 1], floatIn[i]);
            }
        }
    }

    @Test
    void polar() {
        SplittableRandom random = new SplittableRandom(Samples.SEED);
        int lanes = Species.INT.length();
        int longLanes = Species.LONG.length();
        float[] sin = new float[lanes];
        float[] cos = new float[lanes];
        double[] longSin = new double[longLanes];
        double[] longCos = new double[longLanes];
        for (int n = 0; n < 10_000; n++) {
            int[] words = random.ints(lanes).toArray();
            long[] longWords = random.longs(longLanes).toArray();
            float radius = n == 0 ? 1 : (float) random.nextDouble();
            TurnsVector.polar(
                    FloatVector.broadcast(Species.FLOAT, radius),
                    IntVector.fromArray(Species.INT, words, 0),
                    sin,
                    cos,
                    0);
            TurnsVector.polar(
                    DoubleVector.broadcast(Species.DOUBLE, radius),
                    LongVector.fromArray(Species.LONG, longWords, 0),
                    longSin,
                    longCos,
                    0);
            for (int i = 0; i < lanes; i++) {
                assertEquals(radius * Turns.sin(words[i]), sin[i]);
                assertEquals(radius * Turns.cos(words[i]), cos[i]);
            }
            for (int i = 0; i < longLanes; i++) {
                assertEquals(radius * Turns.sin(longWords[i]), longSin[i]);
                assertEquals(radius * Turns.cos(longWords[i]), longCos[i]);
            }
        }
    }

    @Test
    void atan2() {
        double[] edges = Samples.doubleEdges();
        double[] random = Samples.randomBits(20_000);
        int lanes = Species.DOUBLE.length();
        double[] y = new double[lanes];
        double[] x = new double[lanes];
        for (int start = 0; start < edges.length * edges.length + random.length; start += lanes) {
            for (int i = 0; i < lanes; i++) {
                int n = start + i;
                y[i] = edges[n / edges.length % edges.length];
                x[i] = edges[n % edges.length];
                if (n >= edges.length * edges.length) {
                    y[i] = random[n % random.length];
                    x[i] = n % 2 == 0 ? random[(n + 1) % random.length] : y[i] * (n % 37 - 18) / 7;
                }
            }
            double[] out = InverseTrigVector.atan2(
                            DoubleVector.fromArray(Species.DOUBLE, y, 0), DoubleVector.fromArray(Species.DOUBLE, x, 0))
                    .toArray();
            for (int i = 0; i < lanes; i++) {
                double scalar = InverseTrig.atan2(y[i], x[i]);
                if (Double.doubleToRawLongBits(scalar) != Double.doubleToRawLongBits(out[i])
                        || scalar != scalar && Double.doubleToRawLongBits(scalar) != CANONICAL) {
                    fail("atan2(" + y[i] + ", " + x[i] + "): scalar " + scalar + ", vector " + out[i]);
                }
            }
        }
    }

    private static void assertBits(double expected, double actual, double at) {
        assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual), () -> "at " + at);
    }

    private static void assertBits(float expected, float actual, float at) {
        assertEquals(Float.floatToRawIntBits(expected), Float.floatToRawIntBits(actual), () -> "at " + at);
    }

    private static float[] poisoned(float[] values) {
        Arrays.fill(values, Float.NEGATIVE_INFINITY);
        return values;
    }

    private static double[] poisoned(double[] values) {
        Arrays.fill(values, Double.NEGATIVE_INFINITY);
        return values;
    }

    private static int[] shifted(int[] words) {
        int[] shifted = new int[words.length + 1];
        System.arraycopy(words, 0, shifted, 1, words.length);
        return shifted;
    }

    private static long[] shifted(long[] words) {
        long[] shifted = new long[words.length + 1];
        System.arraycopy(words, 0, shifted, 1, words.length);
        return shifted;
    }

    private static void check(Functions.OfFloat function, float[] in, float[] out) {
        for (int i = 0; i < in.length; i++) {
            float scalar = function.scalar().apply(in[i]);
            if (Float.floatToRawIntBits(scalar) != Float.floatToRawIntBits(out[i])
                    || scalar != scalar && Float.floatToRawIntBits(scalar) != CANONICAL_F) {
                fail(function + "(" + Float.toHexString(in[i]) + "): scalar " + scalar + ", vector " + out[i]);
            }
        }
    }
}
