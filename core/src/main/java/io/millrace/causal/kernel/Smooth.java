package io.millrace.causal.kernel;

import io.millrace.math.Exp;
import io.millrace.math.Log;

/** Elementary functions of single numbers, with absolute errors that sums of them can bear; {@link SmoothVector} has the same bits. */
final class Smooth {
    /** 1.5·2²³: adding it rounds a float of magnitude below 2²² to an integer. */
    static final float SHIFT = 0x1.8p23f;
    /** sin 2πs over s as a polynomial of s², |s| ≤ ¼, degree 4: off by 7.6e-9. */
    static final float S0 = 0x1.921fb4p2f;

    static final float S1 = -0x1.4abba2p5f;
    static final float S2 = 0x1.466504p6f;
    static final float S3 = -0x1.31fbeep6f;
    static final float S4 = 0x1.3911b2p5f;

    private Smooth() {}

    /**
     * cos 2πz = sin 2π(¼ − |z − n|), n the nearest integer; off by up to 1.4e-7. 1 where |z| is so large that floats have few or no fractions; NaN for
     * infinities.
     */
    static float cosine(float z) {
        float rest = Math.abs(z - ((z + SHIFT) - SHIFT));
        float s = rest > 0.5f ? 0.25f : 0.25f - rest;
        float q = s * s;
        float p = Math.fma(q, S4, S3);
        p = Math.fma(q, p, S2);
        p = Math.fma(q, p, S1);
        p = Math.fma(q, p, S0);
        return s * p;
    }

    /** 1/(1 + e^−z); off by up to 1.2e-7. */
    static float logistic(float z) {
        return 1 / (1 + Exp.exp(-z));
    }

    /** tanh z = 1 − 2/(1 + e^2z); off by up to 1.8e-7. */
    static float tanh(float z) {
        return 1 - 2 / (1 + Exp.exp(2 * z));
    }

    /** √ln(1 + e^z) = √(max(z, 0) + ln(1 + e^−|z|)); its square is off by up to 1.2e-7 and two ULP. */
    static float spread(float z) {
        float tail = Log.log(1 + Exp.exp(-Math.abs(z)));
        return (float) Math.sqrt((z > 0 ? z : 0) + tail);
    }

    /** a·t/(1 + |t|), t = b(z + c). */
    static float squash(float z, float a, float b, float c) {
        float t = b * (z + c);
        return a * t / (1 + Math.abs(t));
    }
}
