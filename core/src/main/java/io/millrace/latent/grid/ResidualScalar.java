package io.millrace.latent.grid;

import io.millrace.math.Gelu;
import java.util.Arrays;

/** The reference, one tap after the other. */
final class ResidualScalar implements ResidualKernel {
    @Override
    public void convolve(
            float[] x, int at, float[] weights, int from, int[] taps, float bias, int count, float[] hidden) {
        Arrays.fill(hidden, 0, count, bias);
        for (int j = 0; j < taps.length; j++) {
            float weight = weights[from + j];
            int tap = at + taps[j];
            for (int i = 0; i < count; i++) {
                hidden[i] = Math.fma(weight, x[tap + i], hidden[i]);
            }
        }
    }

    @Override
    public void activate(int count, float[] hidden) {
        for (int i = 0; i < count; i++) {
            hidden[i] = Gelu.gelu(hidden[i]);
        }
    }

    @Override
    public void accumulate(float[] hidden, float weight, int count, float[] r, int at) {
        for (int i = 0; i < count; i++) {
            r[at + i] = Math.fma(hidden[i], weight, r[at + i]);
        }
    }
}
