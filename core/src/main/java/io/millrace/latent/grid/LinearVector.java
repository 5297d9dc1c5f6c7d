package io.millrace.latent.grid;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;

/** {@link LinearScalar} over lanes; rows shorter than a vector are left to it. */
final class LinearVector implements LinearKernel {
    private static final int LANES = FLOAT.length();
    private static final int BYTES = LANES * Float.BYTES;

    private final LinearScalar narrow = new LinearScalar();

    @Override
    public void store(
            float[] pooled, float[] weights, float[] base, int width, int tokens, MemorySegment out, long at) {
        if (width < LANES) {
            narrow.store(pooled, weights, base, width, tokens, out, at);
            return;
        }
        MemorySegment memory = Elements.offHeap(out);
        int channels = pooled.length / tokens;
        int l = 0;
        for (; l < tokens - 1; l += 2) {
            int d = pair(pooled, l * channels, channels, weights, base, l * width, width, memory, at);
            rest(pooled, l * channels, channels, weights, base, l * width, d, width, memory, at);
            rest(pooled, (l + 1) * channels, channels, weights, base, (l + 1) * width, d, width, memory, at);
        }
        if (l < tokens) {
            rest(pooled, l * channels, channels, weights, base, l * width, 0, width, memory, at);
        }
    }

    /** Two rows, four vectors of each at once; returns where they end. A weight is read once for both rows, a pooled number once for four vectors. */
    private static int pair(
            float[] pooled,
            int from,
            int channels,
            float[] weights,
            float[] base,
            int row,
            int width,
            MemorySegment out,
            long at) {
        int d = 0;
        for (; d <= width - 4 * LANES; d += 4 * LANES) {
            int i = row + d;
            FloatVector a0 = FloatVector.fromArray(FLOAT, base, i);
            FloatVector a1 = FloatVector.fromArray(FLOAT, base, i + LANES);
            FloatVector a2 = FloatVector.fromArray(FLOAT, base, i + 2 * LANES);
            FloatVector a3 = FloatVector.fromArray(FLOAT, base, i + 3 * LANES);
            FloatVector b0 = FloatVector.fromArray(FLOAT, base, i + width);
            FloatVector b1 = FloatVector.fromArray(FLOAT, base, i + width + LANES);
            FloatVector b2 = FloatVector.fromArray(FLOAT, base, i + width + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(FLOAT, base, i + width + 3 * LANES);
            for (int c = 0; c < channels; c++) {
                FloatVector a = FloatVector.broadcast(FLOAT, pooled[from + c]);
                FloatVector b = FloatVector.broadcast(FLOAT, pooled[from + channels + c]);
                int w = c * width + d;
                FloatVector w0 = FloatVector.fromArray(FLOAT, weights, w);
                FloatVector w1 = FloatVector.fromArray(FLOAT, weights, w + LANES);
                FloatVector w2 = FloatVector.fromArray(FLOAT, weights, w + 2 * LANES);
                FloatVector w3 = FloatVector.fromArray(FLOAT, weights, w + 3 * LANES);
                a0 = a.fma(w0, a0);
                a1 = a.fma(w1, a1);
                a2 = a.fma(w2, a2);
                a3 = a.fma(w3, a3);
                b0 = b.fma(w0, b0);
                b1 = b.fma(w1, b1);
                b2 = b.fma(w2, b2);
                b3 = b.fma(w3, b3);
            }
            long to = at + Float.BYTES * (long) i;
            a0.intoMemorySegment(out, to, ByteOrder.LITTLE_ENDIAN);
            a1.intoMemorySegment(out, to + BYTES, ByteOrder.LITTLE_ENDIAN);
            a2.intoMemorySegment(out, to + 2 * BYTES, ByteOrder.LITTLE_ENDIAN);
            a3.intoMemorySegment(out, to + 3 * BYTES, ByteOrder.LITTLE_ENDIAN);
            to += Float.BYTES * (long) width;
            b0.intoMemorySegment(out, to, ByteOrder.LITTLE_ENDIAN);
            b1.intoMemorySegment(out, to + BYTES, ByteOrder.LITTLE_ENDIAN);
            b2.intoMemorySegment(out, to + 2 * BYTES, ByteOrder.LITTLE_ENDIAN);
            b3.intoMemorySegment(out, to + 3 * BYTES, ByteOrder.LITTLE_ENDIAN);
        }
        return d;
    }

    /** A row from d on, one vector at a time; the last one may overlap the one before: the same numbers again. */
    private static void rest(
            float[] pooled,
            int from,
            int channels,
            float[] weights,
            float[] base,
            int row,
            int first,
            int width,
            MemorySegment out,
            long at) {
        for (int next = first; next < width; next += LANES) {
            int d = Math.min(next, width - LANES);
            FloatVector a = FloatVector.fromArray(FLOAT, base, row + d);
            for (int c = 0; c < channels; c++) {
                a = FloatVector.fromArray(FLOAT, weights, c * width + d)
                        .fma(FloatVector.broadcast(FLOAT, pooled[from + c]), a);
            }
            a.intoMemorySegment(out, at + Float.BYTES * (long) (row + d), ByteOrder.LITTLE_ENDIAN);
        }
    }
}
