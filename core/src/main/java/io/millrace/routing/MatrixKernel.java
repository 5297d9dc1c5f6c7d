package io.millrace.routing;

import java.lang.foreign.MemorySegment;

/**
 * The full Euclidean float32 matrix of an instance, written straight into the tensor: √(dx·dx + dy·dy), each operation
 * rounded to float. Class: reproducible.
 */
interface MatrixKernel {
    /**
     * Writes {@code nodes} rows of {@code nodes} columns.
     *
     * @param x coordinates, readable {@link io.millrace.batch.Rows#SLACK} past the nodes; so is {@code y}
     * @param element where the matrix starts; what follows it in the tensor may be overwritten
     */
    void write(float[] x, float[] y, int nodes, MemorySegment to, long element);

    /** One distance. */
    static float distance(float[] x, float[] y, int i, int j) {
        float dx = x[i] - x[j];
        float dy = y[i] - y[j];
        return (float) Math.sqrt(dx * dx + dy * dy);
    }
}
