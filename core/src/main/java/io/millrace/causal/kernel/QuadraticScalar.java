package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Equation;

/** The reference of {@code b + Σ_k x_k (c_k + d_k x_k + Σ_{l<k} e_kl x_l)}, added in the order of k. */
final class QuadraticScalar implements FunctionKernel {
    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        int causes = equation.causes;
        float[] c = equation.numbers;
        for (int r = 0; r < rows; r++) {
            float sum = equation.bias;
            for (int k = 0, pair = 2 * causes; k < causes; k++) {
                float cause = x[at[k] + r];
                float factor = Math.fma(c[causes + k], cause, c[k]);
                for (int l = 0; l < k; l++) {
                    factor = Math.fma(c[pair++], x[at[l] + r], factor);
                }
                sum = Math.fma(factor, cause, sum);
            }
            x[to + r] = sum;
        }
    }
}
