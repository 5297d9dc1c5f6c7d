package io.millrace.math;

import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Turns} over vectors of {@link Species}: the same operations per lane in the same order, so the same bits.
 *
 * <p>Call {@code sin} and {@code cos} on the same vector: C2 computes the common part once.
 */
public final class TurnsVector {
    private TurnsVector() {}

    /** {@link Turns#sin(int)} of every lane. */
    public static FloatVector sin(IntVector words) {
        return quarters(words, 0);
    }

    /** {@link Turns#cos(int)} of every lane. */
    public static FloatVector cos(IntVector words) {
        return quarters(words, 1);
    }

    /** {@link Turns#sin(long)} of every lane. */
    public static DoubleVector sin(LongVector words) {
        return quarters(words, 0);
    }

    /** {@link Turns#cos(long)} of every lane. */
    public static DoubleVector cos(LongVector words) {
        return quarters(words, 1);
    }

    private static FloatVector quarters(IntVector words, int turn) {
        IntVector quadrant = words.add(Turns.EIGHTH_F).lanewise(VectorOperators.LSHR, 30);
        IntVector s = words.lanewise(VectorOperators.LSHL, 2).lanewise(VectorOperators.ASHR, 2);
        FloatVector a = toFloat(s.lanewise(VectorOperators.ASHR, 6));
        FloatVector b = toFloat(s.and(63));
        FloatVector sixtyFour = FloatVector.broadcast(Species.FLOAT, 64.0f);
        FloatVector unit = FloatVector.broadcast(Species.FLOAT, Turns.UNIT_F);
        FloatVector unitRest = FloatVector.broadcast(Species.FLOAT, Turns.UNIT_REST_F);
        FloatVector f = a.fma(sixtyFour, b);
        FloatVector g = a.fma(sixtyFour, f.neg()).add(b);
        FloatVector r = f.mul(unit);
        FloatVector lo = f.fma(unit, r.neg()).add(f.fma(unitRest, g.mul(unit)));
        return TrigKernelVector.sin(quadrant.add(turn), r, lo);
    }

    private static DoubleVector quarters(LongVector words, int turn) {
        LongVector biased = words.add(Turns.EIGHTH);
        LongVector rest = biased.and(Turns.QUARTER_MASK);
        DoubleVector a = rest.lanewise(VectorOperators.LSHR, 32)
                .or(Log.TWO52_BITS)
                .reinterpretAsDoubles()
                .sub(Turns.HIGH_BIAS);
        DoubleVector b = rest.and(Turns.LOW_MASK)
                .or(Log.TWO52_BITS)
                .reinterpretAsDoubles()
                .sub(Log.TWO52);
        DoubleVector two32 = DoubleVector.broadcast(Species.DOUBLE, 0x1p32);
        DoubleVector unit = DoubleVector.broadcast(Species.DOUBLE, Turns.UNIT);
        DoubleVector unitRest = DoubleVector.broadcast(Species.DOUBLE, Turns.UNIT_REST);
        DoubleVector f = a.fma(two32, b);
        DoubleVector g = a.fma(two32, f.neg()).add(b);
        DoubleVector r = f.mul(unit);
        DoubleVector lo = f.fma(unit, r.neg()).add(f.fma(unitRest, g.mul(unit)));
        return TrigKernelVector.sin(biased.lanewise(VectorOperators.LSHR, 62).add(turn), r, lo);
    }

    private static FloatVector toFloat(IntVector v) {
        return (FloatVector) v.convertShape(VectorOperators.I2F, Species.FLOAT, 0);
    }
}
