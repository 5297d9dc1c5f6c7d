package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Equation;

/** The reference of {@code b + tanh(w·x) + cos(w′·x) + sin(w″·x)}; each is off by up to 1.8e-7. */
final class IndexScalar implements FunctionKernel {
    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        int causes = equation.causes;
        float[] w = equation.numbers;
        for (int r = 0; r < rows; r++) {
            float first = 0;
            float second = 0;
            float third = -0.25f;
            for (int k = 0; k < causes; k++) {
                float cause = x[at[k] + r];
                first = Math.fma(w[k], cause, first);
                second = Math.fma(w[causes + k], cause, second);
                third = Math.fma(w[2 * causes + k], cause, third);
            }
            x[to + r] = equation.bias + Smooth.tanh(first) + Smooth.cosine(second) + Smooth.cosine(third);
        }
    }
}
