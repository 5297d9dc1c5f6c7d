package io.millrace.math;

/**
 * Range reduction of huge angles in integers: M. H. Payne and R. N. Hanek, "Radian reduction for trigonometric
 * functions", SIGNUM Newsletter 18(1), 1983.
 *
 * <p>x = M·2^e with M an integer of 53 bits. Of 2/π only the 192 bits from weight 2^(1−e) down matter: those above
 * add multiples of four quarter turns, those below less than 2^-137. No double is closer to a multiple of π/2 than
 * about 2^-61 (J.-M. Muller, "Elementary Functions", table of worst cases), so at least 75 bits of the remainder are
 * right.
 */
final class PayneHanek {
    /** 2/π·2^1280, most significant word first, after two words of zeros for exponents e down to −127. */
    private static final long[] TWO_OVER_PI = {
        0L,
        0L,
        0xa2f9836e4e441529L,
        0xfc2757d1f534ddc0L,
        0xdb6295993c439041L,
        0xfe5163abdebbc561L,
        0xb7246e3a424dd2e0L,
        0x06492eea09d1921cL,
        0xfe1deb1cb129a73eL,
        0xe88235f52ebb4484L,
        0xe99c7026b45f7e41L,
        0x3991d639835339f4L,
        0x9c845f8bbdf9283bL,
        0x1ff897ffde05980fL,
        0xef2f118b5a0a6d1fL,
        0x6d367ecf27cb09b7L,
        0x4f463f669e5fea2dL,
        0x7527bac7ebe5f17bL,
        0x3d0739f78a5292eaL,
        0x6bfb5fb11f8d5d08L,
        0x56033046fc7b6babL,
        0xf0cfbc209af4361dL
    };

    private static final double PI_HALF = 0x1.921fb54442d18p0;
    private static final double PI_HALF_REST = 0x1.1a62633145c07p-54;

    /** quadrant·π/2 + hi + lo, modulo 2π; |hi| ≤ π/4 rounded. */
    record Reduced(int quadrant, double hi, double lo) {}

    private PayneHanek() {}

    /** Reduces 2^15 ≤ x &lt; ∞. */
    static Reduced reduce(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long m = (bits & 0x000fffffffffffffL) | 0x0010000000000000L;
        int e = (int) (bits >>> 52) - 1023 - 52;
        // The first bit of 2/π has weight 2^-1; the window starts at weight 2^(1−e), 126 + e bits into the table.
        int start = 126 + e;
        long w0 = word(start);
        long w1 = word(start + 64);
        long w2 = word(start + 128);
        // The product modulo 2^192: four quarter turns.
        long p2 = m * w2;
        long carry = Math.unsignedMultiplyHigh(m, w2);
        long p1 = m * w1 + carry;
        long p0 = m * w0 + Math.unsignedMultiplyHigh(m, w1) + (Long.compareUnsigned(p1, carry) < 0 ? 1 : 0);
        int quadrant = (int) ((p0 + (1L << 61)) >>> 62);
        // What remains, a signed fraction of a quarter turn in [−½, ½), 190 bits after the point.
        p0 = (p0 << 2) >> 2;
        boolean negative = p0 < 0;
        if (negative) {
            p2 = -p2;
            p1 = ~p1 + (p2 == 0 ? 1 : 0);
            p0 = ~p0 + (p2 == 0 && p1 == 0 ? 1 : 0);
        }
        // Normalised to 128 significant bits; the lead is at most 64 zeros plus a few.
        int zeros = p0 != 0 ? Long.numberOfLeadingZeros(p0) : 64 + Long.numberOfLeadingZeros(p1);
        long high = funnel(p0, p1, p2, zeros);
        long low = funnel(p1, p2, 0, zeros);
        // 53 + 53 of them as doubles, each exact: high·2^-11, then its rest with what follows.
        double scale = Double.longBitsToDouble((long) (1023 - zeros + 2 - 64) << 52);
        double f = (double) (high >>> 11) * 0x1p11 * scale;
        double g = (double) ((high << 53 | low >>> 11) >>> 11) * 0x1p-42 * scale;
        double hi = f * PI_HALF;
        double lo = Math.fma(f, PI_HALF, -hi) + Math.fma(f, PI_HALF_REST, g * PI_HALF);
        double r = hi + lo;
        double rest = (hi - r) + lo;
        return negative ? new Reduced(quadrant, -r, -rest) : new Reduced(quadrant, r, rest);
    }

    /** 64 bits of the table from the given one on; zeros after its end. */
    private static long word(int bit) {
        int i = bit >>> 6;
        return shifted(at(i), at(i + 1), bit & 63);
    }

    private static long at(int i) {
        return i < TWO_OVER_PI.length ? TWO_OVER_PI[i] : 0;
    }

    /** The top word of (a, b, c) shifted left by n &lt; 128. */
    private static long funnel(long a, long b, long c, int n) {
        return n < 64 ? shifted(a, b, n) : shifted(b, c, n - 64);
    }

    /** The top word of (a, b) shifted left by n &lt; 64. */
    private static long shifted(long a, long b, int n) {
        return n == 0 ? a : a << n | b >>> (64 - n);
    }
}
