package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Equation;

/** The reference of {@code b + Σ x_k}, added in the order of the causes. */
final class PlainScalar implements FunctionKernel {
    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        for (int r = 0; r < rows; r++) {
            float sum = equation.bias;
            for (int k = 0; k < equation.causes; k++) {
                sum += x[at[k] + r];
            }
            x[to + r] = sum;
        }
    }
}
