package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.batch.DType;
import io.millrace.batch.Rows;
import io.millrace.random.Draws;
import io.millrace.simd.Simd;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The field {@code distance} of ATSP: entry (i, j) is drawn from U{0 … 10⁶−1}, the matrix closed, and divided by 10⁶ (not
 * for i4, which keeps the integers). Class: reproducible.
 */
final class AtspPart implements Part {
    private static final int UNIT = 1_000_000;
    /** Two integers a block. */
    private static final int ROW_BLOCKS = Streams.MATRIX_ROW / 2;

    private final CvrpSpec spec;
    private final CvrpKernels kernels;
    private final int stride;
    private final int[] words;
    private final int[] entries;
    private final int[] matrix;
    private final DistanceRow row;
    private MemorySegment distance;

    AtspPart(CvrpSpec spec, CvrpKernels kernels) {
        this.spec = spec;
        this.kernels = kernels;
        int nodes = spec.nodes();
        int lanes = Math.max(Simd.bits(), 512) / Integer.SIZE;
        this.stride = Math.ceilDiv(nodes, lanes) * lanes;
        this.words = new int[4 * Draws.blocks(2 * nodes) + Draws.SLACK];
        this.entries = new int[nodes + Draws.SLACK];
        this.matrix = new int[nodes * stride + Rows.SLACK];
        this.row = new DistanceRow(spec.distanceType(), nodes, kernels.rows());
    }

    @Override
    public void bind(Batch batch) {
        distance = batch.tensor("distance");
    }

    @Override
    public void make(Instance[] chunk, int count) {
        for (int number = 0; number < count; number++) {
            make(chunk[number]);
        }
    }

    private void make(Instance instance) {
        int nodes = instance.nodes;
        int width = spec.nodes();
        for (int i = 0; i < nodes; i++) {
            kernels.draws().words(instance.index, 1, 0, Streams.MATRIX, i * ROW_BLOCKS, Draws.blocks(2 * nodes), words);
            kernels.draws().integers(words, nodes, 0, UNIT, entries);
            System.arraycopy(entries, 0, matrix, i * stride, nodes);
            matrix[i * stride + i] = 0;
        }
        kernels.closure().close(matrix, nodes, stride);
        double divisor = spec.distanceType() == DType.I4 ? 1 : UNIT;
        double[] values = row.doubles();
        for (int i = 0; i < width; i++) {
            int columns = i < nodes ? nodes : 0;
            for (int j = 0; j < columns; j++) {
                values[j] = matrix[i * stride + j] / divisor;
            }
            Arrays.fill(values, columns, width, 0);
            row.storeDoubles(0, width, distance, ((long) instance.row * width + i) * width);
        }
    }
}
