package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.causal.mechanism.Equation;
import jdk.incubator.vector.FloatVector;

/** {@link QuadraticScalar} over lanes. */
final class QuadraticVector implements FunctionKernel {
    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        int causes = equation.causes;
        float[] c = equation.numbers;
        for (int r = 0; r < rows; r += FLOAT.length()) {
            FloatVector sum = FloatVector.broadcast(FLOAT, equation.bias);
            for (int k = 0, pair = 2 * causes; k < causes; k++) {
                FloatVector cause = FloatVector.fromArray(FLOAT, x, at[k] + r);
                FloatVector factor =
                        cause.fma(FloatVector.broadcast(FLOAT, c[causes + k]), FloatVector.broadcast(FLOAT, c[k]));
                for (int l = 0; l < k; l++) {
                    factor = FloatVector.fromArray(FLOAT, x, at[l] + r)
                            .fma(FloatVector.broadcast(FLOAT, c[pair++]), factor);
                }
                sum = factor.fma(cause, sum);
            }
            sum.intoArray(x, to + r);
        }
    }
}
