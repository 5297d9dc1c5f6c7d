package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.causal.mechanism.Equation;
import jdk.incubator.vector.FloatVector;

/** {@link PerceptronScalar} over lanes. */
final class PerceptronVector implements FunctionKernel {
    private final int hidden;

    PerceptronVector(int hidden) {
        this.hidden = hidden;
    }

    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        int causes = equation.causes;
        float[] numbers = equation.numbers;
        for (int r = 0; r < rows; r += FLOAT.length()) {
            FloatVector sum = FloatVector.broadcast(FLOAT, equation.bias);
            for (int h = 0, i = 0; h < hidden; h++, i += causes + 1) {
                FloatVector z = FloatVector.zero(FLOAT);
                for (int k = 0; k < causes; k++) {
                    z = FloatVector.fromArray(FLOAT, x, at[k] + r)
                            .fma(FloatVector.broadcast(FLOAT, numbers[i + 1 + k]), z);
                }
                sum = SmoothVector.logistic(z).fma(FloatVector.broadcast(FLOAT, numbers[i]), sum);
            }
            sum.intoArray(x, to + r);
        }
    }
}
