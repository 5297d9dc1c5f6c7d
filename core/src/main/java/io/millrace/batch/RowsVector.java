package io.millrace.batch;

import io.millrace.simd.Species;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Rows by whole vectors, the last one past the row's end where the tensor goes on there: no call, no tail loop. */
public final class RowsVector implements Rows {
    private static final VectorSpecies<Float> FLOAT = Species.FLOAT;
    private static final VectorSpecies<Double> DOUBLE = Species.DOUBLE;
    private static final VectorSpecies<Integer> INT = Species.INT;
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    /** Without state. */
    public RowsVector() {}

    @Override
    public void floats(float[] from, int at, int count, MemorySegment to, long element) {
        for (int k = 0; k < count; k += FLOAT.length()) {
            long offset = (element + k) * Float.BYTES;
            FloatVector row = FloatVector.fromArray(FLOAT, from, at + k);
            if (offset + FLOAT.vectorByteSize() <= to.byteSize()) {
                row.intoMemorySegment(to, offset, LITTLE);
            } else {
                row.intoMemorySegment(to, offset, LITTLE, FLOAT.indexInRange(k, count));
            }
        }
    }

    @Override
    public void doubles(double[] from, int at, int count, MemorySegment to, long element) {
        for (int k = 0; k < count; k += DOUBLE.length()) {
            long offset = (element + k) * Double.BYTES;
            DoubleVector row = DoubleVector.fromArray(DOUBLE, from, at + k);
            if (offset + DOUBLE.vectorByteSize() <= to.byteSize()) {
                row.intoMemorySegment(to, offset, LITTLE);
            } else {
                row.intoMemorySegment(to, offset, LITTLE, DOUBLE.indexInRange(k, count));
            }
        }
    }

    @Override
    public void ints(int[] from, int at, int count, MemorySegment to, long element) {
        for (int k = 0; k < count; k += INT.length()) {
            long offset = (element + k) * Integer.BYTES;
            IntVector row = IntVector.fromArray(INT, from, at + k);
            if (offset + INT.vectorByteSize() <= to.byteSize()) {
                row.intoMemorySegment(to, offset, LITTLE);
            } else {
                row.intoMemorySegment(to, offset, LITTLE, INT.indexInRange(k, count));
            }
        }
    }
}
