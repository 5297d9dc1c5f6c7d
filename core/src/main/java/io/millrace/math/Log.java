package io.millrace.math;

/**
 * Natural logarithm, class reproducible; the vector twin is {@link LogVector}.
 *
 * <p>x = 2^k·(1 + f), 1 + f in [√½, √2). Then log x = k·ln 2 + log(1 + f), the leading sum k·ln2_hi + f kept with its
 * rounding error, so that no cancellation costs a bit. Subnormals are scaled up by a power of two first.
 */
public final class Log {
    /** √½ rounded to nearest, as bits: the bottom of the range of 1 + f. */
    static final int SQRT_HALF_F = 0x3f3504f3;

    static final int OFFSET_F = 0x3f800000 - SQRT_HALF_F;
    static final int FRACTION_F = 0x007fffff;
    /** (log(1 + f) − f + f²/2)/f³ for √½ − 1 ≤ f ≤ √2 − 1, degree 8: relative error of log(1 + f) 2^-30. */
    static final float P0_F = 0x1.555548p-2f;

    static final float P1_F = -0x1.000006p-2f;
    static final float P2_F = 0x1.99a4b4p-3f;
    static final float P3_F = -0x1.555c48p-3f;
    static final float P4_F = 0x1.233774p-3f;
    static final float P5_F = -0x1.fc22a6p-4f;
    static final float P6_F = 0x1.e6f042p-4f;
    static final float P7_F = -0x1.de385ep-4f;
    static final float P8_F = 0x1.145398p-4f;

    static final long SQRT_HALF = 0x3fe6a09e667f3bcdL;
    static final long OFFSET = 0x3ff0000000000000L - SQRT_HALF;
    static final long FRACTION = 0x000fffffffffffffL;
    /** The bits of 2^52: or-ing a 32-bit integer into them and subtracting 2^52 converts it exactly. */
    static final long TWO52_BITS = 0x4330000000000000L;

    static final double TWO52 = 0x1p52;
    /** FreeBSD msun e_log.c, Lg1 … Lg7: log(1 + f) = f − f²/2 + s·(f²/2 + R(s²)), s = f/(2 + f); error 2^-58.45. */
    static final double L1 = 6.666666666666735130e-01;

    static final double L2 = 3.999999999940941908e-01;
    static final double L3 = 2.857142874366239149e-01;
    static final double L4 = 2.222219843214978396e-01;
    static final double L5 = 1.818357216161805012e-01;
    static final double L6 = 1.531383769920937332e-01;
    static final double L7 = 1.479819860511658591e-01;

    private Log() {}

    /** log x; worst error 0.86 ULP over all floats. ±0 gives −∞, negative numbers and NaN the canonical NaN. */
    public static float log(float x) {
        if (x >= Float.MIN_NORMAL && x <= Float.MAX_VALUE) {
            return normal(x, 127);
        }
        if (x > 0) {
            return x == Float.POSITIVE_INFINITY ? x : normal(x * 0x1p24f, 127 + 24);
        }
        return x == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
    }

    /** log x; worst error found 0.82 ULP. ±0 gives −∞, negative numbers and NaN the canonical NaN. */
    public static double log(double x) {
        if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
            return normal(x, TWO52 + 1023);
        }
        if (x > 0) {
            return x == Double.POSITIVE_INFINITY ? x : normal(x * 0x1p54, TWO52 + 1023 + 54);
        }
        return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    /** log(x·2^(127 − bias)) for normal positive x. */
    static float normal(float x, int bias) {
        int bits = Float.floatToRawIntBits(x) + OFFSET_F;
        float k = (float) ((bits >>> 23) - bias);
        float f = Float.intBitsToFloat((bits & FRACTION_F) + SQRT_HALF_F) - 1.0f;
        float p = Math.fma(P8_F, f, P7_F);
        p = Math.fma(p, f, P6_F);
        p = Math.fma(p, f, P5_F);
        p = Math.fma(p, f, P4_F);
        p = Math.fma(p, f, P3_F);
        p = Math.fma(p, f, P2_F);
        p = Math.fma(p, f, P1_F);
        p = Math.fma(p, f, P0_F);
        float tail = Math.fma(f * f, Math.fma(p, f, -0.5f), k * Exp.LN2_LO_F);
        float hi = k * Exp.LN2_HI_F;
        float sum = hi + f;
        return sum + (((hi - sum) + f) + tail);
    }

    /** log(x·2^(2^52 + 1023 − bias)) for normal positive x. */
    static double normal(double x, double bias) {
        long bits = Double.doubleToRawLongBits(x) + OFFSET;
        double k = Double.longBitsToDouble((bits >>> 52) | TWO52_BITS) - bias;
        double f = Double.longBitsToDouble((bits & FRACTION) + SQRT_HALF) - 1.0;
        double s = f / (2.0 + f);
        double z = s * s;
        double p = Math.fma(L7, z, L6);
        p = Math.fma(p, z, L5);
        p = Math.fma(p, z, L4);
        p = Math.fma(p, z, L3);
        p = Math.fma(p, z, L2);
        p = Math.fma(p, z, L1);
        double square = 0.5 * f * f;
        double tail = Math.fma(s, Math.fma(p, z, square), k * Exp.LN2_LO) - square;
        double hi = k * Exp.LN2_HI;
        double sum = hi + f;
        return sum + (((hi - sum) + f) + tail);
    }
}
