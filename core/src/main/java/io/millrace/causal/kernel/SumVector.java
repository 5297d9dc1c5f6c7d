package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.causal.mechanism.Equation;
import jdk.incubator.vector.FloatVector;

/** {@link SumScalar} over lanes. */
final class SumVector implements FunctionKernel {
    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        sum(equation.bias, equation, x, at, rows, to);
    }

    /** {@link SumScalar#sum}. */
    static void sum(float start, Equation equation, float[] x, int[] at, int rows, int to) {
        float[] weights = equation.numbers;
        for (int r = 0; r < rows; r += FLOAT.length()) {
            FloatVector sum = FloatVector.broadcast(FLOAT, start);
            for (int k = 0; k < equation.causes; k++) {
                sum = FloatVector.fromArray(FLOAT, x, at[k] + r).fma(FloatVector.broadcast(FLOAT, weights[k]), sum);
            }
            sum.intoArray(x, to + r);
        }
    }
}
