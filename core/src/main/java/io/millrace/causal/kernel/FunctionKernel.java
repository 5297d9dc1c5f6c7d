package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Equation;

/**
 * The function of one {@link io.millrace.causal.mechanism.Mechanism}, a kernel each. Class: reproducible.
 */
public interface FunctionKernel {
    /**
     * {@code x[to + r] = b + f(x[at[0] + r], …, x[at[K − 1] + r])}, r below {@code rows}.
     *
     * @param at where the column of each cause begins
     * @param rows a multiple of {@link Columns#STEP}
     */
    void apply(Equation equation, float[] x, int[] at, int rows, int to);
}
