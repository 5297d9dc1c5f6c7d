package io.millrace.routing;

import io.millrace.simd.Species;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Lane = column. Both triangles are computed: a vector of square roots costs ten cycles where mirroring a block through
 * registers costs as much, and through memory four times that (measured on AVX-512).
 *
 * <p>A row's last vector reaches into the next row, which is written after it; only the tensor's end is masked.
 */
final class MatrixVector implements MatrixKernel {
    private static final VectorSpecies<Float> FLOAT = Species.FLOAT;
    private static final int LANES = FLOAT.length();
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    MatrixVector() {}

    @Override
    public void write(float[] x, float[] y, int nodes, int width, MemorySegment to, long element) {
        long offset = element * Float.BYTES;
        long lastWhole = to.byteSize() - FLOAT.vectorByteSize();
        for (int i = 0; i < nodes; i++) {
            FloatVector xi = FloatVector.broadcast(FLOAT, x[i]);
            FloatVector yi = FloatVector.broadcast(FLOAT, y[i]);
            int j = 0;
            for (; j <= nodes - LANES; j += LANES) {
                distance(xi, yi, x, y, j).intoMemorySegment(to, offset + (long) j * Float.BYTES, LITTLE);
            }
            for (; j < width; j += LANES) {
                long at = offset + (long) j * Float.BYTES;
                FloatVector tail = distance(xi, yi, x, y, j);
                if (nodes < width) {
                    tail = tail.blend(0f, FLOAT.indexInRange(j, nodes).not());
                }
                if (at <= lastWhole) {
                    tail.intoMemorySegment(to, at, LITTLE);
                } else {
                    tail.intoMemorySegment(to, at, LITTLE, FLOAT.indexInRange(j, width));
                }
            }
            offset += (long) width * Float.BYTES;
        }
        if (nodes < width) {
            to.asSlice(offset, (long) (width - nodes) * width * Float.BYTES).fill((byte) 0);
        }
    }

    private static FloatVector distance(FloatVector xi, FloatVector yi, float[] x, float[] y, int j) {
        FloatVector dx = xi.sub(FloatVector.fromArray(FLOAT, x, j));
        FloatVector dy = yi.sub(FloatVector.fromArray(FLOAT, y, j));
        return dx.mul(dx).add(dy.mul(dy)).sqrt();
    }
}
