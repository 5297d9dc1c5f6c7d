package io.millrace.math;

import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Normal} over vectors of {@link Species}: the same operations per lane in the same order, so the same bits.
 *
 * <p>Pairs come in blocks, radii first and angles after, because both in one loop exceed what C2 inlines.
 */
public final class NormalVector {
    private NormalVector() {}

    /** {@link Normal#radius(int)} of every lane. */
    public static FloatVector radius(IntVector words) {
        FloatVector u = ((FloatVector)
                        words.lanewise(VectorOperators.LSHR, 1).convertShape(VectorOperators.I2F, Species.FLOAT, 0))
                .fma(0x1p-31f, 0x1p-32f);
        return LogVector.normal(u, IntVector.broadcast(Species.INT, 127))
                .mul(-2.0f)
                .sqrt();
    }

    /** {@link Normal#radius(long)} of every lane: the conversion in two exact halves and one rounding. */
    public static DoubleVector radius(LongVector words) {
        DoubleVector a = words.lanewise(VectorOperators.LSHR, 33)
                .or(Log.TWO52_BITS)
                .reinterpretAsDoubles()
                .sub(Log.TWO52);
        DoubleVector b = words.lanewise(VectorOperators.LSHR, 1)
                .and(Turns.LOW_MASK)
                .or(Log.TWO52_BITS)
                .reinterpretAsDoubles()
                .sub(Log.TWO52);
        DoubleVector u =
                a.fma(DoubleVector.broadcast(Species.DOUBLE, 0x1p32), b).fma(0x1p-63, 0x1p-64);
        return LogVector.normal(u, DoubleVector.broadcast(Species.DOUBLE, Log.TWO52 + 1023))
                .mul(-2.0)
                .sqrt();
    }

    /**
     * {@link Normal#first(int, int)} and {@link Normal#second(int, int)} of the words from {@code from} up to, without,
     * {@code to}. {@code first} holds the radii in between; keep a block within the first-level cache.
     */
    public static void pairs(int[] radiusWords, int[] turnWords, float[] first, float[] second, int from, int to) {
        int vectorEnd = from + Species.FLOAT.loopBound(to - from);
        radii(radiusWords, first, from, vectorEnd);
        angles(turnWords, first, second, from, vectorEnd);
        for (int i = vectorEnd; i < to; i++) {
            first[i] = Normal.first(radiusWords[i], turnWords[i]);
            second[i] = Normal.second(radiusWords[i], turnWords[i]);
        }
    }

    private static void radii(int[] words, float[] radii, int from, int to) {
        for (int i = from; i < to; i += Species.FLOAT.length()) {
            radius(IntVector.fromArray(Species.INT, words, i)).intoArray(radii, i);
        }
    }

    private static void angles(int[] words, float[] first, float[] second, int from, int to) {
        for (int i = from; i < to; i += Species.FLOAT.length()) {
            FloatVector radius = FloatVector.fromArray(Species.FLOAT, first, i);
            TurnsVector.polar(radius, IntVector.fromArray(Species.INT, words, i), second, first, i);
        }
    }

    /**
     * {@link Normal#first(long, long)} and {@link Normal#second(long, long)} of the words from {@code from} up to,
     * without, {@code to}. {@code first} holds the radii in between; keep a block within the first-level cache.
     */
    public static void pairs(long[] radiusWords, long[] turnWords, double[] first, double[] second, int from, int to) {
        int vectorEnd = from + Species.DOUBLE.loopBound(to - from);
        radii(radiusWords, first, from, vectorEnd);
        angles(turnWords, first, second, from, vectorEnd);
        for (int i = vectorEnd; i < to; i++) {
            first[i] = Normal.first(radiusWords[i], turnWords[i]);
            second[i] = Normal.second(radiusWords[i], turnWords[i]);
        }
    }

    private static void radii(long[] words, double[] radii, int from, int to) {
        for (int i = from; i < to; i += Species.DOUBLE.length()) {
            radius(LongVector.fromArray(Species.LONG, words, i)).intoArray(radii, i);
        }
    }

    private static void angles(long[] words, double[] first, double[] second, int from, int to) {
        for (int i = from; i < to; i += Species.DOUBLE.length()) {
            DoubleVector radius = DoubleVector.fromArray(Species.DOUBLE, first, i);
            TurnsVector.polar(radius, LongVector.fromArray(Species.LONG, words, i), second, first, i);
        }
    }
}
