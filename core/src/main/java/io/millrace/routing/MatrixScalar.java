package io.millrace.routing;

import io.millrace.batch.Rows;
import io.millrace.batch.RowsScalar;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** The reference. */
final class MatrixScalar implements MatrixKernel {
    private final Rows rows = new RowsScalar();
    private final float[] row;

    MatrixScalar(int width) {
        row = new float[width];
    }

    @Override
    public void write(float[] x, float[] y, int nodes, int width, MemorySegment to, long element) {
        for (int i = 0; i < width; i++) {
            int columns = i < nodes ? nodes : 0;
            for (int j = 0; j < columns; j++) {
                float dx = x[i] - x[j];
                float dy = y[i] - y[j];
                row[j] = (float) Math.sqrt(dx * dx + dy * dy);
            }
            Arrays.fill(row, columns, width, 0f);
            rows.floats(row, 0, width, to, element + (long) i * width);
        }
    }
}
