package io.millrace.routing;

import io.millrace.batch.Elements;
import io.millrace.simd.Species;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Lane = column. Both triangles are computed: a vector of square roots costs ten cycles, and mirroring a block through
 * registers as much again; through memory four times that (measured on AVX-512).
 *
 * <p>A row's last vector reaches into the next row, which is written after it. At the tensor's end, where nothing follows,
 * rows are written one by one: a masked store in the loop would be too much for C2 to inline.
 */
final class MatrixVector implements MatrixKernel {
    private static final VectorSpecies<Float> FLOAT = Species.FLOAT;
    private static final int LANES = FLOAT.length();

    MatrixVector() {}

    /** The kernel for that many nodes. */
    static MatrixKernel of(int nodes) {
        return nodes <= LANES ? new SmallMatrixVector() : new MatrixVector();
    }

    @Override
    public void write(float[] x, float[] y, int at, int nodes, MemorySegment to, long element) {
        long stride = (long) nodes * Float.BYTES;
        long last = to.byteSize() - (long) Math.ceilDiv(nodes, LANES) * FLOAT.vectorByteSize();
        long offset = element * Float.BYTES;
        for (int i = 0; i < nodes; i++, offset += stride) {
            if (offset <= last) {
                row(x, y, at, i, nodes, to, offset);
            } else {
                lastRow(x, y, at, i, nodes, to, offset);
            }
        }
    }

    private static void row(float[] x, float[] y, int at, int i, int nodes, MemorySegment to, long offset) {
        MemorySegment tensor = Elements.offHeap(to);
        FloatVector xi = FloatVector.broadcast(FLOAT, x[at + i]);
        FloatVector yi = FloatVector.broadcast(FLOAT, y[at + i]);
        for (int j = 0; j < nodes; j += LANES) {
            FloatVector dx = xi.sub(FloatVector.fromArray(FLOAT, x, at + j));
            FloatVector dy = yi.sub(FloatVector.fromArray(FLOAT, y, at + j));
            FloatVector distance = dx.mul(dx).add(dy.mul(dy)).sqrt();
            distance.intoMemorySegment(tensor, offset + (long) j * Float.BYTES, ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static void lastRow(float[] x, float[] y, int at, int i, int nodes, MemorySegment to, long offset) {
        for (int j = 0; j < nodes; j++) {
            to.set(Elements.F4, offset + (long) j * Float.BYTES, MatrixKernel.distance(x, y, at + i, at + j));
        }
    }
}
