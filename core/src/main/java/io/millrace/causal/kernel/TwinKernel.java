package io.millrace.causal.kernel;

import java.lang.foreign.MemorySegment;

/** The rows of a world into tensors. Class: exact. */
public interface TwinKernel {
    /** {@code difference[element + e] = world[e] − base[e]}, e below {@code count}; then {@code world[e] = base[e]}. */
    void difference(float[] world, float[] base, int count, MemorySegment difference, long element);

    /** The same, and before {@code to[element + e] = world[e]}. */
    void store(float[] world, float[] base, int count, MemorySegment to, MemorySegment difference, long element);

    /** {@code rows[j + r·nodes] = x[at + r]}, r below {@code count}: a column into rows, one by one, for every backend: nothing to gain from lanes. */
    default void scatter(float[] x, int at, int count, float[] rows, int node, int nodes) {
        for (int r = 0, to = node; r < count; r++, to += nodes) {
            rows[to] = x[at + r];
        }
    }
}
