package io.millrace.latent.grid;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;

/** The reference, one row after the other. */
final class LinearScalar implements LinearKernel {
    private float[] row = {};

    @Override
    public void store(
            float[] pooled, float[] weights, float[] base, int width, int tokens, MemorySegment out, long at) {
        int channels = pooled.length / tokens;
        if (row.length < width) {
            row = new float[width];
        }
        for (int l = 0; l < tokens; l++) {
            System.arraycopy(base, l * width, row, 0, width);
            for (int c = 0; c < channels; c++) {
                float value = pooled[l * channels + c];
                for (int d = 0; d < width; d++) {
                    row[d] = Math.fma(value, weights[c * width + d], row[d]);
                }
            }
            MemorySegment.copy(row, 0, out, Elements.F4, at + Float.BYTES * (l * (long) width), width);
        }
    }
}
