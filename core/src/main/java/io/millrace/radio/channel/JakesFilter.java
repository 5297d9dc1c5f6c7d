package io.millrace.radio.channel;

/**
 * The filter of {@link Scatter#GAUSSIAN}, even, its gain √S, S the spectrum of J₀(2πf_d τ)·w(τ). w is Bohman's window, whose transform is
 * nowhere negative: w(τ) = (1 − x) cos πx + sin(πx)/π, x = |τ|f_d/{@value #REACH}. Without it the response falls off like
 * τ^{−3/4}, and cutting that takes the spectrum's edges away. Cut at {@value #PERIODS} periods to each side, Σ h² = 1.
 *
 * <p>The autocorrelation differs from J₀ by less than 0.006 in two periods, 0.012 in four, 0.03 in eight, 0.07 anywhere; levels are crossed
 * as often as they should to 0.3 %.
 */
public final class JakesFilter {
    private static final double REACH = 32;
    private static final double PERIODS = 12;

    /** Points of the spectrum, more than twice the lags: 32 periods of up to 32 nodes. */
    private static final int POINTS = 4096;

    /** Of the integral from 0 to π/2; exact to rounding for arguments up to 2π·32. */
    private static final int NODES = 80;

    private JakesFilter() {}

    /** The coefficients k = −H … H; one alone where the process is still. */
    public static float[] taps(Nodes nodes, double doppler, double sampleRate) {
        if (nodes.still()) {
            return new float[] {1};
        }
        double period = doppler * nodes.spacing() / sampleRate;
        double[] lags = new double[(int) Math.ceil(REACH / period)];
        for (int m = 0; m < lags.length; m++) {
            double x = Math.PI * m / lags.length;
            double window = (1 - (double) m / lags.length) * StrictMath.cos(x) + StrictMath.sin(x) / Math.PI;
            lags[m] = bessel(2 * Math.PI * period * m) * window;
        }
        double[] gain = new double[POINTS / 2 + 1];
        transform(lags, gain);
        for (int j = 0; j < gain.length; j++) {
            gain[j] = Math.sqrt(Math.max(0, gain[j]));
        }
        // half of the sample rate is there once
        gain[POINTS / 2] /= 2;
        double[] half = new double[(int) Math.ceil(PERIODS / period) + 1];
        transform(gain, half);
        return even(half);
    }

    /** out[j] = in[0] + 2 Σ in[m] cos(2πjm/{@value #POINTS}), m from 1. */
    private static void transform(double[] in, double[] out) {
        double[] cosines = new double[POINTS];
        for (int j = 0; j < POINTS; j++) {
            cosines[j] = StrictMath.cos(2 * Math.PI * j / POINTS);
        }
        for (int j = 0; j < out.length; j++) {
            double sum = in[0] / 2;
            for (int m = 1; m < in.length; m++) {
                sum += in[m] * cosines[j * m % POINTS];
            }
            out[j] = 2 * sum;
        }
    }

    private static float[] even(double[] half) {
        double energy = half[0] * half[0];
        for (int k = 1; k < half.length; k++) {
            energy += 2 * half[k] * half[k];
        }
        float[] taps = new float[2 * half.length - 1];
        for (int k = 0; k < half.length; k++) {
            float tap = (float) (half[k] / Math.sqrt(energy));
            taps[half.length - 1 + k] = tap;
            taps[half.length - 1 - k] = tap;
        }
        return taps;
    }

    /** J₀(x) = 2/π ∫ cos(x sin θ) dθ from 0 to π/2, by midpoints. */
    private static double bessel(double x) {
        double sum = 0;
        for (int j = 0; j < NODES; j++) {
            sum += StrictMath.cos(x * StrictMath.sin(Math.PI / 2 * (j + 0.5) / NODES));
        }
        return sum / NODES;
    }
}
