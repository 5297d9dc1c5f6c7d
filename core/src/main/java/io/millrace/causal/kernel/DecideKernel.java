package io.millrace.causal.kernel;

/** Discrete nodes: what a uniform number decides. Class: reproducible. */
public interface DecideKernel {
    /** {@code x[to + r] = noise[at + r] < 1/(1 + e^{−x[to + r]}) ? 1 : 0}, noise in (0, 1]. */
    void logistic(float[] noise, int at, int count, float[] x, int to);

    /**
     * The Poisson quantile of the rate λ = e^{x[to + r]} whose upper tail is first below noise[at + r] in (0, 1]; infinity for λ above
     * {@link io.millrace.causal.mechanism.Mechanism#FASTEST}, NaN for NaN. Steps depend on the number: scalar for every backend.
     */
    default void poisson(float[] noise, int at, int count, float[] x, int to) {
        for (int r = 0; r < count; r++) {
            x[to + r] = Poisson.quantile(x[to + r], noise[at + r]);
        }
    }
}
