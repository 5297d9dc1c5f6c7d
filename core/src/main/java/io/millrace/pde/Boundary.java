package io.millrace.pde;

/** What holds at the ends of the domain. */
public enum Boundary {
    /** What leaves at one end enters at the other. */
    PERIODIC,
    /** u = 1 at 0, u = −D u_x at ℓ. */
    INFLOW
}
