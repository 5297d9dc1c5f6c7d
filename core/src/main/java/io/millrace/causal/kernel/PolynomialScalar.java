package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Equation;

/** The reference of {@code b + Σ_k Σ_i a_ki x_kⁱ}, each polynomial by Horner's scheme, added in the order of the causes. */
final class PolynomialScalar implements FunctionKernel {
    private final int degree;

    PolynomialScalar(int degree) {
        this.degree = degree;
    }

    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        for (int r = 0; r < rows; r++) {
            float sum = equation.bias;
            for (int k = 0, i = degree; k < equation.causes; k++, i += degree + 1) {
                float cause = x[at[k] + r];
                float p = equation.numbers[i];
                for (int power = 1; power <= degree; power++) {
                    p = Math.fma(p, cause, equation.numbers[i - power]);
                }
                sum += p;
            }
            x[to + r] = sum;
        }
    }
}
