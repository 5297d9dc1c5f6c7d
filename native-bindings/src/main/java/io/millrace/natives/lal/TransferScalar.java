package io.millrace.natives.lal;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;

/** By way of arrays that the first-level cache holds: single accesses to segments are slow. */
final class TransferScalar implements Transfer {
    private static final int CHUNK = 512;

    private final double[] chunk = new double[CHUNK];
    private final float[] rounded = new float[CHUNK];

    @Override
    public boolean doubles(MemorySegment from, MemorySegment to, int count, double[] scale) {
        double sum = 0;
        for (int at = 0; at < count; at += CHUNK) {
            int size = Math.min(CHUNK, count - at);
            sum += load(from, at, size, scale);
            MemorySegment.copy(chunk, 0, to, Elements.F8, (long) at * Double.BYTES, size);
        }
        return sum == 0;
    }

    @Override
    public boolean floats(MemorySegment from, MemorySegment to, int count, double[] scale) {
        double sum = 0;
        for (int at = 0; at < count; at += CHUNK) {
            int size = Math.min(CHUNK, count - at);
            sum += load(from, at, size, scale);
            for (int i = 0; i < size; i++) {
                rounded[i] = (float) chunk[i];
                sum += rounded[i] - rounded[i];
            }
            MemorySegment.copy(rounded, 0, to, Elements.F4, (long) at * Float.BYTES, size);
        }
        return sum == 0;
    }

    /** Fills the chunk; a sum of x − x, which is 0 unless one of them is NaN or infinite. */
    private double load(MemorySegment from, int at, int size, double[] scale) {
        MemorySegment.copy(from, Elements.F8, (long) at * Double.BYTES, chunk, 0, size);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            if (scale != null) {
                chunk[i] *= scale[at + i];
            }
            sum += chunk[i] - chunk[i];
        }
        return sum;
    }
}
