package io.millrace.opencl.pde;

import io.millrace.pde.Prologue;

/** A solver's kernels. */
interface SolverOpenCl {
    /** Numbers of a table of steps. */
    int width();

    /** Writes the table of what was drawn last, {@code times} as fine as what is written. */
    void table(Prologue prologue, int times, double[] to, int at);

    /** Numbers of u at time 0, where they are not those of the pass: of a finer grid; else 0. */
    default int starts() {
        return 0;
    }

    /** Bytes of device memory that a trajectory takes while it is solved, its table aside. */
    long stateBytes();

    /** Work-items that a trajectory is shared by, each of which sees a largest difference. */
    int group();

    /** Enqueues all frames of these. */
    void enqueue(Trajectories trajectories, Pass pass);
}
