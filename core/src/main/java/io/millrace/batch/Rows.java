package io.millrace.batch;

import java.lang.foreign.MemorySegment;

/**
 * Stores rows of scratch into a tensor, in ascending order: a store may also overwrite elements of the same tensor that
 * lie behind the row, which later rows then write. Scratch arrays are readable {@value #SLACK} elements past the row.
 */
public interface Rows {
    /** Elements that a store may read past the row's end. */
    int SLACK = 64;

    /** {@code to[element + k] = from[at + k]}, k from 0 to {@code count − 1}. */
    void floats(float[] from, int at, int count, MemorySegment to, long element);

    /** The same for doubles. */
    void doubles(double[] from, int at, int count, MemorySegment to, long element);

    /** The same for 32-bit integers. */
    void ints(int[] from, int at, int count, MemorySegment to, long element);
}
