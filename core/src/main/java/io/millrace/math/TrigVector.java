package io.millrace.math;

import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Trig} over vectors of {@link Species}: the same operations per lane in the same order, so the same bits.
 *
 * <p>Fast up to 2^17 (float) and 2^31 (double); a vector with a larger, infinite or NaN lane takes the scalar way for
 * that lane.
 */
public final class TrigVector {
    private TrigVector() {}

    /** {@link Trig#sin(float)} of every lane. */
    public static FloatVector sin(FloatVector x) {
        FloatVector size = x.abs();
        IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
        FloatVector v = quarters(size, 0)
                .reinterpretAsInts()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsFloats();
        VectorMask<Float> beyond = beyond(size);
        if (beyond.anyTrue()) {
            float[] in = x.toArray();
            float[] out = v.toArray();
            for (int i = 0; i < in.length; i++) {
                out[i] = Math.abs(in[i]) <= Trig.LIMIT_F ? out[i] : Trig.sin(in[i]);
            }
            return FloatVector.fromArray(Species.FLOAT, out, 0);
        }
        return v;
    }

    /** {@link Trig#cos(float)} of every lane. */
    public static FloatVector cos(FloatVector x) {
        FloatVector size = x.abs();
        FloatVector v = quarters(size, 1);
        VectorMask<Float> beyond = beyond(size);
        if (beyond.anyTrue()) {
            float[] in = x.toArray();
            float[] out = v.toArray();
            for (int i = 0; i < in.length; i++) {
                out[i] = Math.abs(in[i]) <= Trig.LIMIT_F ? out[i] : Trig.cos(in[i]);
            }
            return FloatVector.fromArray(Species.FLOAT, out, 0);
        }
        return v;
    }

    /** {@link Trig#sin(double)} of every lane. */
    public static DoubleVector sin(DoubleVector x) {
        DoubleVector size = x.abs();
        LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
        DoubleVector v = quarters(size, 0)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsDoubles();
        VectorMask<Double> beyond = beyond(size);
        if (beyond.anyTrue()) {
            double[] in = x.toArray();
            double[] out = v.toArray();
            for (int i = 0; i < in.length; i++) {
                out[i] = Math.abs(in[i]) <= Trig.LIMIT ? out[i] : Trig.sin(in[i]);
            }
            return DoubleVector.fromArray(Species.DOUBLE, out, 0);
        }
        return v;
    }

    /** {@link Trig#cos(double)} of every lane. */
    public static DoubleVector cos(DoubleVector x) {
        DoubleVector size = x.abs();
        DoubleVector v = quarters(size, 1);
        VectorMask<Double> beyond = beyond(size);
        if (beyond.anyTrue()) {
            double[] in = x.toArray();
            double[] out = v.toArray();
            for (int i = 0; i < in.length; i++) {
                out[i] = Math.abs(in[i]) <= Trig.LIMIT ? out[i] : Trig.cos(in[i]);
            }
            return DoubleVector.fromArray(Species.DOUBLE, out, 0);
        }
        return v;
    }

    private static VectorMask<Float> beyond(FloatVector size) {
        return size.compare(VectorOperators.LE, Trig.LIMIT_F).not();
    }

    private static VectorMask<Double> beyond(DoubleVector size) {
        return size.compare(VectorOperators.LE, Trig.LIMIT).not();
    }

    private static FloatVector quarters(FloatVector x, int turn) {
        FloatVector shifted = x.fma(Trig.TWO_OVER_PI_F, Exp.SHIFT_F);
        FloatVector k = shifted.sub(Exp.SHIFT_F);
        FloatVector minus = k.neg();
        FloatVector exact = minus.fma(of(Trig.P1_F), x);
        FloatVector p = k.mul(Trig.P2_F);
        FloatVector r = exact.sub(p);
        FloatVector error = exact.sub(r).sub(p).sub(k.fma(of(Trig.P2_F), p.neg()));
        FloatVector lo = minus.fma(of(Trig.P3_F), error);
        return TrigKernelVector.sin(shifted.reinterpretAsInts().add(turn), r, lo);
    }

    private static DoubleVector quarters(DoubleVector x, int turn) {
        DoubleVector shifted = x.fma(Trig.TWO_OVER_PI, Exp.SHIFT);
        DoubleVector k = shifted.sub(Exp.SHIFT);
        DoubleVector minus = k.neg();
        DoubleVector exact = minus.fma(of(Trig.P1), x);
        DoubleVector p = k.mul(Trig.P2);
        DoubleVector r = exact.sub(p);
        DoubleVector error = exact.sub(r).sub(p).sub(k.fma(of(Trig.P2), p.neg()));
        DoubleVector lo = minus.fma(of(Trig.P3), error);
        return TrigKernelVector.sin(shifted.reinterpretAsLongs().add(turn), r, lo);
    }

    private static FloatVector of(float constant) {
        return FloatVector.broadcast(Species.FLOAT, constant);
    }

    private static DoubleVector of(double constant) {
        return DoubleVector.broadcast(Species.DOUBLE, constant);
    }
}
