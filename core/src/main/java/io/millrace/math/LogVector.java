package io.millrace.math;

import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Log} over vectors of {@link Species}: the same operations per lane in the same order, so the same bits.
 */
public final class LogVector {
    private LogVector() {}

    /** {@link Log#log(float)} of every lane. */
    public static FloatVector log(FloatVector x) {
        VectorMask<Float> tiny = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        FloatVector scaled = x.blend(x.mul(0x1p24f), tiny);
        IntVector bias = IntVector.broadcast(Species.INT, 127).blend(127 + 24, tiny.cast(Species.INT));
        return normal(scaled, bias)
                .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY))
                .blend(Float.NaN, x.compare(VectorOperators.GE, 0.0f).not())
                .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0.0f));
    }

    /** {@link Log#log(double)} of every lane. */
    public static DoubleVector log(DoubleVector x) {
        VectorMask<Double> tiny = x.compare(VectorOperators.LT, Double.MIN_NORMAL);
        DoubleVector scaled = x.blend(x.mul(0x1p54), tiny);
        DoubleVector bias = x.broadcast(Log.TWO52 + 1023).blend(Log.TWO52 + 1023 + 54, tiny);
        return normal(scaled, bias)
                .blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY))
                .blend(Double.NaN, x.compare(VectorOperators.GE, 0.0).not())
                .blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0.0));
    }

    /** {@link Log#normal(float, int)} of every lane. */
    static FloatVector normal(FloatVector x, IntVector bias) {
        IntVector bits = x.reinterpretAsInts().add(Log.OFFSET_F);
        FloatVector k = (FloatVector)
                bits.lanewise(VectorOperators.LSHR, 23).sub(bias).convertShape(VectorOperators.I2F, Species.FLOAT, 0);
        FloatVector f = bits.and(Log.FRACTION_F)
                .add(Log.SQRT_HALF_F)
                .reinterpretAsFloats()
                .sub(1.0f);
        FloatVector p = f.fma(Log.P8_F, Log.P7_F);
        p = p.fma(f, x.broadcast(Log.P6_F));
        p = p.fma(f, x.broadcast(Log.P5_F));
        p = p.fma(f, x.broadcast(Log.P4_F));
        p = p.fma(f, x.broadcast(Log.P3_F));
        p = p.fma(f, x.broadcast(Log.P2_F));
        p = p.fma(f, x.broadcast(Log.P1_F));
        p = p.fma(f, x.broadcast(Log.P0_F));
        FloatVector tail = f.mul(f).fma(p.fma(f, x.broadcast(-0.5f)), k.mul(Exp.LN2_LO_F));
        FloatVector hi = k.mul(Exp.LN2_HI_F);
        FloatVector sum = hi.add(f);
        return sum.add(hi.sub(sum).add(f).add(tail));
    }

    /** {@link Log#normal(double, double)} of every lane. */
    static DoubleVector normal(DoubleVector x, DoubleVector bias) {
        LongVector bits = x.reinterpretAsLongs().add(Log.OFFSET);
        DoubleVector k = bits.lanewise(VectorOperators.LSHR, 52)
                .or(Log.TWO52_BITS)
                .reinterpretAsDoubles()
                .sub(bias);
        DoubleVector f =
                bits.and(Log.FRACTION).add(Log.SQRT_HALF).reinterpretAsDoubles().sub(1.0);
        DoubleVector s = f.div(f.add(2.0));
        DoubleVector z = s.mul(s);
        DoubleVector p = z.fma(Log.L7, Log.L6);
        p = p.fma(z, x.broadcast(Log.L5));
        p = p.fma(z, x.broadcast(Log.L4));
        p = p.fma(z, x.broadcast(Log.L3));
        p = p.fma(z, x.broadcast(Log.L2));
        p = p.fma(z, x.broadcast(Log.L1));
        DoubleVector square = f.mul(0.5).mul(f);
        DoubleVector tail = s.fma(p.fma(z, square), k.mul(Exp.LN2_LO)).sub(square);
        DoubleVector hi = k.mul(Exp.LN2_HI);
        DoubleVector sum = hi.add(f);
        return sum.add(hi.sub(sum).add(f).add(tail));
    }
}
