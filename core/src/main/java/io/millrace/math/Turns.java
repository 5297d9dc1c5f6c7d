package io.millrace.math;

/**
 * Sine and cosine of a fraction of a turn given as an unsigned integer, class reproducible; the vector twin is
 * {@link TurnsVector}.
 *
 * <p>The angle is exact and its reduction is integer arithmetic: the nearest quarter turn from the top bits, the
 * signed rest s as a rounded float and its rounding error, times π/2 to two words. Random words are uniform angles;
 * phase accumulators wrap without error. Quarter turns give exactly 0 and ±1; a zero carries the sign of its quadrant
 * (sin of half a turn is −0).
 */
public final class Turns {
    /** 2π·2^-32 to two words. */
    static final float UNIT_F = 0x1.921fb6p-30f;

    static final float UNIT_REST_F = -0x1.777a5cp-55f;
    /** 2π·2^-64 to two words. */
    static final double UNIT = 0x1.921fb54442d18p-62;

    static final double UNIT_REST = 0x1.1a62633145c07p-116;
    static final int EIGHTH_F = 1 << 29;
    static final long EIGHTH = 1L << 61;
    static final long QUARTER_MASK = (1L << 62) - 1;
    /** What the upper 30 bits of s + 2^61, or-ed into 2^52, exceed the signed value by. */
    static final double HIGH_BIAS = 0x1p52 + 0x1p29;

    static final long LOW_MASK = 0xffffffffL;

    /** 2π. */
    static final double TURN = 0x1.921fb54442d18p2;

    private Turns() {}

    /** sin(2π·word/2^32), word unsigned; worst error 0.84 ULP over all words. */
    public static float sin(int word) {
        return quarters(word, 0);
    }

    /** cos(2π·word/2^32), word unsigned; worst error 0.84 ULP over all words. */
    public static float cos(int word) {
        return quarters(word, 1);
    }

    /** sin(2π·word/2^64), word unsigned; worst error found 0.77 ULP. */
    public static double sin(long word) {
        return quarters(word, 0);
    }

    /** cos(2π·word/2^64), word unsigned; worst error found 0.80 ULP. */
    public static double cos(long word) {
        return quarters(word, 1);
    }

    /**
     * sin(2π·turns), |turns| ≤ 2^50; the quarter turns are taken off exactly, so the error, below 2.3e-16, is of the rest
     * alone.
     */
    public static double sinOf(double turns) {
        return ofQuarters(turns, 0);
    }

    /** cos(2π·turns), |turns| ≤ 2^50; error below 2.3e-16. */
    public static double cosOf(double turns) {
        return ofQuarters(turns, 1);
    }

    private static double ofQuarters(double turns, int turn) {
        double shifted = Math.fma(turns, 4.0, Exp.SHIFT);
        double r = Math.fma(shifted - Exp.SHIFT, -0.25, turns) * TURN;
        return TrigKernel.plain((int) Double.doubleToRawLongBits(shifted) + turn, r);
    }

    private static float quarters(int word, int turn) {
        int quadrant = (word + EIGHTH_F) >>> 30;
        int s = (word << 2) >> 2;
        float a = (float) (s >> 6);
        float b = (float) (s & 63);
        float f = Math.fma(a, 64.0f, b);
        float g = Math.fma(a, 64.0f, -f) + b;
        float r = f * UNIT_F;
        float lo = Math.fma(f, UNIT_F, -r) + Math.fma(f, UNIT_REST_F, g * UNIT_F);
        return TrigKernel.sin(quadrant + turn, r, lo);
    }

    private static double quarters(long word, int turn) {
        long biased = word + EIGHTH;
        long rest = biased & QUARTER_MASK;
        double a = Double.longBitsToDouble((rest >>> 32) | Log.TWO52_BITS) - HIGH_BIAS;
        double b = Double.longBitsToDouble((rest & LOW_MASK) | Log.TWO52_BITS) - Log.TWO52;
        double f = Math.fma(a, 0x1p32, b);
        double g = Math.fma(a, 0x1p32, -f) + b;
        double r = f * UNIT;
        double lo = Math.fma(f, UNIT, -r) + Math.fma(f, UNIT_REST, g * UNIT);
        return TrigKernel.sin((int) (biased >>> 62) + turn, r, lo);
    }
}
