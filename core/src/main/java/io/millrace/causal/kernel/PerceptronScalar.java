package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Equation;

/** The reference of {@code b + Σ_h v_h σ(Σ_k w_hk x_k)}, added in the order of the units; each σ is off by up to 1.2e-7. */
final class PerceptronScalar implements FunctionKernel {
    private final int hidden;

    PerceptronScalar(int hidden) {
        this.hidden = hidden;
    }

    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        int causes = equation.causes;
        for (int r = 0; r < rows; r++) {
            float sum = equation.bias;
            for (int h = 0, i = 0; h < hidden; h++, i += causes + 1) {
                float z = 0;
                for (int k = 0; k < causes; k++) {
                    z = Math.fma(equation.numbers[i + 1 + k], x[at[k] + r], z);
                }
                sum = Math.fma(equation.numbers[i], Smooth.logistic(z), sum);
            }
            x[to + r] = sum;
        }
    }
}
