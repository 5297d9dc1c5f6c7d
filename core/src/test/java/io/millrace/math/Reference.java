package io.millrace.math;

import java.math.BigInteger;

/**
 * Elementary functions in fixed-point integers of 200 bits and more, by their plain series; shares nothing with what it judges.
 *
 * <p>A value is {@code mantissa · 2^exponent}, right to far more bits than a double has.
 */
final class Reference {
    record Value(BigInteger mantissa, int exponent) {}

    private static final int GUARD = 220;
    private static final int PI_BITS = 4096;
    private static final BigInteger PI = machin();
    private static final BigInteger LN2 = atanh(
                    BigInteger.ONE.shiftLeft(PI_BITS).divide(BigInteger.valueOf(3)), PI_BITS)
            .shiftLeft(1);

    private Reference() {}

    static Value exp(double x) {
        int p = GUARD + Math.max(0, -Math.getExponent(x));
        BigInteger fixed = fixed(x, p);
        BigInteger ln2 = LN2.shiftRight(PI_BITS - p);
        BigInteger k = fixed.add(ln2.shiftRight(1)).divide(ln2);
        return new Value(expSeries(fixed.subtract(k.multiply(ln2)), p), k.intValueExact() - p);
    }

    static Value exp2(double x) {
        int p = GUARD + Math.max(0, -Math.getExponent(x));
        BigInteger fixed = fixed(x, p);
        BigInteger k = fixed.shiftRight(p);
        BigInteger r = fixed.subtract(k.shiftLeft(p))
                .multiply(LN2.shiftRight(PI_BITS - p))
                .shiftRight(p);
        return new Value(expSeries(r, p), k.intValueExact() - p);
    }

    static Value log(double x) {
        int p = GUARD + 64;
        int k = Math.getExponent(x) < Double.MIN_EXPONENT ? Math.getExponent(x * 0x1p54) - 54 : Math.getExponent(x);
        double m = Math.scalb(Math.scalb(x, -(k / 2)), -(k - k / 2));
        if (m > 1.5) {
            m /= 2;
            k++;
        }
        BigInteger fixed = fixed(m, p);
        BigInteger one = BigInteger.ONE.shiftLeft(p);
        BigInteger s = fixed.subtract(one).shiftLeft(p).divide(fixed.add(one));
        BigInteger log = atanh(s, p).shiftLeft(1);
        return new Value(log.add(LN2.shiftRight(PI_BITS - p).multiply(BigInteger.valueOf(k))), -p);
    }

    static Value sin(double x) {
        return quarters(x, 0);
    }

    static Value cos(double x) {
        return quarters(x, 1);
    }

    /** sin(2π·word/2^64 + turn·π/2), word unsigned. */
    static Value turns(long word, int turn) {
        int p = GUARD + 64;
        long quadrant = (word + (1L << 61)) >>> 62;
        BigInteger r = BigInteger.valueOf((word << 2) >> 2)
                .multiply(PI.shiftRight(PI_BITS - p))
                .shiftRight(63);
        return quadrant(r, (int) quadrant + turn, p);
    }

    static Value atan(double x) {
        return atan2(x, 1.0);
    }

    static Value asin(double x) {
        int p = GUARD + 2 * Math.max(0, -Math.getExponent(x));
        BigInteger fixed = fixed(x, p);
        return new Value(angle(fixed, cathetus(fixed, p), p), -p);
    }

    static Value acos(double x) {
        int p = GUARD + 2 * Math.max(0, -Math.getExponent(x));
        p = Math.min(p, 1024);
        BigInteger fixed = fixed(x, p);
        return new Value(angle(cathetus(fixed, p), fixed, p), -p);
    }

    static Value atan2(double y, double x) {
        int low = Math.min(Math.getExponent(y), Math.getExponent(x));
        int gap = Math.abs(Math.getExponent(y) - Math.getExponent(x));
        int p = Math.max(GUARD, GUARD + Math.max(gap, -low + 52));
        p = Math.min(p, PI_BITS - 4);
        return new Value(angle(fixed(y, p), fixed(x, p), p), -p);
    }

    /** The distance of {@code actual} from the value, in units of the last place of the value as a double. */
    static double ulps(double actual, Value value) {
        BigInteger m = value.mantissa();
        int e = value.exponent();
        int top = m.signum() == 0 ? Integer.MIN_VALUE / 2 : m.abs().bitLength() - 1 + e;
        if (Double.isInfinite(actual)) {
            // ∞ stands for 2^1024, which is half a last place above the largest that rounds to a number.
            boolean right = top >= 1024 || top == 1023 && Math.abs(toDouble(m, e + 53 - 1024)) >= 0x1p53 - 0.5;
            return right && (actual > 0) == (m.signum() > 0) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (Double.isNaN(actual)) {
            return Double.POSITIVE_INFINITY;
        }
        int last = Math.max(top, Double.MIN_EXPONENT) - 52;
        BigInteger bits = BigInteger.valueOf(significand(actual));
        int place = Math.max(Math.getExponent(actual), Double.MIN_EXPONENT) - 52;
        int common = Math.min(place, e);
        BigInteger difference = bits.shiftLeft(place - common).subtract(m.shiftLeft(e - common));
        return Math.abs(toDouble(difference, common - last));
    }

    private static double toDouble(BigInteger m, int e) {
        int drop = Math.max(0, m.abs().bitLength() - 62);
        double head = m.shiftRight(drop).longValueExact();
        return Math.scalb(head, Math.clamp((long) e + drop, -2000, 2000));
    }

    private static long significand(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long m = bits & 0x000fffffffffffffL;
        if (Math.getExponent(x) >= Double.MIN_EXPONENT) {
            m |= 0x0010000000000000L;
        }
        return bits < 0 ? -m : m;
    }

    /** x·2^p; exact where p leaves room for x's last bit. */
    private static BigInteger fixed(double x, int p) {
        int shift = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52 + p;
        BigInteger m = BigInteger.valueOf(significand(x));
        return shift >= 0 ? m.shiftLeft(shift) : m.shiftRight(-shift);
    }

    private static Value quarters(double x, int turn) {
        int p = GUARD + Math.max(0, -Math.getExponent(x));
        int wide = p + Math.max(0, Math.getExponent(x)) + 8;
        BigInteger fixed = fixed(x, wide);
        BigInteger half = PI.shiftRight(PI_BITS - wide + 1);
        BigInteger k = fixed.add(half.shiftRight(1)).divide(half);
        if (fixed.signum() < 0) {
            k = fixed.subtract(half.shiftRight(1)).divide(half);
        }
        BigInteger r = fixed.subtract(k.multiply(half)).shiftRight(wide - p);
        return quadrant(r, k.and(BigInteger.valueOf(3)).intValue() + turn, p);
    }

    private static Value quadrant(BigInteger r, int quadrant, int p) {
        boolean odd = (quadrant & 1) != 0;
        BigInteger square = r.multiply(r).shiftRight(p).negate();
        BigInteger term = odd ? BigInteger.ONE.shiftLeft(p) : r;
        BigInteger sum = term;
        for (int n = odd ? 1 : 2; term.bitLength() > 1; n += 2) {
            term = term.multiply(square).shiftRight(p).divide(BigInteger.valueOf((long) n * (n + 1)));
            sum = sum.add(term);
        }
        return new Value((quadrant & 2) != 0 ? sum.negate() : sum, -p);
    }

    private static BigInteger expSeries(BigInteger r, int p) {
        BigInteger term = BigInteger.ONE.shiftLeft(p);
        BigInteger sum = term;
        for (int n = 1; term.bitLength() > 1; n++) {
            term = term.multiply(r).shiftRight(p).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        return sum;
    }

    private static BigInteger atanh(BigInteger s, int p) {
        return arctangent(s, s.multiply(s).shiftRight(p), p);
    }

    /** s·(1 + square/3 + square²/5 + …). */
    private static BigInteger arctangent(BigInteger s, BigInteger square, int p) {
        BigInteger power = s;
        BigInteger sum = s;
        for (int n = 3; power.bitLength() > 1; n += 2) {
            power = power.multiply(square).shiftRight(p);
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }

    private static BigInteger cathetus(BigInteger x, int p) {
        return BigInteger.ONE.shiftLeft(2 * p).subtract(x.multiply(x)).sqrt();
    }

    /** The angle of the point (x, y), all with p bits after the point; three halvings, then the series. */
    private static BigInteger angle(BigInteger y, BigInteger x, int p) {
        BigInteger pi = PI.shiftRight(PI_BITS - p);
        if (y.abs().compareTo(x.abs()) > 0) {
            BigInteger rest = angle(x, y.abs(), p);
            BigInteger upper = pi.shiftRight(1).subtract(rest);
            return y.signum() < 0 ? upper.negate() : upper;
        }
        if (x.signum() < 0) {
            BigInteger upper = pi.subtract(angle(y.abs(), x.negate(), p));
            return y.signum() < 0 ? upper.negate() : upper;
        }
        BigInteger one = BigInteger.ONE.shiftLeft(p);
        BigInteger t = y.shiftLeft(p).divide(x);
        for (int i = 0; i < 3; i++) {
            BigInteger root = BigInteger.ONE.shiftLeft(2 * p).add(t.multiply(t)).sqrt();
            t = t.shiftLeft(p).divide(one.add(root));
        }
        return arctangent(t, t.multiply(t).shiftRight(p).negate(), p).shiftLeft(3);
    }

    /** J. Machin, 1706: π = 16·atan(1/5) − 4·atan(1/239). */
    private static BigInteger machin() {
        int p = PI_BITS + 32;
        BigInteger one = BigInteger.ONE.shiftLeft(p);
        BigInteger a = one.divide(BigInteger.valueOf(5));
        BigInteger b = one.divide(BigInteger.valueOf(239));
        BigInteger first =
                arctangent(a, a.multiply(a).shiftRight(p).negate(), p).shiftLeft(4);
        BigInteger second =
                arctangent(b, b.multiply(b).shiftRight(p).negate(), p).shiftLeft(2);
        return first.subtract(second).shiftRight(32);
    }
}
