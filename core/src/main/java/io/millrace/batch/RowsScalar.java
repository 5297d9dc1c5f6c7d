package io.millrace.batch;

import java.lang.foreign.MemorySegment;

/** Rows by bulk copies. */
public final class RowsScalar implements Rows {
    /** Without state. */
    public RowsScalar() {}

    @Override
    public void floats(float[] from, int at, int count, MemorySegment to, long element) {
        MemorySegment.copy(from, at, to, Elements.F4, element * Float.BYTES, count);
    }

    @Override
    public void doubles(double[] from, int at, int count, MemorySegment to, long element) {
        MemorySegment.copy(from, at, to, Elements.F8, element * Double.BYTES, count);
    }

    @Override
    public void ints(int[] from, int at, int count, MemorySegment to, long element) {
        MemorySegment.copy(from, at, to, Elements.I4, element * Integer.BYTES, count);
    }
}
