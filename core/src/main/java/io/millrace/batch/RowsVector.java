package io.millrace.batch;

import io.millrace.simd.Species;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows by whole vectors, the last one reaching past the row's end: no call, no tail loop. The tensor's last rows, behind
 * which nothing follows, are copied.
 */
public final class RowsVector implements Rows {
    private static final VectorSpecies<Float> FLOAT = Species.FLOAT;
    private static final VectorSpecies<Double> DOUBLE = Species.DOUBLE;
    private static final VectorSpecies<Integer> INT = Species.INT;
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    private final RowsScalar copies = new RowsScalar();

    /** Without state. */
    public RowsVector() {}

    /** How many of the rows may be stored by vectors of {@code lanes} lanes without leaving a tensor of that many elements. */
    private static int whole(int rows, int count, int lanes, long elements, long element) {
        long lastStart = elements - element - (long) Math.ceilDiv(count, lanes) * lanes;
        return lastStart < 0 || count == 0 ? 0 : (int) Math.min(rows, lastStart / count + 1);
    }

    @Override
    public void floats(float[] from, int at, int stride, int count, int rows, MemorySegment to, long element) {
        int whole = whole(rows, count, FLOAT.length(), to.byteSize() / Float.BYTES, element);
        MemorySegment tensor = Elements.offHeap(to);
        for (int r = 0; r < whole; r++) {
            long offset = (element + (long) r * count) * Float.BYTES;
            for (int k = 0; k < count; k += FLOAT.length()) {
                FloatVector.fromArray(FLOAT, from, at + r * stride + k)
                        .intoMemorySegment(tensor, offset + (long) k * Float.BYTES, LITTLE);
            }
        }
        if (whole < rows) {
            copies.floats(from, at + whole * stride, stride, count, rows - whole, to, element + (long) whole * count);
        }
    }

    @Override
    public void doubles(double[] from, int at, int stride, int count, int rows, MemorySegment to, long element) {
        int whole = whole(rows, count, DOUBLE.length(), to.byteSize() / Double.BYTES, element);
        MemorySegment tensor = Elements.offHeap(to);
        for (int r = 0; r < whole; r++) {
            long offset = (element + (long) r * count) * Double.BYTES;
            for (int k = 0; k < count; k += DOUBLE.length()) {
                DoubleVector.fromArray(DOUBLE, from, at + r * stride + k)
                        .intoMemorySegment(tensor, offset + (long) k * Double.BYTES, LITTLE);
            }
        }
        if (whole < rows) {
            copies.doubles(from, at + whole * stride, stride, count, rows - whole, to, element + (long) whole * count);
        }
    }

    @Override
    public void ints(int[] from, int at, int stride, int count, int rows, MemorySegment to, long element) {
        int whole = whole(rows, count, INT.length(), to.byteSize() / Integer.BYTES, element);
        MemorySegment tensor = Elements.offHeap(to);
        for (int r = 0; r < whole; r++) {
            long offset = (element + (long) r * count) * Integer.BYTES;
            for (int k = 0; k < count; k += INT.length()) {
                IntVector.fromArray(INT, from, at + r * stride + k)
                        .intoMemorySegment(tensor, offset + (long) k * Integer.BYTES, LITTLE);
            }
        }
        if (whole < rows) {
            copies.ints(from, at + whole * stride, stride, count, rows - whole, to, element + (long) whole * count);
        }
    }
}
