package io.millrace.causal.kernel;

import java.lang.foreign.MemorySegment;

/**
 * From columns to the rows of a tensor: rows of n nodes from n columns that lie {@code stride} floats apart. One thread's. Class: exact.
 */
public interface TransposeKernel {
    /** {@code to[element + r·n + j] = x[from + j·stride + r]}, r below {@code rows}. */
    void store(float[] x, int from, int rows, MemorySegment to, long element);

    /** The same into an array, from {@code to[0]} on. */
    void load(float[] x, int from, int rows, float[] to);

    /** {@code to[element + r·n + j] = x[from + j·stride + r] − base[r·n + j]}. */
    void difference(float[] x, int from, int rows, float[] base, MemorySegment to, long element);

    /** {@link #store} and {@link #difference} at once. */
    void twin(float[] x, int from, int rows, float[] base, MemorySegment to, MemorySegment difference, long element);
}
