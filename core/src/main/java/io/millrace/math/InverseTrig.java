package io.millrace.math;

/**
 * Inverse trigonometric functions in radians, class reproducible; the vector twin is {@link InverseTrigVector}.
 *
 * <p>asin and acos: for |x| ≤ ½ asin x = x + x³·A(x²); above, asin |x| = π/2 − 2·asin √((1 − |x|)/2), where 1 − |x|
 * is exact. atan2: t = n/d for n ≤ d/2, else t = (n − d)/(n + d) with n − d exact, n and d the smaller and the larger
 * of |x| and |y|; then atan t = t + t³·B(t²), and the angle is j·π/4 ± atan t, j from 0 to 4, π/4 to two words.
 */
public final class InverseTrig {
    static final double PI_HI = 0x1.921fb54442d18p1;
    static final double PI_LO = 0x1.1a62633145c07p-53;
    static final double PI_HALF_HI = 0x1.921fb54442d18p0;
    static final double PI_HALF_LO = 0x1.1a62633145c07p-54;
    static final double PI_QUARTER_HI = 0x1.921fb54442d18p-1;
    static final double PI_QUARTER_LO = 0x1.1a62633145c07p-55;

    /** (asin y − y)/y³, degree 12 in z = y² ≤ ¼, fitted for the relative error of asin y: 2^-59.9. */
    static final double A0 = 0x1.5555555555577p-3;

    static final double A1 = 0x1.333333332e101p-4;
    static final double A2 = 0x1.6db6db7214284p-5;
    static final double A3 = 0x1.f1c71a9467e4ep-6;
    static final double A4 = 0x1.6e8bdeed60e6ap-6;
    static final double A5 = 0x1.1c49ef8d5a059p-6;
    static final double A6 = 0x1.ca1f9eda6efe6p-7;
    static final double A7 = 0x1.7585083caef29p-7;
    static final double A8 = 0x1.613f26047c16bp-7;
    static final double A9 = 0x1.e5d1355df7a0fp-9;
    static final double A10 = 0x1.63a6b94f346bep-6;
    static final double A11 = -0x1.580b153f08d61p-6;
    static final double A12 = 0x1.0b4abb4b55b5p-5;

    /** (atan t − t)/t³, degree 12 in z = t² ≤ ¼, fitted for the relative error of atan t: 2^-62.1. */
    static final double B0 = -0x1.5555555555552p-2;

    static final double B1 = 0x1.999999999902p-3;
    static final double B2 = -0x1.249249245005ap-3;
    static final double B3 = 0x1.c71c71a9df475p-4;
    static final double B4 = -0x1.745d13752e07dp-4;
    static final double B5 = 0x1.3b135f0defb32p-4;
    static final double B6 = -0x1.110c5f5c5521bp-4;
    static final double B7 = 0x1.e181cc848e808p-5;
    static final double B8 = -0x1.ac6d455433af1p-5;
    static final double B9 = 0x1.77e90a6299602p-5;
    static final double B10 = -0x1.2ff17d0d0c4fdp-5;
    static final double B11 = 0x1.8333e594a0a73p-6;
    static final double B12 = -0x1.11b1da7c12df2p-7;

    /** Above this both sides of a quotient are scaled down by 2^-10, so that their sum is finite. */
    static final double LARGE = 0x1p1000;

    private InverseTrig() {}

    /** asin x in [−π/2, π/2]; worst error found 1.1 ULP. |x| &gt; 1 and NaN give the canonical NaN. */
    public static double asin(double x) {
        double size = Math.abs(x);
        if (!(size <= 1.0)) {
            return Double.NaN;
        }
        boolean small = size <= 0.5;
        double z = small ? size * size : Math.fma(-0.5, size, 0.5);
        double y = small ? size : Math.sqrt(z);
        double tail = (y * z) * asinTail(z);
        double w = Math.fma(-2.0, y, PI_HALF_HI);
        double error = Math.fma(-2.0, y, PI_HALF_HI - w);
        double v = small ? y + tail : w + (error - Math.fma(2.0, tail, -PI_HALF_LO));
        return Double.doubleToRawLongBits(x) < 0 ? -v : v;
    }

    /** acos x in [0, π]; worst error found 1.1 ULP. |x| &gt; 1 and NaN give the canonical NaN. */
    public static double acos(double x) {
        double size = Math.abs(x);
        if (!(size <= 1.0)) {
            return Double.NaN;
        }
        boolean small = size <= 0.5;
        double z = small ? size * size : Math.fma(-0.5, size, 0.5);
        double y = small ? size : Math.sqrt(z);
        double tail = (y * z) * asinTail(z);
        boolean negative = Double.doubleToRawLongBits(x) < 0;
        if (small) {
            return PI_HALF_HI - (x - (PI_HALF_LO - (negative ? -tail : tail)));
        }
        return negative ? PI_HI - 2.0 * (y + (tail - PI_HALF_LO)) : 2.0 * (y + tail);
    }

    /**
     * atan x in [−π/2, π/2], the bits of {@code atan2(x, 1)}; worst error found 1.5 ULP. NaN gives the canonical
     * NaN.
     */
    public static double atan(double x) {
        return atan2(x, 1.0);
    }

    /**
     * The angle of the point (x, y) in [−π, π], by the signs of x and y also where they are zeros, as
     * {@link Math#atan2} has it; worst error found 1.5 ULP. NaN in either gives the canonical NaN.
     */
    public static double atan2(double y, double x) {
        if (x != x || y != y) {
            return Double.NaN;
        }
        double sizeX = Math.abs(x);
        double sizeY = Math.abs(y);
        boolean steep = sizeY > sizeX;
        double n = steep ? sizeX : sizeY;
        double d = steep ? sizeY : sizeX;
        if (d > LARGE) {
            n *= 0x1p-10;
            d *= 0x1p-10;
        }
        if (d == Double.POSITIVE_INFINITY) {
            n = n == Double.POSITIVE_INFINITY ? 1.0 : 0.0;
            d = 1.0;
        }
        if (d == 0.0) {
            d = 1.0;
        }
        boolean wide = n + n > d;
        double t = (wide ? n - d : n) / (wide ? n + d : d);
        double z = t * t;
        double a = Math.fma(t * z, atanTail(z), t);
        double j = wide ? 1.0 : 0.0;
        boolean left = Double.doubleToRawLongBits(x) < 0;
        j = steep ? 2.0 - j : j;
        j = left ? 4.0 - j : j;
        double v = Math.fma(j, PI_QUARTER_HI, Math.fma(j, PI_QUARTER_LO, steep != left ? -a : a));
        return Double.doubleToRawLongBits(y) < 0 ? -v : v;
    }

    private static double asinTail(double z) {
        double p = Math.fma(A12, z, A11);
        p = Math.fma(p, z, A10);
        p = Math.fma(p, z, A9);
        p = Math.fma(p, z, A8);
        p = Math.fma(p, z, A7);
        p = Math.fma(p, z, A6);
        p = Math.fma(p, z, A5);
        p = Math.fma(p, z, A4);
        p = Math.fma(p, z, A3);
        p = Math.fma(p, z, A2);
        p = Math.fma(p, z, A1);
        return Math.fma(p, z, A0);
    }

    private static double atanTail(double z) {
        double p = Math.fma(B12, z, B11);
        p = Math.fma(p, z, B10);
        p = Math.fma(p, z, B9);
        p = Math.fma(p, z, B8);
        p = Math.fma(p, z, B7);
        p = Math.fma(p, z, B6);
        p = Math.fma(p, z, B5);
        p = Math.fma(p, z, B4);
        p = Math.fma(p, z, B3);
        p = Math.fma(p, z, B2);
        p = Math.fma(p, z, B1);
        return Math.fma(p, z, B0);
    }
}
