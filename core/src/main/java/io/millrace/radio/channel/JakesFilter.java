package io.millrace.radio.channel;

import io.millrace.math.Quadrature;

/**
 * The filter of {@link Scatter#GAUSSIAN}: h[k] = ∫ √S(f) cos(2πfkΔ) df, S Clarke's spectrum, so h ∝ |x|^{−1/4} J_{1/4}(|x|) with
 * x = 2πf_d kΔ; eight periods to each side, under Hamming's window, Σ h² = 1. The autocorrelation differs from J₀ by less than 0.03.
 */
public final class JakesFilter {
    private static final double PERIODS = 8;
    private static final int PANELS = 128;

    private JakesFilter() {}

    /** The coefficients k = −H … H; one alone where the process is still. */
    public static float[] taps(Nodes nodes, double doppler, double sampleRate) {
        if (nodes.still()) {
            return new float[] {1};
        }
        double period = doppler * nodes.spacing() / sampleRate;
        int half = (int) Math.ceil(PERIODS / period);
        double[] taps = new double[2 * half + 1];
        double energy = 0;
        for (int k = -half; k <= half; k++) {
            double window = 0.54 + 0.46 * StrictMath.cos(Math.PI * k / half);
            taps[half + k] = window * integral(2 * Math.PI * period * k);
            energy += taps[half + k] * taps[half + k];
        }
        float[] out = new float[taps.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (taps[i] / Math.sqrt(energy));
        }
        return out;
    }

    /** ∫ √(cos θ)·cos(x sin θ) dθ from 0 to π/2, by θ = π/2 − w², which takes the root's singularity away. */
    private static double integral(double x) {
        double most = Math.sqrt(Math.PI / 2);
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            sum += Quadrature.gauss(
                    w -> 2 * w * Math.sqrt(StrictMath.sin(w * w)) * StrictMath.cos(x * StrictMath.cos(w * w)),
                    most * panel / PANELS,
                    most * (panel + 1) / PANELS);
        }
        return sum;
    }
}
