package io.millrace.radio.feature;

import io.millrace.math.InverseTrig;
import io.millrace.math.Log;
import java.util.Arrays;

/** The {@link Feature}s of a window from its {@link WindowSums}. One thread's. Class: reproducible; scalar in every backend. */
public final class WindowFeatures {
    private static final double DECIBEL = 10 / StrictMath.log(10);

    /** The band whose mean is the floor, counted from the lowest. */
    public static final int FLOOR = 7;

    /** The least ratio of signal to noise, as a factor. */
    public static final double LEAST_RATIO = 1e-6;
    /** Over the mean density per window: what floats tell from nothing. */
    public static final double LEAST_FLOOR = 1e-18;

    /** The least power, mW, of which the least density is made: −360 dBm, where the squares of floats end. */
    public static final double LEAST_POWER = 1e-36;

    /** The ratio from which on there is a signal, as a factor. */
    public static final double PRESENT = StrictMath.pow(10, 0.3);

    private final int window;
    private final double sampleRate;
    private final double bandwidth;
    private final double toDensity;
    private final double unbiased;
    /** The least density, mW/Hz. */
    private final double silence;

    private final float[] bands = new float[WindowSums.BANDS];

    /**
     * Of windows of that many samples.
     *
     * @param bandwidth in which ratios are meant, Hz
     */
    public WindowFeatures(int window, double sampleRate, double bandwidth) {
        this.window = window;
        this.sampleRate = sampleRate;
        this.bandwidth = bandwidth;
        double energy = 0;
        for (float weight : WindowSums.taper(window)) {
            energy += (double) weight * weight;
        }
        toDensity = 1 / (sampleRate * energy);
        unbiased = unbiased(window);
        silence = LEAST_POWER / sampleRate;
    }

    /** What makes a density in mW/Hz of |Y|². */
    public double toDensity() {
        return toDensity;
    }

    /** What makes the floor unbiased. */
    public double unbiased() {
        return unbiased;
    }

    /** 1 over the expected eighth lowest of 32 bands' means for white noise of density 1; by simulation, to 0.2 %. */
    private static double unbiased(int window) {
        return switch (window) {
            case 64 -> 2.518;
            case 128 -> 1.919;
            case 256 -> 1.555;
            case 512 -> 1.345;
            case 1024 -> 1.223;
            default -> throw new IllegalArgumentException("no window has " + window + " samples");
        };
    }

    /** Writes a value a feature, in the enum's order. */
    public void of(float[] sums, double[] out) {
        double power = heard((double) sums[WindowSums.POWER] / window);
        double density = Math.max(silence, sums[WindowSums.DENSITY] * toDensity);
        System.arraycopy(sums, WindowSums.BAND, bands, 0, bands.length);
        Arrays.sort(bands);
        double floor = bands[FLOOR] * toDensity / (window / WindowSums.BANDS) * unbiased;
        floor = Math.max(silence, Math.max(floor, LEAST_FLOOR * density));
        double bin = sampleRate / window;
        double noise = floor * bandwidth;
        double signal = (density - floor * window) * bin;
        double ratio = Math.max(LEAST_RATIO, signal / noise);
        put(out, Feature.RSSI, decibel(power));
        put(out, Feature.SNR, decibel(ratio));
        put(out, Feature.NOISE_FLOOR, decibel(noise));
        double turn = InverseTrig.atan2(sums[WindowSums.LAG_IM], sums[WindowSums.LAG_RE]) / (2 * Math.PI);
        put(out, Feature.FREQUENCY_OFFSET, turn * sampleRate);
        put(out, Feature.OCCUPIED_BANDWIDTH, (sums[WindowSums.HIGH] - sums[WindowSums.LOW] + 1) * bin);
        put(out, Feature.PEAK_PSD, decibel(Math.max(silence, sums[WindowSums.TOP] * toDensity)));
        put(out, Feature.SPECTRAL_CENTROID, sums[WindowSums.MOMENT] / positive(sums[WindowSums.DENSITY]) * bin);
        put(out, Feature.ROLLOFF_85, (sums[WindowSums.ROLL] - window / 2) * bin);
        envelope(sums, power, out);
        delays(sums, out);
        put(out, Feature.PRESENCE, ratio >= PRESENT ? 1 : 0);
        put(out, Feature.CONFIDENCE, ratio / (1 + ratio));
    }

    private void envelope(float[] sums, double power, double[] out) {
        double mean = (double) sums[WindowSums.ENVELOPE] / window;
        double peak = sums[WindowSums.PEAK];
        put(out, Feature.ENVELOPE_MEAN, mean);
        put(out, Feature.ENVELOPE_STD, Math.sqrt(Math.max(0, power - mean * mean)));
        put(out, Feature.ENVELOPE_MAX, peak);
        put(out, Feature.PAPR, decibel(heard(peak * peak) / power));
        put(out, Feature.ZERO_CROSSINGS, sums[WindowSums.CROSSINGS] * sampleRate / (window - 1));
    }

    private void delays(float[] sums, double[] out) {
        double total = positive(sums[WindowSums.WIDTH]);
        double mean = sums[WindowSums.WIDTH_1] / total;
        // half a sample is what a single lag tells
        double variance = Math.max(0.25, sums[WindowSums.WIDTH_2] / total - mean * mean);
        double spread = Math.sqrt(variance) / sampleRate;
        put(out, Feature.DELAY_SPREAD, spread);
        put(out, Feature.COHERENCE_BANDWIDTH, 1 / (5 * spread));
        double ripple = (double) sums[WindowSums.RIPPLE] / (window / 4);
        put(out, Feature.DELAY_CONFIDENCE, sums[WindowSums.CENTRE] >= Float.MIN_NORMAL ? 1 - ripple : 0);
    }

    /** Silence has no logarithm: a power in mW. */
    private static double heard(double x) {
        return Math.max(LEAST_POWER, x);
    }

    /** What is divided by. */
    private static double positive(double x) {
        return Math.max(Double.MIN_NORMAL, x);
    }

    private static void put(double[] out, Feature feature, double value) {
        out[feature.ordinal()] = value;
    }

    private static double decibel(double x) {
        return DECIBEL * Log.log(x);
    }
}
