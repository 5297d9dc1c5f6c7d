package io.millrace.math;

import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link TrigKernel} over vectors. Both polynomials are computed in every lane; C2 shares them between sine and
 * cosine.
 */
final class TrigKernelVector {
    private TrigKernelVector() {}

    /** {@link TrigKernel#sin(int, float, float)} of every lane. */
    static FloatVector sin(IntVector quadrant, FloatVector r, FloatVector lo) {
        VectorMask<Float> odd = quadrant.and(1).compare(VectorOperators.NE, 0).cast(Species.FLOAT);
        IntVector sign = quadrant.and(2).lanewise(VectorOperators.LSHL, 30);
        FloatVector v = sin(r, lo).blend(cos(r, lo), odd);
        return v.reinterpretAsInts().lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
    }

    /** {@link TrigKernel#sin(int, double, double)} of every lane. */
    static DoubleVector sin(LongVector quadrant, DoubleVector r, DoubleVector lo) {
        VectorMask<Double> odd =
                quadrant.and(1L).compare(VectorOperators.NE, 0L).cast(Species.DOUBLE);
        LongVector sign = quadrant.and(2L).lanewise(VectorOperators.LSHL, 62);
        DoubleVector v = sin(r, lo).blend(cos(r, lo), odd);
        return v.reinterpretAsLongs().lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
    }

    private static FloatVector sin(FloatVector r, FloatVector lo) {
        FloatVector z = r.mul(r);
        FloatVector minus = z.mul(r).neg();
        FloatVector s = z.fma(TrigKernel.S4_F, TrigKernel.S3_F);
        s = s.fma(z, of(TrigKernel.S2_F));
        FloatVector inner = z.fma(minus.fma(s, lo.mul(0.5f)), lo.neg());
        return r.sub(minus.fma(of(TrigKernel.S1_F), inner));
    }

    private static FloatVector cos(FloatVector r, FloatVector lo) {
        FloatVector z = r.mul(r);
        FloatVector c = z.fma(TrigKernel.C3_F, TrigKernel.C2_F);
        c = c.fma(z, of(TrigKernel.C1_F));
        FloatVector one = of(1.0f);
        FloatVector half = z.mul(0.5f);
        FloatVector w = one.sub(half);
        return w.add(one.sub(w).sub(half).add(z.mul(z).fma(c, r.mul(lo).neg())));
    }

    private static DoubleVector sin(DoubleVector r, DoubleVector lo) {
        DoubleVector z = r.mul(r);
        DoubleVector minus = z.mul(r).neg();
        DoubleVector s = z.fma(TrigKernel.S6, TrigKernel.S5);
        s = s.fma(z, of(TrigKernel.S4));
        s = s.fma(z, of(TrigKernel.S3));
        s = s.fma(z, of(TrigKernel.S2));
        DoubleVector inner = z.fma(minus.fma(s, lo.mul(0.5)), lo.neg());
        return r.sub(minus.fma(of(TrigKernel.S1), inner));
    }

    private static DoubleVector cos(DoubleVector r, DoubleVector lo) {
        DoubleVector z = r.mul(r);
        DoubleVector c = z.fma(TrigKernel.C6, TrigKernel.C5);
        c = c.fma(z, of(TrigKernel.C4));
        c = c.fma(z, of(TrigKernel.C3));
        c = c.fma(z, of(TrigKernel.C2));
        c = c.fma(z, of(TrigKernel.C1));
        DoubleVector one = of(1.0);
        DoubleVector half = z.mul(0.5);
        DoubleVector w = one.sub(half);
        return w.add(one.sub(w).sub(half).add(z.mul(z).fma(c, r.mul(lo).neg())));
    }

    private static FloatVector of(float constant) {
        return FloatVector.broadcast(Species.FLOAT, constant);
    }

    private static DoubleVector of(double constant) {
        return DoubleVector.broadcast(Species.DOUBLE, constant);
    }
}
