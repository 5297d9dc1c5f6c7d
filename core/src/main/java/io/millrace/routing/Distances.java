package io.millrace.routing;

/** Which distances an instance carries. */
public enum Distances {
    /** None: a batch of 512 instances of 1,000 customers is 2 GB with the full matrix, 4 MB without. */
    NONE,
    /** {@code distance} (n+1, n+1). */
    FULL,
    /** {@code distance} ((n+1)·n/2): the strict upper triangle, row by row, as SciPy's {@code pdist} has it. */
    UPPER,
    /** {@code neighbours} (n+1, k) and {@code distance} (n+1, k): the k nearest other nodes, nearer first, then lower index. */
    NEAREST
}
