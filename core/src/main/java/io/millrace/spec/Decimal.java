package io.millrace.spec;

import java.util.OptionalDouble;

/** Numbers as people write them: {@code 20}, {@code -.5}, {@code 1.5e-3}; not the other forms that Java's literals have. */
public final class Decimal {
    private Decimal() {}

    /** The finite number of that text; empty if it is none. */
    public static OptionalDouble parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
                return OptionalDouble.empty();
            }
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** The shortest text that {@link #parse} reads as that finite number: without a fraction where it has none. */
    public static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
