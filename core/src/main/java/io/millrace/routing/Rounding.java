package io.millrace.routing;

/** How a distance d becomes an integer, by PyVRP's names and TSPLIB's. */
public enum Rounding {
    /** Not at all. */
    NONE(1),
    /** ⌊d + ½⌋. */
    ROUND(1),
    /** ⌊d⌋. */
    TRUNC(1),
    /** ⌈d⌉. */
    CEIL(1),
    /** ⌊10·d⌋, as the DIMACS challenge. */
    DIMACS(10),
    /** 1000·d to the nearest integer, ties to even. */
    EXACT(1000);

    private final int factor;

    Rounding(int factor) {
        this.factor = factor;
    }

    /** What a distance is multiplied by before it is rounded. */
    int factor() {
        return factor;
    }
}
