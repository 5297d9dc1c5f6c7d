package io.millrace.spec;

/**
 * Integers from {@code least} to {@code most}, both included.
 *
 * @param least the smallest
 * @param most the largest, not below {@code least}
 */
public record IntRange(int least, int most) {
    /** Checks the order. */
    public IntRange {
        if (least > most) {
            throw new IllegalArgumentException("the range " + least + ".." + most + " is empty");
        }
    }

    /** Whether it holds one integer alone. */
    public boolean single() {
        return least == most;
    }

    /** {@code 20} or {@code 10..50}. */
    @Override
    public String toString() {
        return single() ? Integer.toString(least) : least + ".." + most;
    }
}
