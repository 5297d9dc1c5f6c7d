package io.millrace.batch;

import java.lang.foreign.MemorySegment;

/**
 * Stores rows of scratch into a tensor, in ascending order: a store may also overwrite elements of the same tensor that
 * lie behind its last row, which later rows then write. Scratch arrays are readable {@value #SLACK} elements past the last row.
 */
public interface Rows {
    /** Elements that a store may read past the last row's end. */
    int SLACK = 64;

    /**
     * Stores consecutive rows: {@code to[element + r·count + k] = from[at + r·stride + k]}, r below {@code rows}, k below
     * {@code count}.
     */
    void floats(float[] from, int at, int stride, int count, int rows, MemorySegment to, long element);

    /** The same for doubles. */
    void doubles(double[] from, int at, int stride, int count, int rows, MemorySegment to, long element);

    /** The same for 32-bit integers. */
    void ints(int[] from, int at, int stride, int count, int rows, MemorySegment to, long element);

    /** Stores one row. */
    default void floats(float[] from, int at, int count, MemorySegment to, long element) {
        floats(from, at, count, count, 1, to, element);
    }

    /** Stores one row. */
    default void doubles(double[] from, int at, int count, MemorySegment to, long element) {
        doubles(from, at, count, count, 1, to, element);
    }

    /** Stores one row. */
    default void ints(int[] from, int at, int count, MemorySegment to, long element) {
        ints(from, at, count, count, 1, to, element);
    }
}
