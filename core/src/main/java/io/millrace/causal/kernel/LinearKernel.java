package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Equation;
import java.lang.foreign.MemorySegment;

/**
 * Rows of an intervened world of a linear model from those of its twin: where one node moves by d, every other moves by d times its total effect. One
 * thread's. Class: reproducible.
 */
public interface LinearKernel {
    /**
     * {@code x[to + t] = Σ w_k x[at[k] + t]}, added in the order of the causes, t below {@code worlds}: total effects on a node, a column of worlds, from those on
     * its causes.
     *
     * @param worlds a multiple of {@link Columns#STEP}
     */
    void effects(Equation equation, float[] x, int[] at, int worlds, int to);

    /**
     * {@code y = fma(effect[j], move[r], base[r·n + j])}, but {@code value[r]} where j is {@code set}; {@code to[element + r·n + j] = y} and
     * {@code difference[element + r·n + j] = y − base[r·n + j]}, r below {@code rows}, j below n.
     *
     * @param base rows, readable {@link Columns#STEP} elements past them
     * @param move how far the target moves, in each row; readable to a whole step
     * @param value what it is set to, in each row; readable to a whole step
     * @param effect what node j moves by where the target moves by 1 stands at {@code from + j}; readable {@link Columns#STEP} elements
     *     past them
     * @param set the target, where it is set; else −1
     * @param to null: not written
     * @param difference null: not written
     */
    void store(
            float[] base,
            float[] move,
            float[] value,
            float[] effect,
            int from,
            int set,
            int rows,
            MemorySegment to,
            MemorySegment difference,
            long element);

    /** {@code x[to + r] = fma(effect, move[r], x[from + r])}, r below {@code rows}, a multiple of {@link Columns#STEP}: the same, a node at a time. */
    void column(float[] x, int from, float[] move, float effect, int rows, int to);

    /** Whether each |y| of those rows is at most {@code most}. */
    boolean within(float[] base, float[] move, float[] value, float[] effect, int from, int set, int rows, float most);
}
