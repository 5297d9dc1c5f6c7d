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
        DoubleVector large = y.fma(-2.0, InverseTrig.PI_HALF_HI).sub(tail.fma(2.0, -InverseTrig.PI_HALF_LO));
        return withSign(large.blend(y.add(tail), small), sign(x))
                .blend(Double.NaN, size.compare(VectorOperators.LE, 1.0).not());
    }

    /** {@link InverseTrig#acos(double)} of every lane. */
    public static DoubleVector acos(DoubleVector x) {
        DoubleVector size = x.abs();
        VectorMask<Double> small = size.compare(VectorOperators.LE, 0.5);
        DoubleVector z = size.fma(-0.5, 0.5).blend(size.mul(size), small);
        DoubleVector y = z.sqrt().blend(size, small);
        DoubleVector tail = y.mul(z).mul(asinTail(z));
        DoubleVector middle =
                of(InverseTrig.PI_HALF_HI).sub(x.sub(of(InverseTrig.PI_HALF_LO).sub(withSign(tail, sign(x)))));
        DoubleVector right = y.add(tail).mul(2.0);
        DoubleVector left = of(InverseTrig.PI_HI)
                .sub(y.add(tail.sub(InverseTrig.PI_HALF_LO)).mul(2.0));
        return right.blend(left, x.compare(VectorOperators.LT, 0.0))
                .blend(middle, small)
                .blend(Double.NaN, size.compare(VectorOperators.LE, 1.0).not());
    }

    /** {@link InverseTrig#atan(double)} of every lane. */
    public static DoubleVector atan(DoubleVector x) {
        return atan2(x, of(1.0));
    }

    /** {@link InverseTrig#atan2(double, double)} of every lane. */
    public static DoubleVector atan2(DoubleVector y, DoubleVector x) {
        DoubleVector sizeX = x.abs();
        DoubleVector sizeY = y.abs();
        VectorMask<Double> steep = sizeY.compare(VectorOperators.GT, sizeX);
        DoubleVector n = sizeY.blend(sizeX, steep);
        DoubleVector d = sizeX.blend(sizeY, steep);
        DoubleVector scale = of(1.0).blend(0x1p-10, d.compare(VectorOperators.GT, InverseTrig.LARGE));
        n = n.mul(scale);
        d = d.mul(scale);
        VectorMask<Double> infinite = d.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY);
        DoubleVector corner = of(0.0).blend(1.0, n.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY));
        n = n.blend(corner, infinite);
        d = d.blend(1.0, infinite.or(d.compare(VectorOperators.EQ, 0.0)));
        VectorMask<Double> wide = n.add(n).compare(VectorOperators.GT, d);
        DoubleVector t = n.blend(n.sub(d), wide).div(d.blend(n.add(d), wide));
        DoubleVector z = t.mul(t);
        DoubleVector a = t.mul(z).fma(atanTail(z), t);
        LongVector left = sign(x);
        DoubleVector j = of(0.0).blend(1.0, wide);
        j = j.blend(of(2.0).sub(j), steep);
        j = j.blend(of(4.0).sub(j), left.compare(VectorOperators.NE, 0L).cast(Species.DOUBLE));
        DoubleVector turned = withSign(a.blend(a.neg(), steep), left);
        DoubleVector v = j.fma(of(InverseTrig.PI_QUARTER_HI), j.fma(of(InverseTrig.PI_QUARTER_LO), turned));
        VectorMask<Double> nan = x.compare(VectorOperators.NE, x).or(y.compare(VectorOperators.NE, y));
        return withSign(v, sign(y)).blend(Double.NaN, nan);
    }

    private static DoubleVector asinTail(DoubleVector z) {
        DoubleVector p = z.fma(InverseTrig.A12, InverseTrig.A11);
        p = p.fma(z, of(InverseTrig.A10));
        p = p.fma(z, of(InverseTrig.A9));
        p = p.fma(z, of(InverseTrig.A8));
        p = p.fma(z, of(InverseTrig.A7));
        p = p.fma(z, of(InverseTrig.A6));
        p = p.fma(z, of(InverseTrig.A5));
        p = p.fma(z, of(InverseTrig.A4));
        p = p.fma(z, of(InverseTrig.A3));
        p = p.fma(z, of(InverseTrig.A2));
        p = p.fma(z, of(InverseTrig.A1));
        return p.fma(z, of(InverseTrig.A0));
    }

    private static DoubleVector atanTail(DoubleVector z) {
        DoubleVector p = z.fma(InverseTrig.B12, InverseTrig.B11);
        p = p.fma(z, of(InverseTrig.B10));
        p = p.fma(z, of(InverseTrig.B9));
        p = p.fma(z, of(InverseTrig.B8));
        p = p.fma(z, of(InverseTrig.B7));
        p = p.fma(z, of(InverseTrig.B6));
        p = p.fma(z, of(InverseTrig.B5));
        p = p.fma(z, of(InverseTrig.B4));
        p = p.fma(z, of(InverseTrig.B3));
        p = p.fma(z, of(InverseTrig.B2));
        p = p.fma(z, of(InverseTrig.B1));
        return p.fma(z, of(InverseTrig.B0));
    }

    private static LongVector sign(DoubleVector v) {
        return v.reinterpretAsLongs().and(Long.MIN_VALUE);
    }

    private static DoubleVector withSign(DoubleVector v, LongVector sign) {
        return v.reinterpretAsLongs().lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
    }

    private static DoubleVector of(double constant) {
        return DoubleVector.broadcast(Species.DOUBLE, constant);
    }
}
