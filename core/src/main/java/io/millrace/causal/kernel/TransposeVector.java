package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;

/**
 * {@link TransposeScalar} by gathers: a tile of rows is one run of consecutive elements, whose places in the columns stand in a table; so
 * vectors are full whatever the number of nodes. What is left beyond a tile's last vector is done one by one.
 */
final class TransposeVector implements TransposeKernel {
    private static final int LANES = FLOAT.length();
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    /** Rows of a tile. */
    private static final int TILE = 64;

    private final int nodes;
    private final int[] places;

    TransposeVector(int nodes, int stride, int rows) {
        this.nodes = nodes;
        places = new int[Math.min(rows, TILE) * nodes];
        for (int e = 0; e < places.length; e++) {
            places[e] = e % nodes * stride + e / nodes;
        }
    }

    @Override
    public void store(float[] x, int from, int rows, MemorySegment to, long element) {
        for (int r = 0; r < rows; r += TILE) {
            int elements = elements(rows - r);
            long first = element + (long) r * nodes;
            int e = 0;
            for (; e <= elements - LANES; e += LANES) {
                FloatVector.fromArray(FLOAT, x, from + r, places, e)
                        .intoMemorySegment(to, (first + e) * Float.BYTES, LITTLE);
            }
            for (; e < elements; e++) {
                to.setAtIndex(Elements.F4, first + e, x[from + r + places[e]]);
            }
        }
    }

    @Override
    public void load(float[] x, int from, int rows, float[] to) {
        for (int r = 0; r < rows; r += TILE) {
            int elements = elements(rows - r);
            int first = r * nodes;
            int e = 0;
            for (; e <= elements - LANES; e += LANES) {
                FloatVector.fromArray(FLOAT, x, from + r, places, e).intoArray(to, first + e);
            }
            for (; e < elements; e++) {
                to[first + e] = x[from + r + places[e]];
            }
        }
    }

    @Override
    public void difference(float[] x, int from, int rows, float[] base, MemorySegment to, long element) {
        for (int r = 0; r < rows; r += TILE) {
            int elements = elements(rows - r);
            int first = r * nodes;
            int e = 0;
            for (; e <= elements - LANES; e += LANES) {
                FloatVector.fromArray(FLOAT, x, from + r, places, e)
                        .sub(FloatVector.fromArray(FLOAT, base, first + e))
                        .intoMemorySegment(to, (element + first + e) * Float.BYTES, LITTLE);
            }
            for (; e < elements; e++) {
                to.setAtIndex(Elements.F4, element + first + e, x[from + r + places[e]] - base[first + e]);
            }
        }
    }

    @Override
    public void twin(
            float[] x, int from, int rows, float[] base, MemorySegment to, MemorySegment difference, long element) {
        for (int r = 0; r < rows; r += TILE) {
            int elements = elements(rows - r);
            int first = r * nodes;
            int e = 0;
            for (; e <= elements - LANES; e += LANES) {
                FloatVector value = FloatVector.fromArray(FLOAT, x, from + r, places, e);
                value.intoMemorySegment(to, (element + first + e) * Float.BYTES, LITTLE);
                value.sub(FloatVector.fromArray(FLOAT, base, first + e))
                        .intoMemorySegment(difference, (element + first + e) * Float.BYTES, LITTLE);
            }
            for (; e < elements; e++) {
                float value = x[from + r + places[e]];
                to.setAtIndex(Elements.F4, element + first + e, value);
                difference.setAtIndex(Elements.F4, element + first + e, value - base[first + e]);
            }
        }
    }

    private int elements(int rows) {
        return Math.min(rows, TILE) * nodes;
    }
}
