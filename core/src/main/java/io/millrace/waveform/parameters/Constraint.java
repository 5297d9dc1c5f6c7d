package io.millrace.waveform.parameters;

/**
 * Bilby's {@code Constraint}: a quantity that others determine lies strictly between two bounds, or the attempt is void.
 *
 * @param least the lower bound, excluded
 * @param most the upper bound, excluded, above {@code least}
 */
public record Constraint(double least, double most) implements Prior {
    /** Checks the order. */
    public Constraint {
        Law.requireAscending(least, most);
    }

    /** Whether it holds. */
    public boolean holds(double value) {
        return value > least && value < most;
    }

    @Override
    public String text() {
        return PriorText.call("constraint", least, most);
    }
}
