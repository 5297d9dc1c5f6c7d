package io.millrace.routing;

/** Closes an asymmetric matrix under the triangle inequality: Floyd–Warshall over integers. Class: exact. */
interface ClosureKernel {
    /**
     * d(i,j) ← min over k of d(i,k) + d(k,j), for k in order.
     *
     * @param matrix {@code nodes} rows of {@code stride} elements, readable and writable past the last row by
     *     {@link io.millrace.batch.Rows#SLACK}; entries up to 2³⁰
     */
    void close(int[] matrix, int nodes, int stride);
}
