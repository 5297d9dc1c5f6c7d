package io.millrace.math;

/**
 * The Gaussian error linear unit x·Φ(x) = ½x(1 + erf(x/√2)) (Hendrycks and Gimpel, arXiv:1606.08415), the exact one; class reproducible; the vector twin is
 * {@link GeluVector}.
 *
 * <p>x·Φ(x) = max(x, 0) − t·Q(t), t = |x|, Q = 1 − Φ: what is taken off is never more than 0.17, so its error is small beside 1, and no sum cancels. 2Q = p⁴, p a
 * polynomial of degree 11 on [0, 5.75] with p(0) = 1: as the fourth power of what falls by e^(−t²/8) alone it needs half the degree, and its error falls with Q.
 * Fitted for this class, as a minimax of t·Q's absolute error by Lawson's weights (below 2e-9), each coefficient rounded before the next ones were fitted. From 5.75 on
 * t·Q is below 2.6e-8, and the value at 5.75 stands for it.
 *
 * <p>The error is below 7e-8 where x ≤ 0, and half a last place more where x &gt; 0; below 6.5e-7 of the value, 5 ULP, for x ≥ −1. The formula as it
 * stands, in single precision and with a correctly rounded erf, is off by 8.3e-8.
 */
public final class Gelu {
    static final float LAST = 5.75f;
    static final float P1 = -0x1.98848p-3f;
    static final float P2 = -0x1.e8e49p-5f;
    static final float P3 = 0x1.652dbep-8f;
    static final float P4 = 0x1.33a9bcp-8f;
    static final float P5 = -0x1.18939cp-12f;
    static final float P6 = -0x1.a144e8p-13f;
    static final float P7 = -0x1.755e4cp-18f;
    static final float P8 = 0x1.14fed4p-16f;
    static final float P9 = -0x1.b8d11p-19f;
    static final float P10 = 0x1.262bfcp-22f;
    static final float P11 = -0x1.2dc256p-27f;

    private Gelu() {}

    /** x·Φ(x); ∞ gives ∞, −∞ a number as near to 0 as the error says, NaN the canonical NaN. */
    public static float gelu(float x) {
        if (x != x) {
            return Float.NaN;
        }
        float t = Math.abs(x);
        t = t > LAST ? LAST : t;
        float p = Math.fma(P11, t, P10);
        p = Math.fma(p, t, P9);
        p = Math.fma(p, t, P8);
        p = Math.fma(p, t, P7);
        p = Math.fma(p, t, P6);
        p = Math.fma(p, t, P5);
        p = Math.fma(p, t, P4);
        p = Math.fma(p, t, P3);
        p = Math.fma(p, t, P2);
        p = Math.fma(p, t, P1);
        p = Math.fma(p, t, 1.0f);
        float square = p * p;
        return Math.fma(square * square, -0.5f * t, x > 0 ? x : 0);
    }
}
