package io.millrace.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fading over time. The carrier is not modulated and nothing else happens to it: a record is its path's gain. Tests have the
 * false-alarm rate of {@link Statistics} each: means over paths, which are independent, against 4.9 of their standard errors.
 */
class FadingLawTest {
    private static final long SEED = 20261202;
    private static final double ERRORS = 4.891638;

    private static final double RATE = 50_000;
    private static final double DOPPLER = 390;
    private static final int SAMPLES = 10_000;
    private static final int COUNT = 16;

    private static Signals fading(String settings) {
        return Signals.of(
                "deviation-hz=0 noise=false lo-error-ppm=0 frequency-offset-hz=0 samples=" + SAMPLES + " doppler-hz="
                        + DOPPLER + " " + settings,
                SEED,
                COUNT);
    }

    /** A path's h: the record over the root of its power. */
    private static double[] path(Signals made, int k) {
        double[] h = made.iq(k / 7, k % 7);
        double scale = Math.pow(10, -made.get("power_dbm", k / 7, k % 7) / 20);
        for (int j = 0; j < h.length; j++) {
            h[j] *= scale;
        }
        return h;
    }

    private static void mean(String what, double expected, double[] values, double bias) {
        double sum = 0;
        double square = 0;
        for (double value : values) {
            sum += value;
            square += value * value;
        }
        double mean = sum / values.length;
        double error = Math.sqrt(Math.max(0, square / values.length - mean * mean) / values.length);
        assertEquals(expected, mean, bias + ERRORS * error, what + ", standard error " + error);
    }

    private static double[] envelope(double[] h) {
        double[] r = new double[h.length / 2];
        for (int j = 0; j < r.length; j++) {
            r[j] = Math.sqrt(h[2 * j] * h[2 * j] + h[2 * j + 1] * h[2 * j + 1]);
        }
        return r;
    }

    /** E h(t)h*(t + τ) = J₀(2πf_d τ), up to four periods. */
    @ParameterizedTest
    @CsvSource({"sinusoids, 1e-4", "gaussian, 0.012"})
    void autocorrelation(String model, double bias) {
        int[] lags = {0, 12, 25, 40, 62, 80, 112, 150, 220, 300, 500};
        double[][] re = new double[lags.length][7 * COUNT];
        double[][] im = new double[lags.length][7 * COUNT];
        try (Signals made = fading("fading=rayleigh fading-model=" + model)) {
            for (int k = 0; k < 7 * COUNT; k++) {
                double[] h = path(made, k);
                for (int l = 0; l < lags.length; l++) {
                    int last = SAMPLES - lags[l];
                    for (int n = 0; n < last; n += 5) {
                        int a = 2 * n;
                        int b = 2 * (n + lags[l]);
                        re[l][k] += (h[a] * h[b] + h[a + 1] * h[b + 1]) / (last / 5.0);
                        im[l][k] += (h[a + 1] * h[b] - h[a] * h[b + 1]) / (last / 5.0);
                    }
                }
            }
        }
        for (int l = 0; l < lags.length; l++) {
            double tau = lags[l] / RATE;
            mean(model + " real part at " + lags[l], bessel(2 * Math.PI * DOPPLER * tau), re[l], bias);
            mean(model + " imaginary part at " + lags[l], 0, im[l], bias);
        }
    }

    /** J₀(x) = 1/π ∫ cos(x sin θ) dθ from 0 to π. */
    private static double bessel(double x) {
        double sum = 0;
        for (int j = 0; j < 200; j++) {
            sum += Math.cos(x * Math.sin(Math.PI * (j + 0.5) / 200)) / 200;
        }
        return sum;
    }

    /**
     * Level-crossing rate √(2π)·f_d·ρ·e^{−ρ²}, average fade duration (e^{ρ²} − 1)/(ρ f_d √(2π)): the time below a level is their product.
     * Of 128 samples a period some fades fall between two; sums of 64 sinusoids are not quite normal.
     */
    @ParameterizedTest
    @CsvSource({"sinusoids, 0.005", "gaussian, 0.005"})
    void crossingsAndFades(String model, double bias) {
        double[] levels = {0.3, 0.6, 1, 1.5};
        double[][] rates = new double[levels.length][7 * COUNT];
        double[][] below = new double[levels.length][7 * COUNT];
        try (Signals made = fading("fading=rayleigh sinusoids=64 fading-model=" + model)) {
            for (int k = 0; k < 7 * COUNT; k++) {
                double[] r = envelope(path(made, k));
                for (int l = 0; l < levels.length; l++) {
                    for (int n = 1; n < SAMPLES; n++) {
                        rates[l][k] += r[n - 1] < levels[l] && r[n] >= levels[l] ? RATE / SAMPLES : 0;
                        below[l][k] += r[n] < levels[l] ? 1.0 / SAMPLES : 0;
                    }
                }
            }
        }
        for (int l = 0; l < levels.length; l++) {
            double rho = levels[l];
            double rate = Math.sqrt(2 * Math.PI) * DOPPLER * rho * Math.exp(-rho * rho);
            double duration = Math.expm1(rho * rho) / (rho * DOPPLER * Math.sqrt(2 * Math.PI));
            mean(model + " crossings of " + rho, 1, scaled(rates[l], 1 / rate), bias);
            mean(model + " time below " + rho, 1, scaled(below[l], 1 / rate / duration), bias);
        }
    }

    private static double[] scaled(double[] values, double factor) {
        double[] out = values.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] *= factor;
        }
        return out;
    }

    /** P(r < ρ·rms) = 1 − e^{−ρ²} and uniform phases, over independent paths; neighbours and instances have nothing in common. */
    @ParameterizedTest
    @ValueSource(strings = {"sinusoids sinusoids=64", "gaussian"})
    void envelopesAreRayleighs(String model) {
        int count = 1500;
        String settings = "samples=1 fading=rayleigh multipath=exponential delay-spread-s=0 fading-model=" + model;
        double[] r = new double[14 * count];
        double[] turns = new double[14 * count];
        double[] neighbours = new double[13 * count];
        try (Signals made = Signals.of(settings, SEED, count)) {
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < 14; k++) {
                    double re = made.get("path_gain", i, 2 * k) * Math.sqrt(2);
                    double im = made.get("path_gain", i, 2 * k + 1) * Math.sqrt(2);
                    r[14 * i + k] = Math.hypot(re, im);
                    turns[14 * i + k] = Math.atan2(im, re) / (2 * Math.PI) + 0.5;
                    if (k > 0) {
                        double before = made.get("path_gain", i, 2 * k - 2) * Math.sqrt(2);
                        double beforeIm = made.get("path_gain", i, 2 * k - 1) * Math.sqrt(2);
                        neighbours[13 * i + k - 1] = re * before + im * beforeIm;
                    }
                }
            }
        }
        mean("neighbours", 0, neighbours, 0);
        Statistics.kolmogorovSmirnov(model + " envelope", r, rho -> -Math.expm1(-rho * rho));
        Statistics.kolmogorovSmirnov(model + " phase", turns, turn -> Math.clamp(turn, 0, 1));
    }

    /** E|h|⁴ = 2 − 1/N of N sinusoids, E|h|² = 1. */
    @ParameterizedTest
    @CsvSource({"4, 1.75", "16, 1.9375"})
    void fourthMoments(int sinusoids, double fourth) {
        double[][] moments = moments("fading=rayleigh sinusoids=" + sinusoids, 2000);
        mean("E|h|² of " + sinusoids, 1, moments[0], 0);
        mean("E|h|⁴ of " + sinusoids, fourth, moments[1], 0);
    }

    /** E|h|⁴ = (2 + 4K + K²)/(1 + K)². */
    @ParameterizedTest
    @CsvSource({"-3", "6", "12"})
    void ricianMoments(double decibels) {
        double k = Math.pow(10, decibels / 10);
        double[][] moments = moments("fading=rician fading-model=gaussian rician-k-db=" + decibels, 1000);
        mean("E|h|² of Rice", 1, moments[0], 0);
        mean("E|h|⁴ of Rice", (2 + 4 * k + k * k) / (1 + k) / (1 + k), moments[1], 0);
    }

    /** |h|² and |h|⁴ of the first path. */
    private static double[][] moments(String settings, int count) {
        double[][] moments = new double[2][7 * count];
        try (Signals made = Signals.of("samples=1 " + settings, SEED, count)) {
            for (int k = 0; k < 7 * count; k++) {
                double re = made.get("path_gain", k / 7, 2 * (k % 7));
                double im = made.get("path_gain", k / 7, 2 * (k % 7) + 1);
                moments[0][k] = re * re + im * im;
                moments[1][k] = moments[0][k] * moments[0][k];
            }
        }
        return moments;
    }

    /** Σ|g|² is 1 in the mean, whatever the profile; the first path of TDL-D and TDL-E has the K of its table. */
    @ParameterizedTest
    @ValueSource(strings = {"tdl-a", "tdl-c", "tdl-d", "tdl-e", "exponential paths=5"})
    void powersAddUp(String profile) {
        int count = 400;
        double[] sums = new double[7 * count];
        try (Signals made = Signals.of("samples=1 fading=rayleigh multipath=" + profile, SEED, count)) {
            int paths = made.spec().channel().count();
            for (int k = 0; k < sums.length; k++) {
                for (int part = 0; part < 2 * paths; part++) {
                    double g = made.get("path_gain", k / 7, 2 * paths * (k % 7) + part);
                    sums[k] += g * g;
                }
            }
        }
        mean(profile, 1, sums, 0);
    }

    /** Rice's steady part turns at the direct path's f_D, and at no other frequency: its amplitude is √(K/(K + 1)). */
    @Test
    void theSteadyPartIsShifted() {
        double k = Math.pow(10, 0.6);
        double[] steady = new double[7 * COUNT];
        double[] mirrored = new double[7 * COUNT];
        try (Signals made = fading("fading=rician fading-model=gaussian rician-k-db=6")) {
            for (int r = 0; r < steady.length; r++) {
                double[] h = path(made, r);
                double doppler = made.get("doppler_hz", r / 7, r % 7);
                assertTrue(Math.abs(doppler) <= DOPPLER);
                steady[r] = line(h, doppler);
                mirrored[r] = Math.abs(doppler) > 20 ? line(h, -doppler) : 0;
            }
        }
        // what is scattered at that frequency adds its share: ten millionths of the band's power a hertz, near the
        // edges more
        mean("steady", k / (k + 1), steady, 0.01);
        mean("mirrored", 0, mirrored, 0.01);
    }

    /** |1/n Σ h e^{−2πi f t}|². */
    private static double line(double[] h, double frequency) {
        double re = 0;
        double im = 0;
        for (int j = 0; j < h.length / 2; j++) {
            double angle = -2 * Math.PI * (frequency * j / RATE % 1);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            re += h[2 * j] * cos - h[2 * j + 1] * sin;
            im += h[2 * j] * sin + h[2 * j + 1] * cos;
        }
        return 4 * (re * re + im * im) / h.length / h.length;
    }
}
