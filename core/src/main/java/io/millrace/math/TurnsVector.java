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
 * <p>Call one of these per loop, and stage through arrays: see the package's note on inlining. {@code polar} gives
 * sine and cosine for the price of one.
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

    /**
     * radius · {@link Turns#sin(int)} and radius · {@link Turns#cos(int)} of every lane, into arrays from {@code at}
     * on.
     */
    public static void polar(FloatVector radius, IntVector words, float[] sin, float[] cos, int at) {
        IntVector quadrant = words.add(Turns.EIGHTH_F).lanewise(VectorOperators.LSHR, 30);
        IntVector s = words.lanewise(VectorOperators.LSHL, 2).lanewise(VectorOperators.ASHR, 2);
        FloatVector a =
                (FloatVector) s.lanewise(VectorOperators.ASHR, 6).convertShape(VectorOperators.I2F, Species.FLOAT, 0);
        FloatVector b = (FloatVector) s.and(63).convertShape(VectorOperators.I2F, Species.FLOAT, 0);
        FloatVector f = a.fma(a.broadcast(64.0f), b);
        FloatVector g = a.fma(a.broadcast(64.0f), f.neg()).add(b);
        FloatVector unit = a.broadcast(Turns.UNIT_F);
        FloatVector r = f.mul(unit);
        FloatVector lo = f.fma(unit, r.neg()).add(f.fma(a.broadcast(Turns.UNIT_REST_F), g.mul(unit)));
        TrigKernelVector.sinCos(quadrant, r, lo, radius, radius, sin, cos, at);
    }

    /**
     * radius · {@link Turns#sin(long)} and radius · {@link Turns#cos(long)} of every lane, into arrays from {@code
     * at} on.
     */
    public static void polar(DoubleVector radius, LongVector words, double[] sin, double[] cos, int at) {
        LongVector biased = words.add(Turns.EIGHTH);
        LongVector quadrant = biased.lanewise(VectorOperators.LSHR, 62);
        LongVector rest = biased.and(Turns.QUARTER_MASK);
        LongVector upper = rest.lanewise(VectorOperators.LSHR, 32).or(Log.TWO52_BITS);
        LongVector lower = rest.and(Turns.LOW_MASK).or(Log.TWO52_BITS);
        DoubleVector a = upper.reinterpretAsDoubles().sub(Turns.HIGH_BIAS);
        DoubleVector b = lower.reinterpretAsDoubles().sub(Log.TWO52);
        DoubleVector f = a.fma(a.broadcast(0x1p32), b);
        DoubleVector g = a.fma(a.broadcast(0x1p32), f.neg()).add(b);
        DoubleVector unit = a.broadcast(Turns.UNIT);
        DoubleVector r = f.mul(unit);
        DoubleVector lo = f.fma(unit, r.neg()).add(f.fma(a.broadcast(Turns.UNIT_REST), g.mul(unit)));
        TrigKernelVector.sinCos(quadrant, r, lo, radius, radius, sin, cos, at);
    }

    /** {@link Turns#sinOf} and {@link Turns#cosOf} of every lane, into arrays from {@code at} on. */
    public static void sinCos(DoubleVector turns, double[] sin, double[] cos, int at) {
        DoubleVector shifted = turns.fma(4.0, Exp.SHIFT);
        DoubleVector r =
                shifted.sub(Exp.SHIFT).fma(turns.broadcast(-0.25), turns).mul(Turns.TURN);
        TrigKernelVector.plain(shifted.reinterpretAsLongs(), r, sin, cos, at);
    }

    private static FloatVector quarters(IntVector words, int turn) {
        IntVector quadrant = words.add(Turns.EIGHTH_F).lanewise(VectorOperators.LSHR, 30);
        IntVector s = words.lanewise(VectorOperators.LSHL, 2).lanewise(VectorOperators.ASHR, 2);
        FloatVector a =
                (FloatVector) s.lanewise(VectorOperators.ASHR, 6).convertShape(VectorOperators.I2F, Species.FLOAT, 0);
        FloatVector b = (FloatVector) s.and(63).convertShape(VectorOperators.I2F, Species.FLOAT, 0);
        FloatVector f = a.fma(a.broadcast(64.0f), b);
        FloatVector g = a.fma(a.broadcast(64.0f), f.neg()).add(b);
        FloatVector unit = a.broadcast(Turns.UNIT_F);
        FloatVector r = f.mul(unit);
        FloatVector lo = f.fma(unit, r.neg()).add(f.fma(a.broadcast(Turns.UNIT_REST_F), g.mul(unit)));
        return TrigKernelVector.sin(quadrant.add(turn), r, lo);
    }

    private static DoubleVector quarters(LongVector words, int turn) {
        LongVector biased = words.add(Turns.EIGHTH);
        LongVector quadrant = biased.lanewise(VectorOperators.LSHR, 62);
        LongVector rest = biased.and(Turns.QUARTER_MASK);
        LongVector upper = rest.lanewise(VectorOperators.LSHR, 32).or(Log.TWO52_BITS);
        LongVector lower = rest.and(Turns.LOW_MASK).or(Log.TWO52_BITS);
        DoubleVector a = upper.reinterpretAsDoubles().sub(Turns.HIGH_BIAS);
        DoubleVector b = lower.reinterpretAsDoubles().sub(Log.TWO52);
        DoubleVector f = a.fma(a.broadcast(0x1p32), b);
        DoubleVector g = a.fma(a.broadcast(0x1p32), f.neg()).add(b);
        DoubleVector unit = a.broadcast(Turns.UNIT);
        DoubleVector r = f.mul(unit);
        DoubleVector lo = f.fma(unit, r.neg()).add(f.fma(a.broadcast(Turns.UNIT_REST), g.mul(unit)));
        return TrigKernelVector.sin(quadrant.add(turn), r, lo);
    }
}
