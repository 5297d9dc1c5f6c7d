package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Fourier;

/** The reference. */
final class FourierScalar implements FourierKernel {
    @Override
    public void apply(Fourier function, int causes, float start, float[] x, int[] at, int rows, float[] y, int to) {
        float[] numbers = function.numbers;
        int count = function.count;
        for (int r = 0; r < rows; r++) {
            float sum = start;
            for (int m = 0; m < count; m++) {
                float z = numbers[count + m];
                for (int k = 0; k < causes; k++) {
                    z = Math.fma(numbers[(2 + k) * count + m], x[at[k] + r], z);
                }
                sum = Math.fma(numbers[m], Smooth.cosine(z), sum);
            }
            y[to + r] = sum;
        }
    }
}
