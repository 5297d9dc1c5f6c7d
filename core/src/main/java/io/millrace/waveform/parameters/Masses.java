package io.millrace.waveform.parameters;

import io.millrace.spec.SpecException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The two masses from any two independent ones of bilby's names, and every name from the two masses; q = m₂/m₁,
 * η = m₁m₂/M², 𝓜 = η^(3/5)·M. Class reproducible: {@code StrictMath}'s powers, and a fixed number of Newton's steps.
 *
 * <p>Where η stands for q, body 1 is the heavier one.
 */
final class Masses {
    /** Newton's steps: the start is within a factor of 2 of the root, and each step squares the relative error. */
    private static final int STEPS = 8;

    private final Quantity first;
    private final Quantity second;

    private Masses(Quantity first, Quantity second) {
        this.first = first;
        this.second = second;
    }

    /**
     * From exactly two names for masses.
     *
     * @throws SpecException where that is not what is given
     */
    static Masses of(Set<Quantity> given) {
        List<Quantity> masses = Quantity.MASSES.stream().filter(given::contains).toList();
        if (masses.size() == 2
                && !masses.contains(Quantity.MASS_1)
                && !masses.contains(Quantity.MASS_2)
                && !masses.contains(Quantity.CHIRP_MASS)
                && !masses.contains(Quantity.TOTAL_MASS)) {
            throw new SpecException("mass_ratio and symmetric_mass_ratio say the same: "
                    + "allowed is one of them with one of mass_1, mass_2, chirp_mass, total_mass");
        }
        if (masses.size() != 2) {
            throw new SpecException("the masses are given by "
                    + (masses.isEmpty()
                            ? "nothing"
                            : masses.stream().map(Quantity::text).collect(Collectors.joining(", ")))
                    + ": allowed are exactly two of "
                    + Quantity.MASSES.stream().map(Quantity::text).collect(Collectors.joining(", ")));
        }
        return new Masses(masses.getFirst(), masses.getLast());
    }

    /** The two names, for messages. */
    String names() {
        return first.text() + " and " + second.text();
    }

    /**
     * Sets both masses.
     *
     * @param values by {@link Quantity#ordinal}
     * @return whether there are such masses
     */
    boolean solve(double[] values, Point point) {
        double x = values[first.ordinal()];
        double y = values[second.ordinal()];
        double m1;
        double m2;
        if (first == Quantity.MASS_1) {
            m1 = x;
            m2 = partner(x, y);
        } else if (first == Quantity.MASS_2) {
            m2 = x;
            m1 = second == Quantity.MASS_RATIO || second == Quantity.SYMMETRIC_MASS_RATIO
                    ? x / ratio(second, y)
                    : partner(x, y);
        } else {
            double ratio;
            double total;
            if (first == Quantity.CHIRP_MASS && second == Quantity.TOTAL_MASS) {
                ratio = ratio(Quantity.SYMMETRIC_MASS_RATIO, StrictMath.pow(x / y, 5.0 / 3));
                total = y;
            } else if (first == Quantity.CHIRP_MASS) {
                ratio = ratio(second, y);
                double sum = 1 + ratio;
                total = x * StrictMath.pow(sum * sum / ratio, 0.6);
            } else if (first == Quantity.TOTAL_MASS) {
                ratio = ratio(second, y);
                total = x;
            } else {
                ratio = x;
                total = y;
            }
            m1 = total / (1 + ratio);
            m2 = m1 * ratio;
        }
        point.set(Parameter.MASS_1, m1);
        point.set(Parameter.MASS_2, m2);
        return m1 > 0 && m2 > 0 && m1 < Double.POSITIVE_INFINITY && m2 < Double.POSITIVE_INFINITY;
    }

    /** The mass beside {@code mass}, from {@link #second}. */
    private double partner(double mass, double value) {
        return switch (second) {
            case CHIRP_MASS -> mass * partnerRatio(value / mass);
            case TOTAL_MASS -> value - mass;
            case MASS_RATIO, SYMMETRIC_MASS_RATIO -> mass * ratio(second, value);
            default -> value;
        };
    }

    /** The positive root r of r³ = c·(1 + r), c = (𝓜/m)⁵: the other mass in units of m. */
    private static double partnerRatio(double chirp) {
        double c = chirp * chirp * chirp * chirp * chirp;
        // (∛c + √c)³ ≥ c·(1 + ∛c + √c), and the function is convex above its root: the steps descend
        double r = StrictMath.cbrt(c) + Math.sqrt(c);
        for (int step = 0; step < STEPS; step++) {
            r -= (r * r * r - c * r - c) / (3 * r * r - c);
        }
        return r;
    }

    /** q from itself or from η: 2η/(1 − 2η + √(1 − 4η)), NaN where η &gt; ¼. */
    private static double ratio(Quantity quantity, double value) {
        return quantity == Quantity.MASS_RATIO ? value : 2 * value / (1 - 2 * value + Math.sqrt(1 - 4 * value));
    }

    /** One of the six names, from the two masses. */
    static double derived(Quantity quantity, Point point) {
        double m1 = point.get(Parameter.MASS_1);
        double m2 = point.get(Parameter.MASS_2);
        double total = m1 + m2;
        return switch (quantity) {
            case MASS_1 -> m1;
            case MASS_2 -> m2;
            case MASS_RATIO -> m2 / m1;
            case TOTAL_MASS -> total;
            case SYMMETRIC_MASS_RATIO -> m1 / total * (m2 / total);
            case CHIRP_MASS -> total * StrictMath.pow(m1 / total * (m2 / total), 0.6);
            default -> throw new IllegalArgumentException(quantity.text() + " is no mass");
        };
    }
}
