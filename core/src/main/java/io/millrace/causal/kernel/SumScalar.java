package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Equation;

/** The reference of {@code b + Σ w_k x_k}, added in the order of the causes. */
final class SumScalar implements FunctionKernel {
    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        sum(equation.bias, equation, x, at, rows, to);
    }

    /** The same from another number than b on. */
    static void sum(float start, Equation equation, float[] x, int[] at, int rows, int to) {
        for (int r = 0; r < rows; r++) {
            float sum = start;
            for (int k = 0; k < equation.causes; k++) {
                sum = Math.fma(equation.numbers[k], x[at[k] + r], sum);
            }
            x[to + r] = sum;
        }
    }
}
