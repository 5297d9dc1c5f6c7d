package io.millrace.causal.kernel;

import io.millrace.math.Exp;
import io.millrace.math.Log;

/** Elementary functions of single numbers, with absolute errors that sums of them can bear; {@link SmoothVector} has the same bits. */
final class Smooth {
    /** 1.5·2²³: adding it rounds a float of magnitude below 2²² to an integer. */
    static final float SHIFT = 0x1.8p23f;
    /** cos 2πr as a polynomial of r² ≤ ¼, degree 6, the best by Remez' algorithm: off by 1.1e-8. */
    static final float C0 = 1;

    static final float C1 = -0x1.3bd3c8p4f;
    static final float C2 = 0x1.03c1a8p6f;
    static final float C3 = -0x1.55ccf8p6f;
    static final float C4 = 0x1.e157b8p5f;
    static final float C5 = -0x1.9f7e36p4f;
    static final float C6 = 0x1.a1e524p2f;
    /** The bits of ¼: as unsigned numbers the bits of positive floats, infinity and NaN are in this order. */
    static final int QUARTER = 0x3e800000;

    private Smooth() {}

    /**
     * cos 2πz = cos 2π(z − n), n the nearest integer; off by up to 3.5e-7. Where floats have few or no fractions, and for infinities and NaN, some
     * number from −1 to 1, to that error.
     */
    static float cosine(float z) {
        float rest = z - ((z + SHIFT) - SHIFT);
        int bits = Float.floatToRawIntBits(rest * rest);
        float q = Float.intBitsToFloat(Integer.compareUnsigned(bits, QUARTER) < 0 ? bits : QUARTER);
        float p = Math.fma(q, C6, C5);
        p = Math.fma(q, p, C4);
        p = Math.fma(q, p, C3);
        p = Math.fma(q, p, C2);
        p = Math.fma(q, p, C1);
        return Math.fma(q, p, C0);
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
