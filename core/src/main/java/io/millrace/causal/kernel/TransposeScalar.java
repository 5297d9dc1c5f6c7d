package io.millrace.causal.kernel;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;

/** The reference. */
final class TransposeScalar implements TransposeKernel {
    private final int nodes;
    private final int stride;

    TransposeScalar(int nodes, int stride) {
        this.nodes = nodes;
        this.stride = stride;
    }

    @Override
    public void store(float[] x, int from, int rows, MemorySegment to, long element) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < nodes; j++) {
                to.setAtIndex(Elements.F4, element + (long) r * nodes + j, x[from + j * stride + r]);
            }
        }
    }

    @Override
    public void load(float[] x, int from, int rows, float[] to) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < nodes; j++) {
                to[r * nodes + j] = x[from + j * stride + r];
            }
        }
    }

    @Override
    public void difference(float[] x, int from, int rows, float[] base, MemorySegment to, long element) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < nodes; j++) {
                float difference = x[from + j * stride + r] - base[r * nodes + j];
                to.setAtIndex(Elements.F4, element + (long) r * nodes + j, difference);
            }
        }
    }

    @Override
    public void twin(
            float[] x, int from, int rows, float[] base, MemorySegment to, MemorySegment difference, long element) {
        store(x, from, rows, to, element);
        difference(x, from, rows, base, difference, element);
    }
}
