package io.millrace.natives.lal;

import java.lang.foreign.MemorySegment;

/**
 * Moves doubles from LAL's memory into a batch in one pass: as they are or rounded to floats, multiplied by a scale or not.
 * Both segments are native.
 */
interface Transfer {
    /**
     * Writes {@code to[i] = from[i]·scale[i]} for i below {@code count}, as doubles.
     *
     * @param scale null for 1
     * @return whether all of them were finite
     */
    boolean doubles(MemorySegment from, MemorySegment to, int count, double[] scale);

    /** The same, each product rounded to a float. */
    boolean floats(MemorySegment from, MemorySegment to, int count, double[] scale);
}
