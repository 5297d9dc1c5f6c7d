package io.millrace.math;

import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Exp} over vectors of {@link Species}: the same operations per lane in the same order, so the same bits.
 */
public final class ExpVector {
    private ExpVector() {}

    /** {@link Exp#exp(float)} of every lane. */
    public static FloatVector exp(FloatVector x) {
        FloatVector c = x.blend(Exp.MIN_F, x.compare(VectorOperators.LT, Exp.MIN_F))
                .blend(Exp.MAX_F, x.compare(VectorOperators.GT, Exp.MAX_F));
        FloatVector shifted = c.fma(Exp.LOG2E_F, Exp.SHIFT_F);
        FloatVector k = shifted.sub(Exp.SHIFT_F);
        FloatVector hi = k.neg().fma(x.broadcast(Exp.LN2_HI_F), c);
        FloatVector lo = k.mul(Exp.LN2_LO_F);
        FloatVector r = hi.sub(lo);
        FloatVector q = r.fma(Exp.Q4_F, Exp.Q3_F);
        q = q.fma(r, x.broadcast(Exp.Q2_F));
        q = q.fma(r, x.broadcast(Exp.Q1_F));
        q = q.fma(r, x.broadcast(Exp.Q0_F));
        FloatVector y = hi.add(r.mul(r).fma(q, lo.neg())).add(1.0f);
        IntVector n = shifted.reinterpretAsInts().sub(Float.floatToRawIntBits(Exp.SHIFT_F));
        IntVector half = n.add(512).lanewise(VectorOperators.LSHR, 1).sub(256);
        IntVector first = half.add(127).lanewise(VectorOperators.LSHL, 23);
        IntVector second = n.sub(half).add(127).lanewise(VectorOperators.LSHL, 23);
        return y.mul(first.reinterpretAsFloats())
                .mul(second.reinterpretAsFloats())
                .blend(Float.NaN, x.compare(VectorOperators.NE, x));
    }

    /** {@link Exp#exp(double)} of every lane. */
    public static DoubleVector exp(DoubleVector x) {
        DoubleVector c = x.blend(Exp.MIN, x.compare(VectorOperators.LT, Exp.MIN))
                .blend(Exp.MAX, x.compare(VectorOperators.GT, Exp.MAX));
        DoubleVector shifted = c.fma(Exp.LOG2E, Exp.SHIFT);
        DoubleVector k = shifted.sub(Exp.SHIFT);
        DoubleVector hi = k.neg().fma(x.broadcast(Exp.LN2_HI), c);
        DoubleVector lo = k.mul(Exp.LN2_LO);
        DoubleVector r = hi.sub(lo);
        DoubleVector q = expTail(r);
        DoubleVector y = hi.add(r.mul(r).fma(q, lo.neg())).add(1.0);
        LongVector n = shifted.reinterpretAsLongs().sub(Double.doubleToRawLongBits(Exp.SHIFT));
        LongVector half = n.add(2048).lanewise(VectorOperators.LSHR, 1).sub(1024);
        LongVector first = half.add(1023).lanewise(VectorOperators.LSHL, 52);
        LongVector second = n.sub(half).add(1023).lanewise(VectorOperators.LSHL, 52);
        return y.mul(first.reinterpretAsDoubles())
                .mul(second.reinterpretAsDoubles())
                .blend(Double.NaN, x.compare(VectorOperators.NE, x));
    }

    /** {@link Exp#exp2(double)} of every lane. */
    public static DoubleVector exp2(DoubleVector x) {
        DoubleVector c = x.blend(Exp.MIN2, x.compare(VectorOperators.LT, Exp.MIN2))
                .blend(Exp.MAX2, x.compare(VectorOperators.GT, Exp.MAX2));
        DoubleVector shifted = c.add(Exp.SHIFT);
        DoubleVector r = c.sub(shifted.sub(Exp.SHIFT));
        DoubleVector q = exp2Tail(r);
        DoubleVector y = r.fma(x.broadcast(Exp.LN2), r.mul(r).fma(q, r.mul(Exp.LN2_REST)))
                .add(1.0);
        LongVector n = shifted.reinterpretAsLongs().sub(Double.doubleToRawLongBits(Exp.SHIFT));
        LongVector half = n.add(2048).lanewise(VectorOperators.LSHR, 1).sub(1024);
        LongVector first = half.add(1023).lanewise(VectorOperators.LSHL, 52);
        LongVector second = n.sub(half).add(1023).lanewise(VectorOperators.LSHL, 52);
        return y.mul(first.reinterpretAsDoubles())
                .mul(second.reinterpretAsDoubles())
                .blend(Double.NaN, x.compare(VectorOperators.NE, x));
    }

    private static DoubleVector expTail(DoubleVector r) {
        DoubleVector p = r.fma(Exp.Q10, Exp.Q9);
        p = p.fma(r, r.broadcast(Exp.Q8));
        p = p.fma(r, r.broadcast(Exp.Q7));
        p = p.fma(r, r.broadcast(Exp.Q6));
        p = p.fma(r, r.broadcast(Exp.Q5));
        p = p.fma(r, r.broadcast(Exp.Q4));
        p = p.fma(r, r.broadcast(Exp.Q3));
        p = p.fma(r, r.broadcast(Exp.Q2));
        p = p.fma(r, r.broadcast(Exp.Q1));
        return p.fma(r, r.broadcast(Exp.Q0));
    }

    private static DoubleVector exp2Tail(DoubleVector r) {
        DoubleVector p = r.fma(Exp.T10, Exp.T9);
        p = p.fma(r, r.broadcast(Exp.T8));
        p = p.fma(r, r.broadcast(Exp.T7));
        p = p.fma(r, r.broadcast(Exp.T6));
        p = p.fma(r, r.broadcast(Exp.T5));
        p = p.fma(r, r.broadcast(Exp.T4));
        p = p.fma(r, r.broadcast(Exp.T3));
        p = p.fma(r, r.broadcast(Exp.T2));
        p = p.fma(r, r.broadcast(Exp.T1));
        return p.fma(r, r.broadcast(Exp.T0));
    }
}
