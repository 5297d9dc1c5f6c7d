package io.millrace.routing;

import io.millrace.batch.Elements;
import io.millrace.simd.Species;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link MatrixVector} where all nodes fit one vector: their coordinates stay in registers and a row is one store. At 11 nodes
 * a third faster than one run of vectors over the whole matrix, whose rows and columns must be picked lane by lane.
 */
final class SmallMatrixVector implements MatrixKernel {
    private static final VectorSpecies<Float> FLOAT = Species.FLOAT;

    SmallMatrixVector() {}

    @Override
    public void write(float[] x, float[] y, int at, int nodes, MemorySegment to, long element) {
        long offset = element * Float.BYTES;
        if (offset + (nodes - 1L) * nodes * Float.BYTES + FLOAT.vectorByteSize() <= to.byteSize()) {
            rows(x, y, at, nodes, to, offset);
        } else {
            last(x, y, at, nodes, to, element);
        }
    }

    private static void rows(float[] x, float[] y, int at, int nodes, MemorySegment to, long offset) {
        MemorySegment tensor = Elements.offHeap(to);
        FloatVector xs = FloatVector.fromArray(FLOAT, x, at);
        FloatVector ys = FloatVector.fromArray(FLOAT, y, at);
        for (int i = 0; i < nodes; i++) {
            FloatVector dx = xs.sub(x[at + i]);
            FloatVector dy = ys.sub(y[at + i]);
            FloatVector distance = dx.mul(dx).add(dy.mul(dy)).sqrt();
            distance.intoMemorySegment(tensor, offset + (long) i * nodes * Float.BYTES, ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static void last(float[] x, float[] y, int at, int nodes, MemorySegment to, long element) {
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                to.setAtIndex(Elements.F4, element + i * nodes + j, MatrixKernel.distance(x, y, at + i, at + j));
            }
        }
    }
}
