package io.millrace.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signal and noise. The noise is what a record has more than that of the same spec with noise=false. False-alarm rates are those of
 * {@link Statistics}.
 */
class NoiseLawTest {
    private static final long SEED = 20261204;
    private static final double RATE = 50_000;

    private static double linear(double decibels) {
        return Math.pow(10, decibels / 10);
    }

    /** k·290 K·12.5 kHz = −133.0 dBm. */
    @Test
    void thermalNoise() {
        assertEquals(-133.006, Signals.spec("noise-figure-db=0").scene().noiseDbm(), 1e-3);
        assertEquals(-133.006 + 6, Signals.spec("").scene().noiseDbm(), 1e-3);
        assertEquals(
                -133.006 + 10 * Math.log10(40_000 / 12_500.0) + 10,
                Signals.spec("noise-bandwidth-hz=40000 noise-figure-db=10")
                        .scene()
                        .noiseDbm(),
                1e-3);
        assertEquals(
                -133.006 + 10 * Math.log10(145 / 290.0),
                Signals.spec("noise-figure-db=0 temperature-k=145").scene().noiseDbm(),
                1e-3);
    }

    /** By the link budget, or asked; in whatever bandwidth: N·f_s/B in each sample, half of it in each part, white and normal. */
    @ParameterizedTest
    @CsvSource({"'', 12500", "snr-db=5, 12500", "snr-db=-10 min-snr-db=-20 noise-bandwidth-hz=40000, 40000"})
    void noiseIsWhiteAndNormal(String settings, double bandwidth) {
        int samples = 2500;
        String common = "samples=" + samples + " " + settings + " noise=";
        double[] re = new double[7 * 4 * samples];
        double[] im = new double[re.length];
        try (Signals noisy = Signals.of(common + true, SEED, 4);
                Signals clean = Signals.of(common + false, SEED, 4)) {
            for (int k = 0; k < 28; k++) {
                double[] y = noisy.iq(k / 7, k % 7);
                double[] x = clean.iq(k / 7, k % 7);
                double ratio = noisy.get("snr_db", k / 7, k % 7);
                if (settings.isEmpty()) {
                    double power = noisy.get("power_dbm", k / 7, k % 7);
                    assertEquals(power - noisy.spec().scene().noiseDbm(), ratio, 1e-9);
                } else {
                    assertEquals(noisy.spec().scene().snr().get().least(), ratio, 1e-9);
                }
                double noise = linear(noisy.get("power_dbm", k / 7, k % 7) - ratio) * RATE / bandwidth;
                for (int n = 0; n < samples; n++) {
                    re[samples * k + n] = (y[2 * n] - x[2 * n]) / Math.sqrt(noise / 2);
                    im[samples * k + n] = (y[2 * n + 1] - x[2 * n + 1]) / Math.sqrt(noise / 2);
                }
            }
        }
        Statistics.mean("power", power(re, im), 1, 1, re.length);
        for (int lag = 0; lag < 6; lag++) {
            // each summand has the variance 1; the lag of a whole record meets another receiver
            int shift = lag == 5 ? samples : lag;
            if (lag > 0) {
                Statistics.mean("real part at " + shift, correlation(re, re, shift), 0, 1, re.length);
                Statistics.mean("imaginary part at " + shift, correlation(im, im, shift), 0, 1, re.length);
            }
            Statistics.mean("parts at " + shift, correlation(re, im, shift), 0, 1, re.length);
        }
        Statistics.kolmogorovSmirnov("real part", re, Statistics::normal);
        Statistics.kolmogorovSmirnov("imaginary part", im, Statistics::normal);
    }

    private static double power(double[] re, double[] im) {
        return (correlation(re, re, 0) + correlation(im, im, 0)) / 2;
    }

    private static double correlation(double[] a, double[] b, int lag) {
        double sum = 0;
        for (int n = 0; n + lag < a.length; n++) {
            sum += a[n] * b[n + lag];
        }
        return sum / (a.length - lag);
    }

    /** What was asked is there: 5 dB are 5 dB. */
    @ParameterizedTest
    @ValueSource(strings = {"", "snr-db=5", "snr-db=0..20", "phase-noise-hz=10 noise=false", "terrain=blocking"})
    void realisedIsAskedWithoutFading(String settings) {
        try (Signals made = Signals.of("samples=3000 min-snr-db=-100 max-gdop=none " + settings, SEED, 6)) {
            for (int k = 0; k < 42; k++) {
                double realised = made.get("snr_db_realised", k / 7, k % 7);
                assertEquals(made.get("snr_db", k / 7, k % 7), realised, 0.05);
            }
        }
    }

    /** It is the mean power of the record over the noise's. */
    @Test
    void realisedIsMeasured() {
        String settings =
                "samples=3000 fading=rayleigh multipath=tdl-b delay-spread-s=0.00004 doppler-hz=70 noise=false";
        try (Signals made = Signals.of(settings, SEED, 2)) {
            for (int k = 0; k < 14; k++) {
                double noise = made.get("power_dbm", k / 7, k % 7) - made.get("snr_db", k / 7, k % 7);
                double measured = 10 * Math.log10(Signals.power(made.iq(k / 7, k % 7))) - noise;
                assertEquals(measured, made.get("snr_db_realised", k / 7, k % 7), 1e-4);
            }
        }
    }

    /** With fading they are equal in the mean of the powers, paths being independent: 4.9 standard errors. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fading=rayleigh",
                "fading=rayleigh fading-model=gaussian multipath=exponential paths=3",
                "fading=rician multipath=tdl-c",
                "multipath=tdl-a delay-spread-s=0.0001"
            })
    void realisedIsAskedInTheMean(String settings) {
        double[] ratios = new double[7 * 60];
        double sum = 0;
        double square = 0;
        try (Signals made = Signals.of("samples=256 doppler-hz=500 " + settings, SEED, 60)) {
            for (int k = 0; k < ratios.length; k++) {
                double ratio = linear(made.get("snr_db_realised", k / 7, k % 7) - made.get("snr_db", k / 7, k % 7));
                sum += ratio;
                square += ratio * ratio;
            }
        }
        double mean = sum / ratios.length;
        Statistics.mean(settings, mean, 1, square / ratios.length - mean * mean, ratios.length);
        assertTrue(square / ratios.length - mean * mean > 0.01);
    }

    @Test
    void askedRangesAreUniform() {
        double[] ratios = new double[7 * 150];
        String settings = "samples=1 snr-db=-5..15 min-snr-db=-100 max-gdop=none";
        try (Signals made = Signals.of(settings, SEED, 150)) {
            for (int k = 0; k < ratios.length; k++) {
                ratios[k] = made.get("snr_db", k / 7, k % 7);
            }
        }
        Statistics.kolmogorovSmirnov("asked", ratios, db -> Math.clamp((db + 5) / 20, 0, 1));
    }
}
