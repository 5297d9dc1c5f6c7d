package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.causal.mechanism.Equation;
import jdk.incubator.vector.FloatVector;

/** {@link SigmoidSumScalar} over lanes. */
final class SigmoidSumVector implements FunctionKernel {
    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        float[] abc = equation.numbers;
        for (int r = 0; r < rows; r += FLOAT.length()) {
            FloatVector sum = FloatVector.broadcast(FLOAT, equation.bias);
            for (int k = 0; k < equation.causes; k++) {
                FloatVector cause = FloatVector.fromArray(FLOAT, x, at[k] + r);
                sum = sum.add(SmoothVector.squash(cause, abc[0], abc[1], abc[2]));
            }
            sum.intoArray(x, to + r);
        }
    }
}
