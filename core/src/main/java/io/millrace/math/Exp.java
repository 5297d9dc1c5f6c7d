package io.millrace.math;

/**
 * Exponentials, class reproducible; the vector twin is {@link ExpVector}.
 *
 * <p>x = k·ln 2 + r with k the nearest integer, then e^x = 2^k·(1 + r + r²·q(r)), q a minimax polynomial fitted for
 * the relative error of the whole. k comes from adding 1.5·2^52 (float: 1.5·2^23), whose low bits then hold it. The
 * power is applied as two factors, so that subnormal results round once and overflow happens only where it must.
 */
public final class Exp {
    /** 1.5·2^23: adding it rounds a float of magnitude below 2^22 to an integer in the low bits. */
    static final float SHIFT_F = 0x1.8p23f;

    static final float LOG2E_F = 0x1.715476p0f;
    /** ln 2 to 16 bits, so that k times it is exact; and what remains. */
    static final float LN2_HI_F = 0x1.62e4p-1f;

    static final float LN2_LO_F = 0x1.7f7d1cp-20f;
    /** exp of these and beyond is 0 and ∞ by plain rounding. */
    static final float MIN_F = -104.0f;

    static final float MAX_F = 89.0f;
    /** (e^r − 1 − r)/r² for |r| ≤ ln 2 / 2, degree 4: relative error of e^r 2^-28. */
    static final float Q0_F = 0x1.fffffcp-2f;

    static final float Q1_F = 0x1.555492p-3f;
    static final float Q2_F = 0x1.5558f0p-5f;
    static final float Q3_F = 0x1.1239f0p-7f;
    static final float Q4_F = 0x1.6a2646p-10f;

    /** 1.5·2^52: adding it rounds a double of magnitude below 2^51 to an integer in the low bits. */
    static final double SHIFT = 0x1.8p52;

    static final double LOG2E = 0x1.71547652b82fep0;
    /** ln 2 to 42 bits, so that k times it is exact; and what remains. */
    static final double LN2_HI = 0x1.62e42fefa38p-1;

    static final double LN2_LO = 0x1.ef35793c7673p-45;
    static final double MIN = -746.0;
    static final double MAX = 710.0;
    /** (e^r − 1 − r)/r² for |r| ≤ ln 2 / 2, degree 10: relative error of e^r 2^-64. */
    static final double Q0 = 0.5;

    static final double Q1 = 0x1.555555555555bp-3;
    static final double Q2 = 0x1.5555555555503p-5;
    static final double Q3 = 0x1.111111110ec65p-7;
    static final double Q4 = 0x1.6c16c16c30448p-10;
    static final double Q5 = 0x1.a01a01b37b456p-13;
    static final double Q6 = 0x1.a01a01369c96ap-16;
    static final double Q7 = 0x1.71ddf0284fffdp-19;
    static final double Q8 = 0x1.27e5b435e7988p-22;
    static final double Q9 = 0x1.af6bda88a1ap-26;
    static final double Q10 = 0x1.1e3d38053fed5p-29;

    static final double MIN2 = -1080.0;
    static final double MAX2 = 1025.0;
    /** ln 2 to 53 bits, and what remains. */
    static final double LN2 = 0x1.62e42fefa39efp-1;

    static final double LN2_REST = 0x1.abc9e3b39803fp-56;
    /** (2^r − 1 − r·ln 2)/r² for |r| ≤ 1/2, degree 10: relative error of 2^r 2^-64. */
    static final double T0 = 0x1.ebfbdff82c58fp-3;

    static final double T1 = 0x1.c6b08d704a0c7p-5;
    static final double T2 = 0x1.3b2ab6fba4e07p-7;
    static final double T3 = 0x1.5d87fe78a3931p-10;
    static final double T4 = 0x1.430912f88e32ep-13;
    static final double T5 = 0x1.ffcbfc700e629p-17;
    static final double T6 = 0x1.62c021b1f87eep-20;
    static final double T7 = 0x1.b524e64714397p-24;
    static final double T8 = 0x1.e4d12e86b60b9p-28;
    static final double T9 = 0x1.e9f4ebfe0f21ap-32;
    static final double T10 = 0x1.c1b5be755b879p-36;

    private Exp() {}

    /** e^x; worst error 0.88 ULP over all floats. NaN gives the canonical NaN. */
    public static float exp(float x) {
        if (x != x) {
            return Float.NaN;
        }
        float c = x < MIN_F ? MIN_F : x > MAX_F ? MAX_F : x;
        float shifted = Math.fma(c, LOG2E_F, SHIFT_F);
        float k = shifted - SHIFT_F;
        float hi = Math.fma(-k, LN2_HI_F, c);
        float lo = k * LN2_LO_F;
        float r = hi - lo;
        float q = Math.fma(Q4_F, r, Q3_F);
        q = Math.fma(q, r, Q2_F);
        q = Math.fma(q, r, Q1_F);
        q = Math.fma(q, r, Q0_F);
        float y = 1.0f + (hi + Math.fma(r * r, q, -lo));
        int n = Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(SHIFT_F);
        int half = ((n + 512) >>> 1) - 256;
        return y * Float.intBitsToFloat((half + 127) << 23) * Float.intBitsToFloat((n - half + 127) << 23);
    }

    /** e^x; worst error found 0.83 ULP. NaN gives the canonical NaN. */
    public static double exp(double x) {
        if (x != x) {
            return Double.NaN;
        }
        double c = x < MIN ? MIN : x > MAX ? MAX : x;
        double shifted = Math.fma(c, LOG2E, SHIFT);
        double k = shifted - SHIFT;
        double hi = Math.fma(-k, LN2_HI, c);
        double lo = k * LN2_LO;
        double r = hi - lo;
        double q = Math.fma(Q10, r, Q9);
        q = Math.fma(q, r, Q8);
        q = Math.fma(q, r, Q7);
        q = Math.fma(q, r, Q6);
        q = Math.fma(q, r, Q5);
        q = Math.fma(q, r, Q4);
        q = Math.fma(q, r, Q3);
        q = Math.fma(q, r, Q2);
        q = Math.fma(q, r, Q1);
        q = Math.fma(q, r, Q0);
        return scale(1.0 + (hi + Math.fma(r * r, q, -lo)), shifted);
    }

    /** 2^x, exact for integers; worst error found 0.84 ULP. NaN gives the canonical NaN. */
    public static double exp2(double x) {
        if (x != x) {
            return Double.NaN;
        }
        double c = x < MIN2 ? MIN2 : x > MAX2 ? MAX2 : x;
        double shifted = c + SHIFT;
        double r = c - (shifted - SHIFT);
        double q = Math.fma(T10, r, T9);
        q = Math.fma(q, r, T8);
        q = Math.fma(q, r, T7);
        q = Math.fma(q, r, T6);
        q = Math.fma(q, r, T5);
        q = Math.fma(q, r, T4);
        q = Math.fma(q, r, T3);
        q = Math.fma(q, r, T2);
        q = Math.fma(q, r, T1);
        q = Math.fma(q, r, T0);
        return scale(1.0 + Math.fma(r, LN2, Math.fma(r * r, q, r * LN2_REST)), shifted);
    }

    /** y·2^n, n in the low bits of {@code shifted}, |n| ≤ 1080; rounds once, at the second factor. */
    private static double scale(double y, double shifted) {
        long n = Double.doubleToRawLongBits(shifted) - Double.doubleToRawLongBits(SHIFT);
        long half = ((n + 2048) >>> 1) - 1024;
        return y * Double.longBitsToDouble((half + 1023) << 52) * Double.longBitsToDouble((n - half + 1023) << 52);
    }
}
