package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.causal.mechanism.Fourier;
import jdk.incubator.vector.FloatVector;

/** {@link FourierScalar} over lanes. */
final class FourierVector implements FourierKernel {
    @Override
    public void apply(Fourier function, int causes, float start, float[] x, int[] at, int rows, float[] y, int to) {
        float[] numbers = function.numbers;
        for (int r = 0; r < rows; r += FLOAT.length()) {
            FloatVector sum = FloatVector.broadcast(FLOAT, start);
            for (int m = 0, i = 0; m < function.count; m++, i += causes + 2) {
                FloatVector z = FloatVector.broadcast(FLOAT, numbers[i + 1]);
                for (int k = 0; k < causes; k++) {
                    z = FloatVector.fromArray(FLOAT, x, at[k] + r)
                            .fma(FloatVector.broadcast(FLOAT, numbers[i + 2 + k]), z);
                }
                sum = SmoothVector.cosine(z).fma(FloatVector.broadcast(FLOAT, numbers[i]), sum);
            }
            sum.intoArray(y, to + r);
        }
    }
}
