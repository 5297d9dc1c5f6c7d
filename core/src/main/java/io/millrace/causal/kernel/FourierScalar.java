package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Fourier;

/** The reference. */
final class FourierScalar implements FourierKernel {
    @Override
    public void apply(Fourier function, int causes, float start, float[] x, int[] at, int rows, float[] y, int to) {
        float[] numbers = function.numbers;
        for (int r = 0; r < rows; r++) {
            float sum = start;
            for (int m = 0, i = 0; m < function.count; m++, i += causes + 2) {
                float z = numbers[i + 1];
                for (int k = 0; k < causes; k++) {
                    z = Math.fma(numbers[i + 2 + k], x[at[k] + r], z);
                }
                sum = Math.fma(numbers[i], Smooth.cosine(z), sum);
            }
            y[to + r] = sum;
        }
    }
}
