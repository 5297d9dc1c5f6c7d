package io.millrace.routing;

import io.millrace.batch.Rows;
import io.millrace.batch.RowsScalar;
import java.lang.foreign.MemorySegment;

/** The reference. */
final class MatrixScalar implements MatrixKernel {
    private final Rows rows = new RowsScalar();
    private final float[] row;

    MatrixScalar(int nodes) {
        row = new float[nodes];
    }

    @Override
    public void write(float[] x, float[] y, int nodes, MemorySegment to, long element) {
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                row[j] = MatrixKernel.distance(x, y, i, j);
            }
            rows.floats(row, 0, nodes, to, element + (long) i * nodes);
        }
    }
}
