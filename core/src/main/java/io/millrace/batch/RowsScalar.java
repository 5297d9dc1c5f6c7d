package io.millrace.batch;

import java.lang.foreign.MemorySegment;

/** Rows by bulk copies. */
public final class RowsScalar implements Rows {
    /** Without state. */
    public RowsScalar() {}

    @Override
    public void floats(float[] from, int at, int stride, int count, int rows, MemorySegment to, long element) {
        for (int r = 0; r < rows; r++) {
            long offset = (element + (long) r * count) * Float.BYTES;
            MemorySegment.copy(from, at + r * stride, to, Elements.F4, offset, count);
        }
    }

    @Override
    public void doubles(double[] from, int at, int stride, int count, int rows, MemorySegment to, long element) {
        for (int r = 0; r < rows; r++) {
            long offset = (element + (long) r * count) * Double.BYTES;
            MemorySegment.copy(from, at + r * stride, to, Elements.F8, offset, count);
        }
    }

    @Override
    public void ints(int[] from, int at, int stride, int count, int rows, MemorySegment to, long element) {
        for (int r = 0; r < rows; r++) {
            long offset = (element + (long) r * count) * Integer.BYTES;
            MemorySegment.copy(from, at + r * stride, to, Elements.I4, offset, count);
        }
    }
}
