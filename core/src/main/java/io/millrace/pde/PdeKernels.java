package io.millrace.pde;

/** The solvers of one backend. */
interface PdeKernels {
    /** Of one trajectory, with so many steps from a frame to the next. */
    Solver one(PdeSpec spec, int steps);

    /** Of as many at once as suit. */
    Solver many(PdeSpec spec, int steps);
}
