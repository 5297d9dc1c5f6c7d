package io.millrace.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.millrace.simd.Species;
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
    void normals() {
        SplittableRandom random = new SplittableRandom(Samples.SEED);
        int lanes = Species.INT.length();
        int halfLanes = Species.LONG.length();
        for (int n = 0; n < 20_000; n++) {
            int[] radius = random.ints(lanes).toArray();
            int[] turn = random.ints(lanes).toArray();
            IntVector r = IntVector.fromArray(Species.INT, radius, 0);
            IntVector t = IntVector.fromArray(Species.INT, turn, 0);
            float[] first = NormalVector.first(r, t).toArray();
            float[] second = NormalVector.second(r, t).toArray();
            for (int i = 0; i < lanes; i++) {
                assertEquals(Normal.first(radius[i], turn[i]), first[i]);
                assertEquals(Normal.second(radius[i], turn[i]), second[i]);
            }
            long[] longRadius = random.longs(halfLanes).toArray();
            long[] longTurn = random.longs(halfLanes).toArray();
            LongVector lr = LongVector.fromArray(Species.LONG, longRadius, 0);
            LongVector lt = LongVector.fromArray(Species.LONG, longTurn, 0);
            double[] longFirst = NormalVector.first(lr, lt).toArray();
            double[] longSecond = NormalVector.second(lr, lt).toArray();
            for (int i = 0; i < halfLanes; i++) {
                assertEquals(Normal.first(longRadius[i], longTurn[i]), longFirst[i]);
                assertEquals(Normal.second(longRadius[i], longTurn[i]), longSecond[i]);
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
