package io.millrace.spec;

/**
 * Numbers from {@code least} to {@code most}, of which one is drawn uniformly.
 *
 * @param least the smallest, finite
 * @param most the largest, finite, not below {@code least}
 */
public record NumberRange(double least, double most) {
    /** Checks the order. */
    public NumberRange {
        if (!(least <= most && Double.isFinite(least) && Double.isFinite(most))) {
            throw new IllegalArgumentException("the range " + least + ".." + most + " is empty or infinite");
        }
    }

    /** Whether it holds one number alone. */
    public boolean single() {
        return least == most;
    }

    /** The number at a fraction {@code u} ∈ [0, 1) of the range. */
    public double at(double u) {
        return Math.fma(u, most - least, least);
    }

    /** {@code 20} or {@code 0..30.5}. */
    @Override
    public String toString() {
        return single() ? Decimal.text(least) : Decimal.text(least) + ".." + Decimal.text(most);
    }
}
