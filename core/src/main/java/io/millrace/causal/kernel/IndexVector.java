package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.causal.mechanism.Equation;
import jdk.incubator.vector.FloatVector;

/** {@link IndexScalar} over lanes, an index a pass: one elementary function a loop. */
final class IndexVector implements FunctionKernel {
    @Override
    public void apply(Equation equation, float[] x, int[] at, int rows, int to) {
        sigmoid(equation, x, at, rows, to);
        wave(equation, equation.causes, 0, x, at, rows, to);
        wave(equation, 2 * equation.causes, -0.25f, x, at, rows, to);
    }

    private static void sigmoid(Equation equation, float[] x, int[] at, int rows, int to) {
        float[] w = equation.numbers;
        for (int r = 0; r < rows; r += FLOAT.length()) {
            FloatVector z = FloatVector.zero(FLOAT);
            for (int k = 0; k < equation.causes; k++) {
                z = FloatVector.fromArray(FLOAT, x, at[k] + r).fma(FloatVector.broadcast(FLOAT, w[k]), z);
            }
            SmoothVector.tanh(z).add(equation.bias).intoArray(x, to + r);
        }
    }

    private static void wave(Equation equation, int first, float start, float[] x, int[] at, int rows, int to) {
        float[] w = equation.numbers;
        for (int r = 0; r < rows; r += FLOAT.length()) {
            FloatVector z = FloatVector.broadcast(FLOAT, start);
            for (int k = 0; k < equation.causes; k++) {
                z = FloatVector.fromArray(FLOAT, x, at[k] + r).fma(FloatVector.broadcast(FLOAT, w[first + k]), z);
            }
            FloatVector.fromArray(FLOAT, x, to + r).add(SmoothVector.cosine(z)).intoArray(x, to + r);
        }
    }
}
