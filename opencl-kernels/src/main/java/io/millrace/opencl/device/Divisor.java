package io.millrace.opencl.device;

/**
 * Division of n &lt; 2³¹ by a constant d as {@code n·multiplier ≫ shift}, for {@code index.cl}: shift = 31 + ⌈log₂ d⌉, multiplier =
 * ⌈2^shift/d⌉ &lt; 2³². The excess multiplier·d − 2^shift is below 2^⌈log₂ d⌉, so that n times it stays below 2^shift, and the
 * quotient is exact (T. Granlund, P. L. Montgomery, "Division by invariant integers using multiplication", PLDI 1994).
 *
 * @param multiplier 32 bits without sign
 * @param shift 31 … 62
 */
public record Divisor(int multiplier, int shift) {
    /** Of d ≥ 1. */
    public static Divisor of(int d) {
        if (d < 1) {
            throw new IllegalArgumentException("a divisor is 1 or more, not " + d);
        }
        int shift = 63 - Integer.numberOfLeadingZeros(d - 1);
        return new Divisor((int) (((1L << shift) + d - 1) / d), shift);
    }
}
