package io.millrace.math;

import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link TrigKernel} over vectors: both polynomials in every lane.
 *
 * <p>C2 inlines no method above 325 bytes of bytecode, and none at all once a compilation has 18,000 nodes (some
 * sixty vector operations); a vector that crosses a call is allocated. So the polynomials' tails are called first,
 * the rest is flat, and sine and cosine together go to arrays instead of being returned.
 */
final class TrigKernelVector {
    private TrigKernelVector() {}

    /** {@link TrigKernel#sin(int, float, float)} of every lane. */
    static FloatVector sin(IntVector quadrant, FloatVector r, FloatVector lo) {
        FloatVector z = r.mul(r);
        FloatVector s = sinTail(z);
        FloatVector c = cosTail(z);
        FloatVector minus = z.mul(r).neg();
        FloatVector inner = z.fma(minus.fma(s, lo.mul(0.5f)), lo.neg());
        FloatVector sine = r.sub(minus.fma(r.broadcast(TrigKernel.S1_F), inner));
        FloatVector half = z.mul(0.5f);
        FloatVector w = r.broadcast(1.0f).sub(half);
        FloatVector rest = r.broadcast(1.0f).sub(w).sub(half);
        FloatVector cosine = w.add(rest.add(z.mul(z).fma(c, r.mul(lo).neg())));
        VectorMask<Float> odd = quadrant.and(1).compare(VectorOperators.NE, 0).cast(Species.FLOAT);
        IntVector sign = quadrant.and(2).lanewise(VectorOperators.LSHL, 30);
        return sine.blend(cosine, odd)
                .reinterpretAsInts()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsFloats();
    }

    /** Sine times {@code factor} and cosine times {@code radius} of every lane, into arrays from {@code at} on. */
    static void sinCos(
            IntVector quadrant,
            FloatVector r,
            FloatVector lo,
            FloatVector factor,
            FloatVector radius,
            float[] sin,
            float[] cos,
            int at) {
        FloatVector z = r.mul(r);
        FloatVector s = sinTail(z);
        FloatVector c = cosTail(z);
        FloatVector minus = z.mul(r).neg();
        FloatVector inner = z.fma(minus.fma(s, lo.mul(0.5f)), lo.neg());
        FloatVector sine = r.sub(minus.fma(r.broadcast(TrigKernel.S1_F), inner));
        FloatVector half = z.mul(0.5f);
        FloatVector w = r.broadcast(1.0f).sub(half);
        FloatVector rest = r.broadcast(1.0f).sub(w).sub(half);
        FloatVector cosine = w.add(rest.add(z.mul(z).fma(c, r.mul(lo).neg())));
        VectorMask<Float> odd = quadrant.and(1).compare(VectorOperators.NE, 0).cast(Species.FLOAT);
        IntVector sign = quadrant.and(2).lanewise(VectorOperators.LSHL, 30);
        IntVector cosineSign = quadrant.add(1).and(2).lanewise(VectorOperators.LSHL, 30);
        sine.blend(cosine, odd)
                .reinterpretAsInts()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsFloats()
                .mul(factor)
                .intoArray(sin, at);
        cosine.blend(sine, odd)
                .reinterpretAsInts()
                .lanewise(VectorOperators.XOR, cosineSign)
                .reinterpretAsFloats()
                .mul(radius)
                .intoArray(cos, at);
    }

    /** {@link TrigKernel#sin(int, double, double)} of every lane. */
    static DoubleVector sin(LongVector quadrant, DoubleVector r, DoubleVector lo) {
        DoubleVector z = r.mul(r);
        DoubleVector s = sinTail(z);
        DoubleVector c = cosTail(z);
        DoubleVector minus = z.mul(r).neg();
        DoubleVector inner = z.fma(minus.fma(s, lo.mul(0.5)), lo.neg());
        DoubleVector sine = r.sub(minus.fma(r.broadcast(TrigKernel.S1), inner));
        DoubleVector half = z.mul(0.5);
        DoubleVector w = r.broadcast(1.0).sub(half);
        DoubleVector rest = r.broadcast(1.0).sub(w).sub(half);
        DoubleVector cosine = w.add(rest.add(z.mul(z).fma(c, r.mul(lo).neg())));
        VectorMask<Double> odd =
                quadrant.and(1L).compare(VectorOperators.NE, 0L).cast(Species.DOUBLE);
        LongVector sign = quadrant.and(2L).lanewise(VectorOperators.LSHL, 62);
        return sine.blend(cosine, odd)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsDoubles();
    }

    /** Sine times {@code factor} and cosine times {@code radius} of every lane, into arrays from {@code at} on. */
    static void sinCos(
            LongVector quadrant,
            DoubleVector r,
            DoubleVector lo,
            DoubleVector factor,
            DoubleVector radius,
            double[] sin,
            double[] cos,
            int at) {
        DoubleVector z = r.mul(r);
        DoubleVector s = sinTail(z);
        DoubleVector c = cosTail(z);
        DoubleVector minus = z.mul(r).neg();
        DoubleVector inner = z.fma(minus.fma(s, lo.mul(0.5)), lo.neg());
        DoubleVector sine = r.sub(minus.fma(r.broadcast(TrigKernel.S1), inner));
        DoubleVector half = z.mul(0.5);
        DoubleVector w = r.broadcast(1.0).sub(half);
        DoubleVector rest = r.broadcast(1.0).sub(w).sub(half);
        DoubleVector cosine = w.add(rest.add(z.mul(z).fma(c, r.mul(lo).neg())));
        VectorMask<Double> odd =
                quadrant.and(1L).compare(VectorOperators.NE, 0L).cast(Species.DOUBLE);
        LongVector sign = quadrant.and(2L).lanewise(VectorOperators.LSHL, 62);
        LongVector cosineSign = quadrant.add(1).and(2L).lanewise(VectorOperators.LSHL, 62);
        sine.blend(cosine, odd)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsDoubles()
                .mul(factor)
                .intoArray(sin, at);
        cosine.blend(sine, odd)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, cosineSign)
                .reinterpretAsDoubles()
                .mul(radius)
                .intoArray(cos, at);
    }

    /** {@link TrigKernel#plain} of every lane and the cosine with it, into arrays from {@code at} on. */
    static void plain(LongVector quadrant, DoubleVector r, double[] sin, double[] cos, int at) {
        DoubleVector z = r.mul(r);
        DoubleVector s = sinTail(z).fma(z, z.broadcast(TrigKernel.S1));
        DoubleVector sine = z.mul(r).fma(s, r);
        DoubleVector cosine = z.fma(z.fma(cosTail(z), z.broadcast(-0.5)), z.broadcast(1.0));
        VectorMask<Double> odd =
                quadrant.and(1L).compare(VectorOperators.NE, 0L).cast(Species.DOUBLE);
        LongVector sign = quadrant.lanewise(VectorOperators.LSHL, 62).and(Long.MIN_VALUE);
        LongVector cosineSign =
                quadrant.add(1).lanewise(VectorOperators.LSHL, 62).and(Long.MIN_VALUE);
        sine.blend(cosine, odd)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsDoubles()
                .intoArray(sin, at);
        cosine.blend(sine, odd)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, cosineSign)
                .reinterpretAsDoubles()
                .intoArray(cos, at);
    }

    private static FloatVector sinTail(FloatVector z) {
        FloatVector p = z.fma(TrigKernel.S4_F, TrigKernel.S3_F);
        return p.fma(z, z.broadcast(TrigKernel.S2_F));
    }

    private static FloatVector cosTail(FloatVector z) {
        FloatVector p = z.fma(TrigKernel.C3_F, TrigKernel.C2_F);
        return p.fma(z, z.broadcast(TrigKernel.C1_F));
    }

    private static DoubleVector sinTail(DoubleVector z) {
        DoubleVector p = z.fma(TrigKernel.S6, TrigKernel.S5);
        p = p.fma(z, z.broadcast(TrigKernel.S4));
        p = p.fma(z, z.broadcast(TrigKernel.S3));
        return p.fma(z, z.broadcast(TrigKernel.S2));
    }

    private static DoubleVector cosTail(DoubleVector z) {
        DoubleVector p = z.fma(TrigKernel.C6, TrigKernel.C5);
        p = p.fma(z, z.broadcast(TrigKernel.C4));
        p = p.fma(z, z.broadcast(TrigKernel.C3));
        p = p.fma(z, z.broadcast(TrigKernel.C2));
        return p.fma(z, z.broadcast(TrigKernel.C1));
    }
}
