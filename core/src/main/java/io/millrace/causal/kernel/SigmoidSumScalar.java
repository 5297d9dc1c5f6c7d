package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Equation;

/** The reference of {@code b + Σ_k s(x_k)}, added in the order of the causes. */
final class SigmoidSumScalar implements FunctionKernel {
    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        float[] abc = equation.numbers;
        for (int r = 0; r < rows; r++) {
            float sum = equation.bias;
            for (int k = 0; k < equation.causes; k++) {
                sum += Smooth.squash(x[at[k] + r], abc[0], abc[1], abc[2]);
            }
            x[to + r] = sum;
        }
    }
}
