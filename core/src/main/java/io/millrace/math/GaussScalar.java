package io.millrace.math;

/** The reference. */
final class GaussScalar implements GaussKernel {
    /** (ln(1 + f) − f)/f², √½ ≤ 1 + f ≤ √2, degree 7: relative error of ln(1 + f) 2⁻²⁵. */
    static final float L0 = -0x1.fffffap-2f;

    static final float L1 = 0x1.5556f4p-2f;
    static final float L2 = -0x1.00049ap-2f;
    static final float L3 = 0x1.98d2c0p-3f;
    static final float L4 = -0x1.535d30p-3f;
    static final float L5 = 0x1.318526p-3f;
    static final float L6 = -0x1.25049ap-3f;
    static final float L7 = 0x1.65c766p-4f;
    static final float LN2 = 0x1.62e430p-1f;

    /** The bits of √½ and what they lack of those of 1. */
    static final int SQRT_HALF = 0x3f3504f3;

    static final int OFFSET = 0x3f800000 - SQRT_HALF;
    static final int FRACTION = 0x007fffff;

    @Override
    public void add(int[] radii, int[] turns, int count, float level, float[] yRe, float[] yIm, int at) {
        for (int j = 0; j < count; j++) {
            float radius = level * radius(radii[j]);
            yRe[at + j] = Math.fma(radius, PhasorScalar.cosine(turns[j]), yRe[at + j]);
            yIm[at + j] = Math.fma(radius, PhasorScalar.sine(turns[j]), yIm[at + j]);
        }
    }

    /** √(−2 ln u). */
    static float radius(int word) {
        float u = Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f);
        int bits = Float.floatToRawIntBits(u) + OFFSET;
        float k = (float) ((bits >> 23) - 127);
        float f = Float.intBitsToFloat((bits & FRACTION) + SQRT_HALF) - 1;
        float p = Math.fma(f, L7, L6);
        p = Math.fma(f, p, L5);
        p = Math.fma(f, p, L4);
        p = Math.fma(f, p, L3);
        p = Math.fma(f, p, L2);
        p = Math.fma(f, p, L1);
        p = Math.fma(f, p, L0);
        float log = Math.fma(k, LN2, Math.fma(f * f, p, f));
        return (float) Math.sqrt(-2 * log);
    }
}
