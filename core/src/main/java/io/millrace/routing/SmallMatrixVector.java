package io.millrace.routing;

import io.millrace.batch.Elements;
import io.millrace.simd.Species;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Lane = element of the whole matrix, row after row, where all nodes fit one vector: 8 vectors instead of 11 ragged rows for
 * 11 nodes. Each vector's rows and columns are picked from the registers that hold the coordinates.
 */
final class SmallMatrixVector implements MatrixKernel {
    private static final VectorSpecies<Float> FLOAT = Species.FLOAT;
    private static final int LANES = FLOAT.length();

    private final VectorShuffle<Float>[] rows;
    private final VectorShuffle<Float>[] columns;

    SmallMatrixVector(int nodes) {
        rows = shuffles(nodes, element -> Math.min(element / nodes, nodes - 1));
        columns = shuffles(nodes, element -> element % nodes);
    }

    @SuppressWarnings("unchecked")
    private static VectorShuffle<Float>[] shuffles(int nodes, IntUnaryOperator nodeOf) {
        return IntStream.range(0, Math.ceilDiv(nodes * nodes, LANES))
                .mapToObj(v -> VectorShuffle.fromOp(FLOAT, lane -> nodeOf.applyAsInt(v * LANES + lane)))
                .toArray(VectorShuffle[]::new);
    }

    @Override
    public void write(float[] x, float[] y, int nodes, MemorySegment to, long element) {
        long offset = element * Float.BYTES;
        if (offset + (long) rows.length * FLOAT.vectorByteSize() <= to.byteSize()) {
            whole(x, y, to, offset);
        } else {
            last(x, y, nodes, to, element);
        }
    }

    private void whole(float[] x, float[] y, MemorySegment to, long offset) {
        FloatVector xs = FloatVector.fromArray(FLOAT, x, 0);
        FloatVector ys = FloatVector.fromArray(FLOAT, y, 0);
        for (int v = 0; v < rows.length; v++) {
            VectorShuffle<Float> row = rows[v];
            VectorShuffle<Float> column = columns[v];
            FloatVector dx = xs.rearrange(row).sub(xs.rearrange(column));
            FloatVector dy = ys.rearrange(row).sub(ys.rearrange(column));
            FloatVector distance = dx.mul(dx).add(dy.mul(dy)).sqrt();
            distance.intoMemorySegment(to, offset + (long) v * FLOAT.vectorByteSize(), ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static void last(float[] x, float[] y, int nodes, MemorySegment to, long element) {
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                to.setAtIndex(Elements.F4, element + i * nodes + j, MatrixKernel.distance(x, y, i, j));
            }
        }
    }
}
