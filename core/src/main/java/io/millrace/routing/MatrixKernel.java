package io.millrace.routing;

import java.lang.foreign.MemorySegment;

/**
 * The full Euclidean float32 matrix of an instance, written straight into the tensor: √(dx·dx + dy·dy), each operation
 * rounded to float. Class: reproducible.
 */
interface MatrixKernel {
    /**
     * Writes {@code width} rows of {@code width} columns; rows and columns from {@code nodes} on are 0.
     *
     * @param x coordinates, readable {@link io.millrace.batch.Rows#SLACK} past the nodes; so is {@code y}
     * @param element where the matrix starts; what follows it in the tensor may be overwritten
     */
    void write(float[] x, float[] y, int nodes, int width, MemorySegment to, long element);
}
