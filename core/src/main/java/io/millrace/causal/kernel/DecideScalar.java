package io.millrace.causal.kernel;

/** The reference. */
final class DecideScalar implements DecideKernel {
    @Override
    public void logistic(float[] noise, int at, int count, float[] x, int to) {
        for (int r = 0; r < count; r++) {
            float p = Smooth.logistic(x[to + r]);
            x[to + r] = noise[at + r] < p ? 1 : p == p ? 0 : p;
        }
    }
}
