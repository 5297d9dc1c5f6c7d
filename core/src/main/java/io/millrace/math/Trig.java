package io.millrace.math;

/**
 * Sine and cosine of an angle in radians, class reproducible; the vector twin is {@link TrigVector}.
 *
 * <p>Moderate |x| = k·π/2 + r is reduced after Cody and Waite, π/2 = P1 + P2 + P3 with full significands: fma(−k, P1,
 * |x|) is exact, as it is a multiple of P1's last place and below 1; k·P2 is subtracted with both of its rounding
 * errors, which go into r's correction. Larger ones go through {@link PayneHanek}. The sign is taken off first, so
 * sine is odd and cosine even to the bit.
 */
public final class Trig {
    /** Up to here k·P2's last place stays below that of the exact remainder. */
    static final float LIMIT_F = 0x1p17f;

    static final float TWO_OVER_PI_F = 0x1.45f306p-1f;
    static final float P1_F = 0x1.921fb6p0f;
    static final float P2_F = -0x1.777a5cp-25f;
    static final float P3_F = -0x1.ee59dap-50f;

    /** Up to here k·P2's last place stays below that of the exact remainder, and k·2/π rounds r by less than 2^-21. */
    static final double LIMIT = 0x1p31;

    static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
    static final double P1 = 0x1.921fb54442d18p0;
    static final double P2 = 0x1.1a62633145c07p-54;
    static final double P3 = -0x1.f1976b7ed8fbcp-110;

    private Trig() {}

    /** sin x, any x; worst error 0.79 ULP over all floats. ±∞ and NaN give the canonical NaN. */
    public static float sin(float x) {
        float v = quarters(Math.abs(x), 0);
        return x == x && Float.floatToRawIntBits(x) < 0 ? negate(v) : v;
    }

    /** cos x, any x; worst error 0.79 ULP over all floats. ±∞ and NaN give the canonical NaN. */
    public static float cos(float x) {
        return quarters(Math.abs(x), 1);
    }

    /** sin x, any x; worst error found 0.77 ULP. ±∞ and NaN give the canonical NaN. */
    public static double sin(double x) {
        double v = quarters(Math.abs(x), 0);
        return x == x && Double.doubleToRawLongBits(x) < 0 ? negate(v) : v;
    }

    /** cos x, any x; worst error found 0.77 ULP. ±∞ and NaN give the canonical NaN. */
    public static double cos(double x) {
        return quarters(Math.abs(x), 1);
    }

    /** sin(x + turn·π/2), x ≥ 0. */
    private static float quarters(float x, int turn) {
        if (x <= LIMIT_F) {
            float shifted = Math.fma(x, TWO_OVER_PI_F, Exp.SHIFT_F);
            float k = shifted - Exp.SHIFT_F;
            float exact = Math.fma(-k, P1_F, x);
            float p = k * P2_F;
            float r = exact - p;
            float lo = Math.fma(-k, P3_F, ((exact - r) - p) - Math.fma(k, P2_F, -p));
            return TrigKernel.sin(Float.floatToRawIntBits(shifted) + turn, r, lo);
        }
        if (x <= Float.MAX_VALUE) {
            PayneHanek.Reduced reduced = PayneHanek.reduce(x);
            float r = (float) reduced.hi();
            return TrigKernel.sin(reduced.quadrant() + turn, r, (float) (reduced.hi() - r));
        }
        return Float.NaN;
    }

    private static double quarters(double x, int turn) {
        if (x <= LIMIT) {
            double shifted = Math.fma(x, TWO_OVER_PI, Exp.SHIFT);
            double k = shifted - Exp.SHIFT;
            double exact = Math.fma(-k, P1, x);
            double p = k * P2;
            double r = exact - p;
            double lo = Math.fma(-k, P3, ((exact - r) - p) - Math.fma(k, P2, -p));
            return TrigKernel.sin((int) Double.doubleToRawLongBits(shifted) + turn, r, lo);
        }
        if (x <= Double.MAX_VALUE) {
            PayneHanek.Reduced reduced = PayneHanek.reduce(x);
            return TrigKernel.sin(reduced.quadrant() + turn, reduced.hi(), reduced.lo());
        }
        return Double.NaN;
    }

    /** −v, with NaN left canonical. */
    private static float negate(float v) {
        return v == v ? -v : Float.NaN;
    }

    /** −v, with NaN left canonical. */
    private static double negate(double v) {
        return v == v ? -v : Double.NaN;
    }
}
