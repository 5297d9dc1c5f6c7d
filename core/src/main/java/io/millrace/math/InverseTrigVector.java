package io.millrace.math;

import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link InverseTrig} over vectors of {@link Species}: the same operations per lane in the same order, so the same
 * bits.
 */
public final class InverseTrigVector {
    private InverseTrigVector() {}

    /** {@link InverseTrig#asin(double)} of every lane. */
    public static DoubleVector asin(DoubleVector x) {
        DoubleVector size = x.abs();
        VectorMask<Double> small = size.compare(VectorOperators.LE, 0.5);
        DoubleVector z = size.fma(-0.5, 0.5).blend(size.mul(size), small);
        DoubleVector y = z.sqrt().blend(size, small);
        DoubleVector tail = y.mul(z).mul(asinTail(z));
        DoubleVector w = y.fma(-2.0, InverseTrig.PI_HALF_HI);
        DoubleVector error =
                y.fma(x.broadcast(-2.0), x.broadcast(InverseTrig.PI_HALF_HI).sub(w));
        DoubleVector large = w.add(error.sub(tail.fma(2.0, -InverseTrig.PI_HALF_LO)));
        return large.blend(y.add(tail), small)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, x.reinterpretAsLongs().and(Long.MIN_VALUE))
                .reinterpretAsDoubles()
                .blend(Double.NaN, size.compare(VectorOperators.LE, 1.0).not());
    }

    /** {@link InverseTrig#acos(double)} of every lane. */
    public static DoubleVector acos(DoubleVector x) {
        DoubleVector size = x.abs();
        VectorMask<Double> small = size.compare(VectorOperators.LE, 0.5);
        DoubleVector z = size.fma(-0.5, 0.5).blend(size.mul(size), small);
        DoubleVector y = z.sqrt().blend(size, small);
        DoubleVector tail = y.mul(z).mul(asinTail(z));
        DoubleVector signed = tail.reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, x.reinterpretAsLongs().and(Long.MIN_VALUE))
                .reinterpretAsDoubles();
        DoubleVector middle = x.broadcast(InverseTrig.PI_HALF_HI)
                .sub(x.sub(x.broadcast(InverseTrig.PI_HALF_LO).sub(signed)));
        DoubleVector right = y.add(tail).mul(2.0);
        DoubleVector left = x.broadcast(InverseTrig.PI_HI)
                .sub(y.add(tail.sub(InverseTrig.PI_HALF_LO)).mul(2.0));
        return right.blend(left, x.compare(VectorOperators.LT, 0.0))
                .blend(middle, small)
                .blend(Double.NaN, size.compare(VectorOperators.LE, 1.0).not());
    }

    /** {@link InverseTrig#atan(double)} of every lane. */
    public static DoubleVector atan(DoubleVector x) {
        DoubleVector size = x.abs();
        DoubleVector one = x.broadcast(1.0);
        VectorMask<Double> steep = size.compare(VectorOperators.GT, 1.0);
        DoubleVector large = one.blend(size, steep);
        DoubleVector small = size.blend(one, steep);
        VectorMask<Double> wide = small.add(small).compare(VectorOperators.GT, large);
        DoubleVector t = small.blend(large.sub(small).neg(), wide).div(large.blend(small.add(large), wide));
        DoubleVector z = t.mul(t);
        DoubleVector a = t.mul(z).fma(atanTail(z), t);
        DoubleVector j = x.broadcast(0.0).blend(1.0, wide);
        j = j.blend(x.broadcast(2.0).sub(j), steep);
        DoubleVector v = j.fma(
                x.broadcast(InverseTrig.PI_QUARTER_HI),
                j.fma(x.broadcast(InverseTrig.PI_QUARTER_LO), a.blend(a.neg(), steep)));
        return v.reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, x.reinterpretAsLongs().and(Long.MIN_VALUE))
                .reinterpretAsDoubles()
                .blend(Double.NaN, x.compare(VectorOperators.NE, x));
    }

    /** {@link InverseTrig#atan2(double, double)} of every lane. */
    public static DoubleVector atan2(DoubleVector y, DoubleVector x) {
        VectorMask<Double> steep = y.abs().compare(VectorOperators.GT, x.abs());
        DoubleVector t = quotient(x.abs().blend(y.abs(), steep), y.abs().blend(x.abs(), steep));
        DoubleVector z = t.mul(t);
        DoubleVector a = t.mul(z).fma(atanTail(z), t);
        LongVector left = x.reinterpretAsLongs().and(Long.MIN_VALUE);
        LongVector wide = t.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63);
        DoubleVector j = wide.or(Log.TWO52_BITS).reinterpretAsDoubles().sub(Log.TWO52);
        j = j.blend(x.broadcast(2.0).sub(j), steep);
        j = j.blend(
                x.broadcast(4.0).sub(j), left.compare(VectorOperators.NE, 0L).cast(Species.DOUBLE));
        DoubleVector turned = a.blend(a.neg(), steep)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, left)
                .reinterpretAsDoubles();
        DoubleVector v =
                j.fma(x.broadcast(InverseTrig.PI_QUARTER_HI), j.fma(x.broadcast(InverseTrig.PI_QUARTER_LO), turned));
        VectorMask<Double> nan = x.compare(VectorOperators.NE, x).or(y.compare(VectorOperators.NE, y));
        return v.reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, y.reinterpretAsLongs().and(Long.MIN_VALUE))
                .reinterpretAsDoubles()
                .blend(Double.NaN, nan);
    }

    private static DoubleVector asinTail(DoubleVector z) {
        DoubleVector p = z.fma(InverseTrig.A12, InverseTrig.A11);
        p = p.fma(z, z.broadcast(InverseTrig.A10));
        p = p.fma(z, z.broadcast(InverseTrig.A9));
        p = p.fma(z, z.broadcast(InverseTrig.A8));
        p = p.fma(z, z.broadcast(InverseTrig.A7));
        p = p.fma(z, z.broadcast(InverseTrig.A6));
        p = p.fma(z, z.broadcast(InverseTrig.A5));
        p = p.fma(z, z.broadcast(InverseTrig.A4));
        p = p.fma(z, z.broadcast(InverseTrig.A3));
        p = p.fma(z, z.broadcast(InverseTrig.A2));
        p = p.fma(z, z.broadcast(InverseTrig.A1));
        return p.fma(z, z.broadcast(InverseTrig.A0));
    }

    private static DoubleVector atanTail(DoubleVector z) {
        DoubleVector p = z.fma(InverseTrig.B12, InverseTrig.B11);
        p = p.fma(z, z.broadcast(InverseTrig.B10));
        p = p.fma(z, z.broadcast(InverseTrig.B9));
        p = p.fma(z, z.broadcast(InverseTrig.B8));
        p = p.fma(z, z.broadcast(InverseTrig.B7));
        p = p.fma(z, z.broadcast(InverseTrig.B6));
        p = p.fma(z, z.broadcast(InverseTrig.B5));
        p = p.fma(z, z.broadcast(InverseTrig.B4));
        p = p.fma(z, z.broadcast(InverseTrig.B3));
        p = p.fma(z, z.broadcast(InverseTrig.B2));
        p = p.fma(z, z.broadcast(InverseTrig.B1));
        return p.fma(z, z.broadcast(InverseTrig.B0));
    }

    /** n/d for n ≤ d/2; else (n − d)/(n + d), which then is negative or −0. */
    private static DoubleVector quotient(DoubleVector large, DoubleVector small) {
        DoubleVector scale = large.broadcast(1.0).blend(0x1p-10, large.compare(VectorOperators.GT, InverseTrig.LARGE));
        DoubleVector n = small.mul(scale);
        DoubleVector d = large.mul(scale);
        VectorMask<Double> infinite = d.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY);
        DoubleVector corner = d.broadcast(0.0).blend(1.0, n.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY));
        n = n.blend(corner, infinite);
        d = d.blend(1.0, infinite.or(d.compare(VectorOperators.EQ, 0.0)));
        VectorMask<Double> wide = n.add(n).compare(VectorOperators.GT, d);
        return n.blend(d.sub(n).neg(), wide).div(d.blend(n.add(d), wide));
    }
}
