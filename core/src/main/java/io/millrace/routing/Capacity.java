package io.millrace.routing;

import io.millrace.spec.Settings;

/**
 * How large a vehicle is.
 *
 * @param kind by a table, by the route length, or given
 * @param given for {@link Kind#GIVEN}: the capacity, 1 or more; else 0
 */
public record Capacity(Kind kind, int given) {
    /** The ways. */
    public enum Kind {
        /** By the number of customers (Kool et al. 2019 and common use), see {@link #table}. */
        TABLE,
        /** Q = max(largest demand, ⌈r·Σq/n⌉), r the route length in customers (Uchoa et al. 2017, section 3.3). */
        ROUTE_LENGTH,
        /** 30; 30 + ⌊n/5⌋ for n > 20; 230 + ⌊(n − 1000)/33.3⌋ for n > 1000 (RouteFinder, Berto et al. 2024). */
        MULTI_TASK,
        /** The same for all. */
        GIVEN
    }

    /** What the key allows. */
    static final String ALLOWED = "table, route-length, multi-task, or an integer from 1 to 1000000000";

    private static final int MOST = 1_000_000_000;
    private static final int[] CUSTOMERS = {10, 15, 20, 30, 40, 50, 60, 75, 100, 125, 150, 200, 500, 1000};
    private static final int[] CAPACITIES = {20, 25, 30, 33, 37, 40, 43, 45, 50, 55, 60, 70, 100, 150};

    /** Checks that a capacity is given where one is needed. */
    public Capacity {
        if (kind == Kind.GIVEN ? given < 1 || given > MOST : given != 0) {
            throw new IllegalArgumentException("capacity " + kind + " with " + given + ": allowed is " + ALLOWED);
        }
    }

    /** From its text; null if that says nothing allowed. */
    static Capacity parse(String text) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.GIVEN && Settings.kebab(kind).equals(text)) {
                return new Capacity(kind, 0);
            }
        }
        try {
            return new Capacity(Kind.GIVEN, Integer.parseInt(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The table's capacity for that many customers: of the nearest key, the smaller on a tie. */
    public static int table(int customers) {
        int best = 0;
        for (int i = 1; i < CUSTOMERS.length; i++) {
            if (Math.abs(CUSTOMERS[i] - customers) < Math.abs(CUSTOMERS[best] - customers)) {
                best = i;
            }
        }
        return CAPACITIES[best];
    }

    /** RouteFinder's capacity for that many customers. */
    public static int multiTask(int customers) {
        if (customers > 1000) {
            return 230 + (customers - 1000) * 10 / 333;
        }
        return customers > 20 ? 30 + customers / 5 : 30;
    }

    /** The capacity for that many customers; 0 where it depends on the demands. */
    public int fixed(int customers) {
        return switch (kind) {
            case TABLE -> table(customers);
            case MULTI_TASK -> multiTask(customers);
            case GIVEN -> given;
            case ROUTE_LENGTH -> 0;
        };
    }

    @Override
    public String toString() {
        return kind == Kind.GIVEN ? Integer.toString(given) : Settings.kebab(kind);
    }
}
