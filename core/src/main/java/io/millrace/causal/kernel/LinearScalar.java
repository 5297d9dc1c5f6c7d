package io.millrace.causal.kernel;

import io.millrace.batch.Elements;
import io.millrace.causal.mechanism.Equation;
import java.lang.foreign.MemorySegment;

/** The reference, of so many nodes. */
record LinearScalar(int nodes) implements LinearKernel {
    @Override
    public void effects(Equation equation, float[] x, int[] at, int worlds, int to) {
        SumScalar.sum(0, equation, x, at, worlds, to);
    }

    @Override
    public void store(
            float[] base,
            float[] move,
            float[] value,
            float[] effect,
            int from,
            int set,
            int rows,
            MemorySegment to,
            MemorySegment difference,
            long element) {
        store(0, base, move, value, effect, from, set, rows, to, difference, element);
    }

    /** Writes the elements from one on. */
    void store(
            int first,
            float[] base,
            float[] move,
            float[] value,
            float[] effect,
            int from,
            int set,
            int rows,
            MemorySegment to,
            MemorySegment difference,
            long element) {
        for (int e = first; e < rows * nodes; e++) {
            int r = e / nodes;
            int j = e % nodes;
            float y = j == set ? value[r] : Math.fma(effect[from + j], move[r], base[e]);
            if (to != null) {
                to.setAtIndex(Elements.F4, element + e, y);
            }
            if (difference != null) {
                difference.setAtIndex(Elements.F4, element + e, y - base[e]);
            }
        }
    }

    @Override
    public void column(float[] x, int from, float[] move, float effect, int rows, int to) {
        for (int r = 0; r < rows; r++) {
            x[to + r] = Math.fma(effect, move[r], x[from + r]);
        }
    }

    @Override
    public boolean within(
            float[] base, float[] move, float[] value, float[] effect, int from, int set, int rows, float most) {
        boolean good = true;
        for (int r = 0, e = 0; r < rows; r++) {
            for (int j = 0; j < nodes; j++, e++) {
                float y = j == set ? value[r] : Math.fma(effect[from + j], move[r], base[e]);
                good &= Math.abs(y) <= most;
            }
        }
        return good;
    }
}
