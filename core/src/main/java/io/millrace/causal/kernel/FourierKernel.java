package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Fourier;

/** Random functions by Fourier features, added in the order of the features. Class: reproducible; each cosine is off by up to 3.5e-7. */
public interface FourierKernel {
    /**
     * {@code y[to + r] = start + Σ_m amplitude_m cos 2π(phase_m + Σ_k turns_mk x[at[k] + r])}, r below {@code rows}.
     *
     * @param rows a multiple of {@link Columns#STEP}
     */
    void apply(Fourier function, int causes, float start, float[] x, int[] at, int rows, float[] y, int to);
}
