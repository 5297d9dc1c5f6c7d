package io.millrace.routing;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Rows;
import java.lang.foreign.MemorySegment;

/** Scratch for one row of distances, stored as f4, f8 or i4. */
final class DistanceRow {
    private final DType type;
    private final Rows rows;
    private final float[] floats;
    private final double[] doubles;
    private final int[] ints;

    DistanceRow(DType type, int width, Rows rows) {
        this.type = type;
        this.rows = rows;
        this.floats = new float[width + Rows.SLACK];
        this.doubles = new double[width + Rows.SLACK];
        this.ints = new int[type == DType.I4 ? width + Rows.SLACK : 0];
    }

    float[] floats() {
        return floats;
    }

    double[] doubles() {
        return doubles;
    }

    /** {@code doubles[j] = from[element + j·stride]} for j below {@code count}: the mirror image of what stands there. */
    void fetchColumn(int count, MemorySegment from, long element, int stride) {
        for (int j = 0; j < count; j++) {
            long at = (element + (long) j * stride) * type.bytes();
            doubles[j] = switch (type) {
                case F8 -> from.get(Elements.F8, at);
                case I4 -> from.get(Elements.I4, at);
                default -> from.get(Elements.F4, at);
            };
        }
    }

    /** Stores {@code floats[from … from + count − 1]}; only for f4. */
    void storeFloats(int from, int count, MemorySegment to, long element) {
        rows.floats(floats, from, count, to, element);
    }

    /** Stores {@code doubles[from … from + count − 1]}, rounded to f4 or cast to i4 where that is the type. */
    void storeDoubles(int from, int count, MemorySegment to, long element) {
        switch (type) {
            case F8 -> rows.doubles(doubles, from, count, to, element);
            case I4 -> {
                for (int k = from; k < from + count; k++) {
                    ints[k] = (int) doubles[k];
                }
                rows.ints(ints, from, count, to, element);
            }
            default -> {
                for (int k = from; k < from + count; k++) {
                    floats[k] = (float) doubles[k];
                }
                rows.floats(floats, from, count, to, element);
            }
        }
    }
}
