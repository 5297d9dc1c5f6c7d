package io.millrace.routing;

import io.millrace.spec.Settings;

/**
 * The longest a route may be, in the unit square.
 *
 * @param kind none, given or drawn
 * @param given for {@link Kind#GIVEN}: the limit, at least 2√2 so that every customer is reached; else 0
 */
public record DistanceLimit(Kind kind, double given) {
    /** The ways. */
    public enum Kind {
        /** None. */
        NONE,
        /** The same for all; 3 is common. */
        GIVEN,
        /** U(2·D, max(2.8, 2·D)), D the largest distance from the depot (RouteFinder, Berto et al. 2024). */
        DRAWN
    }

    /** What the key allows. */
    static final String ALLOWED = "none, drawn, or a number from 2.829 to 1000000";

    /** Checks the limit. */
    public DistanceLimit {
        if (kind == Kind.GIVEN ? !(given >= 2.829 && given <= 1e6) : given != 0) {
            throw new IllegalArgumentException("distance limit " + given + ": allowed is " + ALLOWED);
        }
    }

    /** From its text; null if that says nothing allowed. */
    static DistanceLimit parse(String text) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.GIVEN && Settings.kebab(kind).equals(text)) {
                return new DistanceLimit(kind, 0);
            }
        }
        try {
            return new DistanceLimit(Kind.GIVEN, Double.parseDouble(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return kind == Kind.GIVEN ? Double.toString(given) : Settings.kebab(kind);
    }
}
