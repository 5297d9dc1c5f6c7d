package io.millrace.routing;

/** Where the Uchoa families put the depot on the grid [0, 1000]² (Uchoa et al. 2017, section 3.1). Datasets store positions: append only. */
public enum Depot {
    /** At (500, 500). */
    CENTRE,
    /** At (0, 0). */
    ECCENTRIC,
    /** Anywhere. */
    RANDOM,
    /** One of the others, drawn per instance. */
    ANY
}
