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
 * <p>Call {@code first} and {@code second} on the same words: C2 computes the common part once.
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

    /** {@link Normal#first(int, int)} of every lane. */
    public static FloatVector first(IntVector radiusWords, IntVector turnWords) {
        return radius(radiusWords).mul(TurnsVector.cos(turnWords));
    }

    /** {@link Normal#second(int, int)} of every lane. */
    public static FloatVector second(IntVector radiusWords, IntVector turnWords) {
        return radius(radiusWords).mul(TurnsVector.sin(turnWords));
    }

    /** {@link Normal#first(long, long)} of every lane. */
    public static DoubleVector first(LongVector radiusWords, LongVector turnWords) {
        return radius(radiusWords).mul(TurnsVector.cos(turnWords));
    }

    /** {@link Normal#second(long, long)} of every lane. */
    public static DoubleVector second(LongVector radiusWords, LongVector turnWords) {
        return radius(radiusWords).mul(TurnsVector.sin(turnWords));
    }
}
