package io.millrace.routing;

/**
 * Distances between points, by TSPLIB's names (Reinelt 1995) where it has one.
 *
 * <p>TSPLIB's types round to integers by themselves; the others by the spec's {@link Rounding}.
 */
public enum Metric {
    /** √(dx² + dy²). */
    EUCLIDEAN(Base.EUCLIDEAN, null),
    /** |dx| + |dy|. */
    MANHATTAN(Base.MANHATTAN, null),
    /** max(|dx|, |dy|). */
    CHEBYSHEV(Base.CHEBYSHEV, null),
    /** EUC_2D: ⌊√(dx² + dy²) + ½⌋. */
    EUC_2D(Base.EUCLIDEAN, Rounding.ROUND),
    /** CEIL_2D: ⌈√(dx² + dy²)⌉. */
    CEIL_2D(Base.EUCLIDEAN, Rounding.CEIL),
    /** MAN_2D: ⌊|dx| + |dy| + ½⌋. */
    MAN_2D(Base.MANHATTAN, Rounding.ROUND),
    /** MAX_2D: ⌊max(|dx|, |dy|) + ½⌋. */
    MAX_2D(Base.CHEBYSHEV, Rounding.ROUND),
    /** ATT: ⌈√((dx² + dy²)/10)⌉. */
    ATT(Base.PSEUDO_EUCLIDEAN, Rounding.CEIL),
    /**
     * GEO: coordinates are latitude and longitude as DDD.MM; π = 3.141592, R = 6378.388 km;
     * ⌊R·acos(½((1 + cos Δλ) cos Δφ − (1 − cos Δλ) cos(φ₁ + φ₂))) + 1⌋, and 0 from a node to itself.
     */
    GEO(Base.GEO, Rounding.TRUNC),
    /** Great circle in km on the sphere of R = 6371.0088 km; coordinates are latitude and longitude in degrees. */
    HAVERSINE(Base.HAVERSINE, null);

    /** The formula, before any rounding. */
    public enum Base {
        /** √(dx² + dy²). */
        EUCLIDEAN,
        /** |dx| + |dy|. */
        MANHATTAN,
        /** max(|dx|, |dy|). */
        CHEBYSHEV,
        /** √((dx² + dy²)/10). */
        PSEUDO_EUCLIDEAN,
        /** TSPLIB's, see {@link Metric#GEO}. */
        GEO,
        /** Great circle, see {@link Metric#HAVERSINE}. */
        HAVERSINE
    }

    private final Base base;
    private final Rounding own;

    Metric(Base base, Rounding own) {
        this.base = base;
        this.own = own;
    }

    /** The formula, before any rounding. */
    public Base base() {
        return base;
    }

    /** The rounding that the type's definition includes; null if it includes none. */
    Rounding own() {
        return own;
    }

    /** Whether coordinates are degrees on a sphere. */
    public boolean spherical() {
        return base == Base.GEO || base == Base.HAVERSINE;
    }
}
