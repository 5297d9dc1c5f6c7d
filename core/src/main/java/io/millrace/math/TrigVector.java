package io.millrace.math;

import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Trig} over vectors of {@link Species}: the same operations per lane in the same order, so the same bits.
 *
 * <p>Fast up to 2^17 (float) and 2^31 (double); a vector with a larger, infinite or NaN lane takes the scalar way for
 * that lane. Call one of these per loop, and stage through arrays: see the package's note on inlining.
 */
public final class TrigVector {
    private TrigVector() {}

    /** {@link Trig#sin(float)} of every lane. */
    public static FloatVector sin(FloatVector x) {
        FloatVector v = quarters(x.abs(), 0)
                .reinterpretAsInts()
                .lanewise(VectorOperators.XOR, x.reinterpretAsInts().and(Integer.MIN_VALUE))
                .reinterpretAsFloats();
        if (x.abs().compare(VectorOperators.LE, Trig.LIMIT_F).allTrue()) {
            return v;
        }
        float[] in = new float[Species.FLOAT.length()];
        float[] out = new float[Species.FLOAT.length()];
        x.intoArray(in, 0);
        v.intoArray(out, 0);
        for (int i = 0; i < in.length; i++) {
            out[i] = Math.abs(in[i]) <= Trig.LIMIT_F ? out[i] : Trig.sin(in[i]);
        }
        return FloatVector.fromArray(Species.FLOAT, out, 0);
    }

    /** {@link Trig#cos(float)} of every lane. */
    public static FloatVector cos(FloatVector x) {
        FloatVector v = quarters(x.abs(), 1);
        if (x.abs().compare(VectorOperators.LE, Trig.LIMIT_F).allTrue()) {
            return v;
        }
        float[] in = new float[Species.FLOAT.length()];
        float[] out = new float[Species.FLOAT.length()];
        x.intoArray(in, 0);
        v.intoArray(out, 0);
        for (int i = 0; i < in.length; i++) {
            out[i] = Math.abs(in[i]) <= Trig.LIMIT_F ? out[i] : Trig.cos(in[i]);
        }
        return FloatVector.fromArray(Species.FLOAT, out, 0);
    }

    /** {@link Trig#sin(float)} and {@link Trig#cos(float)} of every lane, into arrays from {@code at} on. */
    public static void sinCos(FloatVector x, float[] sin, float[] cos, int at) {
        FloatVector size = x.abs();
        FloatVector shifted = size.fma(Trig.TWO_OVER_PI_F, Exp.SHIFT_F);
        FloatVector k = shifted.sub(Exp.SHIFT_F);
        FloatVector minus = k.neg();
        FloatVector exact = minus.fma(x.broadcast(Trig.P1_F), size);
        FloatVector p = k.mul(Trig.P2_F);
        FloatVector r = exact.sub(p);
        FloatVector error = exact.sub(r).sub(p).sub(k.fma(x.broadcast(Trig.P2_F), p.neg()));
        FloatVector lo = minus.fma(x.broadcast(Trig.P3_F), error);
        FloatVector one = x.broadcast(1.0f);
        FloatVector factor = x.reinterpretAsInts()
                .and(Integer.MIN_VALUE)
                .or(one.reinterpretAsInts())
                .reinterpretAsFloats();
        TrigKernelVector.sinCos(shifted.reinterpretAsInts(), r, lo, factor, one, sin, cos, at);
        if (!size.compare(VectorOperators.LE, Trig.LIMIT_F).allTrue()) {
            float[] in = new float[Species.FLOAT.length()];
            x.intoArray(in, 0);
            for (int i = 0; i < in.length; i++) {
                sin[at + i] = Math.abs(in[i]) <= Trig.LIMIT_F ? sin[at + i] : Trig.sin(in[i]);
                cos[at + i] = Math.abs(in[i]) <= Trig.LIMIT_F ? cos[at + i] : Trig.cos(in[i]);
            }
        }
    }

    /** {@link Trig#sin(double)} of every lane. */
    public static DoubleVector sin(DoubleVector x) {
        DoubleVector v = quarters(x.abs(), 0)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, x.reinterpretAsLongs().and(Long.MIN_VALUE))
                .reinterpretAsDoubles();
        if (x.abs().compare(VectorOperators.LE, Trig.LIMIT).allTrue()) {
            return v;
        }
        double[] in = new double[Species.DOUBLE.length()];
        double[] out = new double[Species.DOUBLE.length()];
        x.intoArray(in, 0);
        v.intoArray(out, 0);
        for (int i = 0; i < in.length; i++) {
            out[i] = Math.abs(in[i]) <= Trig.LIMIT ? out[i] : Trig.sin(in[i]);
        }
        return DoubleVector.fromArray(Species.DOUBLE, out, 0);
    }

    /** {@link Trig#cos(double)} of every lane. */
    public static DoubleVector cos(DoubleVector x) {
        DoubleVector v = quarters(x.abs(), 1);
        if (x.abs().compare(VectorOperators.LE, Trig.LIMIT).allTrue()) {
            return v;
        }
        double[] in = new double[Species.DOUBLE.length()];
        double[] out = new double[Species.DOUBLE.length()];
        x.intoArray(in, 0);
        v.intoArray(out, 0);
        for (int i = 0; i < in.length; i++) {
            out[i] = Math.abs(in[i]) <= Trig.LIMIT ? out[i] : Trig.cos(in[i]);
        }
        return DoubleVector.fromArray(Species.DOUBLE, out, 0);
    }

    /** {@link Trig#sin(double)} and {@link Trig#cos(double)} of every lane, into arrays from {@code at} on. */
    public static void sinCos(DoubleVector x, double[] sin, double[] cos, int at) {
        DoubleVector size = x.abs();
        DoubleVector shifted = size.fma(Trig.TWO_OVER_PI, Exp.SHIFT);
        DoubleVector k = shifted.sub(Exp.SHIFT);
        DoubleVector minus = k.neg();
        DoubleVector exact = minus.fma(x.broadcast(Trig.P1), size);
        DoubleVector p = k.mul(Trig.P2);
        DoubleVector r = exact.sub(p);
        DoubleVector error = exact.sub(r).sub(p).sub(k.fma(x.broadcast(Trig.P2), p.neg()));
        DoubleVector lo = minus.fma(x.broadcast(Trig.P3), error);
        DoubleVector one = x.broadcast(1.0);
        DoubleVector factor = x.reinterpretAsLongs()
                .and(Long.MIN_VALUE)
                .or(one.reinterpretAsLongs())
                .reinterpretAsDoubles();
        TrigKernelVector.sinCos(shifted.reinterpretAsLongs(), r, lo, factor, one, sin, cos, at);
        if (!size.compare(VectorOperators.LE, Trig.LIMIT).allTrue()) {
            double[] in = new double[Species.DOUBLE.length()];
            x.intoArray(in, 0);
            for (int i = 0; i < in.length; i++) {
                sin[at + i] = Math.abs(in[i]) <= Trig.LIMIT ? sin[at + i] : Trig.sin(in[i]);
                cos[at + i] = Math.abs(in[i]) <= Trig.LIMIT ? cos[at + i] : Trig.cos(in[i]);
            }
        }
    }

    private static FloatVector quarters(FloatVector x, int turn) {
        FloatVector shifted = x.fma(Trig.TWO_OVER_PI_F, Exp.SHIFT_F);
        FloatVector k = shifted.sub(Exp.SHIFT_F);
        FloatVector minus = k.neg();
        FloatVector exact = minus.fma(x.broadcast(Trig.P1_F), x);
        FloatVector p = k.mul(Trig.P2_F);
        FloatVector r = exact.sub(p);
        FloatVector error = exact.sub(r).sub(p).sub(k.fma(x.broadcast(Trig.P2_F), p.neg()));
        FloatVector lo = minus.fma(x.broadcast(Trig.P3_F), error);
        return TrigKernelVector.sin(shifted.reinterpretAsInts().add(turn), r, lo);
    }

    private static DoubleVector quarters(DoubleVector x, int turn) {
        DoubleVector shifted = x.fma(Trig.TWO_OVER_PI, Exp.SHIFT);
        DoubleVector k = shifted.sub(Exp.SHIFT);
        DoubleVector minus = k.neg();
        DoubleVector exact = minus.fma(x.broadcast(Trig.P1), x);
        DoubleVector p = k.mul(Trig.P2);
        DoubleVector r = exact.sub(p);
        DoubleVector error = exact.sub(r).sub(p).sub(k.fma(x.broadcast(Trig.P2), p.neg()));
        DoubleVector lo = minus.fma(x.broadcast(Trig.P3), error);
        return TrigKernelVector.sin(shifted.reinterpretAsLongs().add(turn), r, lo);
    }
}
