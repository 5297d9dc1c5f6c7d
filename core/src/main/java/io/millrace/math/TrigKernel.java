package io.millrace.math;

/**
 * Sine and cosine of a reduced angle r + lo, |r| ≤ π/4 + 2^-8 (double: + 2^-21), |lo| a correction far below r.
 *
 * <p>sin = r + lo + r³·S(r²) − r²·lo/2; cos = 1 − r²/2 + r⁴·C(r²) − r·lo, 1 − r²/2 kept with its rounding error.
 */
final class TrigKernel {
    /** (sin r − r)/r³, degree 3 in r²: relative error of sin r 2^-37. */
    static final float S1_F = -0x1.555556p-3f;

    static final float S2_F = 0x1.111108p-7f;
    static final float S3_F = -0x1.a00f48p-13f;
    static final float S4_F = 0x1.6cc50ap-19f;
    /** (cos r − 1 + r²/2)/r⁴, degree 2 in r²: relative error of cos r 2^-32. */
    static final float C1_F = 0x1.55554ap-5f;

    static final float C2_F = -0x1.6c0bfcp-10f;
    static final float C3_F = 0x1.99db68p-16f;

    /** FreeBSD msun k_sin.c, S1 … S6: relative error 2^-58. */
    static final double S1 = -1.66666666666666324348e-01;

    static final double S2 = 8.33333333332248946124e-03;
    static final double S3 = -1.98412698298579493134e-04;
    static final double S4 = 2.75573137070700676789e-06;
    static final double S5 = -2.50507602534068634195e-08;
    static final double S6 = 1.58969099521155010221e-10;
    /** FreeBSD msun k_cos.c, C1 … C6: relative error 2^-58. */
    static final double C1 = 4.16666666666666019037e-02;

    static final double C2 = -1.38888888888741095749e-03;
    static final double C3 = 2.48015872894767294178e-05;
    static final double C4 = -2.75573143513906633035e-07;
    static final double C5 = 2.08757232129817482790e-09;
    static final double C6 = -1.13596475577881948265e-11;

    private TrigKernel() {}

    /** Sine of quadrant·π/2 + r + lo; only the two low bits of the quadrant count. */
    static float sin(int quadrant, float r, float lo) {
        float v = (quadrant & 1) == 0 ? sin(r, lo) : cos(r, lo);
        return (quadrant & 2) == 0 ? v : -v;
    }

    /** Sine of quadrant·π/2 + r + lo; only the two low bits of the quadrant count. */
    static double sin(int quadrant, double r, double lo) {
        double v = (quadrant & 1) == 0 ? sin(r, lo) : cos(r, lo);
        return (quadrant & 2) == 0 ? v : -v;
    }

    /** Sine of quadrant·π/2 + r where r alone is good enough: errors are of the size of 2^-53, not of the sine's ULP. */
    static double plain(int quadrant, double r) {
        double v = (quadrant & 1) == 0 ? sin(r) : cos(r);
        return (quadrant & 2) == 0 ? v : -v;
    }

    private static double sin(double r) {
        double z = r * r;
        double s = Math.fma(sinTail(z), z, S1);
        return Math.fma(z * r, s, r);
    }

    private static double cos(double r) {
        double z = r * r;
        double c = cosTail(z);
        return Math.fma(z, Math.fma(z, c, -0.5), 1.0);
    }

    private static float sin(float r, float lo) {
        float z = r * r;
        float v = z * r;
        float s = Math.fma(S4_F, z, S3_F);
        s = Math.fma(s, z, S2_F);
        return r - Math.fma(-v, S1_F, Math.fma(z, Math.fma(-v, s, 0.5f * lo), -lo));
    }

    private static float cos(float r, float lo) {
        float z = r * r;
        float c = Math.fma(C3_F, z, C2_F);
        c = Math.fma(c, z, C1_F);
        float half = 0.5f * z;
        float w = 1.0f - half;
        return w + (((1.0f - w) - half) + Math.fma(z * z, c, -(r * lo)));
    }

    private static double sin(double r, double lo) {
        double z = r * r;
        double v = z * r;
        double s = sinTail(z);
        return r - Math.fma(-v, S1, Math.fma(z, Math.fma(-v, s, 0.5 * lo), -lo));
    }

    private static double cos(double r, double lo) {
        double z = r * r;
        double c = cosTail(z);
        double half = 0.5 * z;
        double w = 1.0 - half;
        return w + (((1.0 - w) - half) + Math.fma(z * z, c, -(r * lo)));
    }

    private static double sinTail(double z) {
        double s = Math.fma(S6, z, S5);
        s = Math.fma(s, z, S4);
        s = Math.fma(s, z, S3);
        return Math.fma(s, z, S2);
    }

    private static double cosTail(double z) {
        double c = Math.fma(C6, z, C5);
        c = Math.fma(c, z, C4);
        c = Math.fma(c, z, C3);
        c = Math.fma(c, z, C2);
        return Math.fma(c, z, C1);
    }
}
