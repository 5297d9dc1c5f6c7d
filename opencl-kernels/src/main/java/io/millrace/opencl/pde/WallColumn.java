package io.millrace.opencl.pde;

/** What cells between walls take, in the order of {@link io.millrace.pde.volume.Sorption#numbers}. */
enum WallColumn {
    /** D/Δx². */
    RATE,
    /** What the right wall has of the last cell. */
    WALL,
    /** A. */
    CAPACITY,
    /** n. */
    EXPONENT,
    /** εⁿ. */
    LEAST
}
