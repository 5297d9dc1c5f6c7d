package io.millrace.opencl.pde;

/** What the device knows of a trajectory that it solves, a word each. */
enum TrajectoryColumn {
    /** Which of those that are made at once. */
    PLACE,
    /** Where it stands in the batch. */
    SLOT,
    /** Which table its steps take. */
    TABLE
}
