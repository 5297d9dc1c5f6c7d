package io.millrace.routing;

/** Where the Uchoa families put customers (Uchoa et al. 2017, section 3.1). Datasets store positions: append only. */
public enum Placement {
    /** Anywhere, no two on one point. */
    RANDOM,
    /** Around 3 to 8 (XML100: 2 to 6) seed customers, more likely the nearer to them. */
    CLUSTERED,
    /** One half random, the other clustered. */
    RANDOM_CLUSTERED,
    /** One of the others, drawn per instance. */
    ANY
}
