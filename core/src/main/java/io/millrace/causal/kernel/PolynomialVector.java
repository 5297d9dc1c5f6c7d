package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.causal.mechanism.Equation;
import jdk.incubator.vector.FloatVector;

/** {@link PolynomialScalar} over lanes. */
final class PolynomialVector implements FunctionKernel {
    private final int degree;

    PolynomialVector(int degree) {
        this.degree = degree;
    }

    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        float[] a = equation.numbers;
        for (int r = 0; r < rows; r += FLOAT.length()) {
            FloatVector sum = FloatVector.broadcast(FLOAT, equation.bias);
            for (int k = 0, i = degree; k < equation.causes; k++, i += degree + 1) {
                FloatVector cause = FloatVector.fromArray(FLOAT, x, at[k] + r);
                FloatVector p = FloatVector.broadcast(FLOAT, a[i]);
                for (int power = 1; power <= degree; power++) {
                    p = p.fma(cause, FloatVector.broadcast(FLOAT, a[i - power]));
                }
                sum = sum.add(p);
            }
            sum.intoArray(x, to + r);
        }
    }
}
