package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.causal.mechanism.Equation;
import jdk.incubator.vector.FloatVector;

/** {@link PlainScalar} over lanes. */
final class PlainVector implements FunctionKernel {
    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        for (int r = 0; r < rows; r += FLOAT.length()) {
            FloatVector sum = FloatVector.broadcast(FLOAT, equation.bias);
            for (int k = 0; k < equation.causes; k++) {
                sum = sum.add(FloatVector.fromArray(FLOAT, x, at[k] + r));
            }
            sum.intoArray(x, to + r);
        }
    }
}
