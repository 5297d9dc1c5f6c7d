package io.millrace.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What receivers do to samples: converters, imbalance, offsets, phase noise. A record is set against that of the same spec without
 * the part in question. Statistical tests have the false-alarm rate of {@link Statistics}.
 */
class FrontEndTest {
    private static final long SEED = 20261201;

    /** A pure tone at each receiver, off by its oscillator's error. */
    private static final String TONE = "deviation-hz=0 noise=false doppler-hz=0 ";

    /** 6.02 b + 1.76 dB of a tone that fills the converter; at few bits the error is not quite independent of the signal. */
    @ParameterizedTest
    @CsvSource({"6, 0.35", "8, 0.2", "10, 0.1", "12, 0.1"})
    void quantisationNoise(int bits, double tolerance) {
        String settings = TONE + "samples=5000 lo-error-ppm=2 adc-headroom-db=0 adc-bits=";
        double ratio = 0;
        try (Signals fine = Signals.of(settings + 0, SEED, 4);
                Signals coarse = Signals.of(settings + bits, SEED, 4)) {
            for (int i = 0; i < 4; i++) {
                for (int r = 0; r < 7; r++) {
                    double[] x = fine.iq(i, r);
                    ratio += Signals.power(difference(coarse.iq(i, r), x)) / Signals.power(x) / 28;
                }
            }
        }
        assertEquals(6.0206 * bits + 1.7609, -10 * Math.log10(ratio), tolerance);
    }

    @Test
    void oneBitIsTheSign() {
        try (Signals made = Signals.of(TONE + "samples=500 lo-error-ppm=2 adc-headroom-db=0 adc-bits=1", SEED, 1);
                Signals before = Signals.of(TONE + "samples=500 lo-error-ppm=2", SEED, 1)) {
            double half = Math.pow(10, made.get("power_dbm", 0) / 20) / 2;
            double[] y = made.iq(0, 0);
            double[] x = before.iq(0, 0);
            for (int j = 0; j < y.length; j++) {
                assertEquals(x[j] < 0 ? -half : half, y[j], 1e-6 * half);
            }
        }
    }

    /** The nominal amplitude is that of signal and noise together; what is beyond full scale has the outermost level. */
    @Test
    void convertersClip() {
        try (Signals made = Signals.of("samples=500 adc-headroom-db=-6 adc-bits=4 snr-db=10", SEED, 1)) {
            for (int r = 0; r < 7; r++) {
                double full = Math.sqrt(nominal(made, r)) * Math.pow(10, -6 / 20.0);
                double most = 0;
                for (double part : made.iq(0, r)) {
                    double level = part / full * 8 - 0.5;
                    assertEquals(Math.rint(level), level, 1e-4);
                    most = Math.max(most, Math.abs(part));
                }
                assertEquals(full * 15 / 16, most, 1e-5 * full);
            }
        }
    }

    private static double nominal(Signals made, int r) {
        double power = Math.pow(10, made.get("power_dbm", 0, r) / 10);
        double noise = power / Math.pow(10, made.get("snr_db", 0, r) / 10) * 50_000 / 12_500;
        return power + noise;
    }

    /** I' = I, Q' = g(Q cos φ + I sin φ); the image of a tone is weaker by (1 + g² − 2g cos φ)/(1 + g² + 2g cos φ). */
    @Test
    void imbalance() {
        int count = 60;
        double[] gains = new double[7 * count];
        double[] skews = new double[7 * count];
        String settings = TONE + "samples=400 lo-error-ppm=2 ";
        try (Signals before = Signals.of(settings, SEED, count);
                Signals made = Signals.of(settings + "iq-gain-db=1.5 iq-phase-deg=8", SEED, count)) {
            for (int k = 0; k < gains.length; k++) {
                double[] x = before.iq(k / 7, k % 7);
                double[] y = made.iq(k / 7, k % 7);
                double[] fit = quadrature(x, y);
                double g = Math.hypot(fit[0], fit[1]);
                double skew = Math.atan2(fit[1], fit[0]);
                gains[k] = 20 * Math.log10(g);
                skews[k] = Math.toDegrees(skew);
                double same = 1 + g * g + 2 * g * Math.cos(skew);
                double image = 1 + g * g - 2 * g * Math.cos(skew);
                assertEquals(image / same, imageRatio(x, y), 1e-5);
            }
        }
        Statistics.kolmogorovSmirnov("gain, dB", gains, db -> Math.clamp((db + 1.5) / 3, 0, 1));
        Statistics.kolmogorovSmirnov("skew, degrees", skews, deg -> Math.clamp((deg + 8) / 16, 0, 1));
    }

    /** Least squares of Q' = aQ + bI; the real part is what it was. */
    private static double[] quadrature(double[] x, double[] y) {
        double ii = 0;
        double iq = 0;
        double qq = 0;
        double yi = 0;
        double yq = 0;
        for (int j = 0; j < x.length; j += 2) {
            assertEquals(x[j], y[j], 1e-6 * Math.abs(x[j]));
            ii += x[j] * x[j];
            iq += x[j] * x[j + 1];
            qq += x[j + 1] * x[j + 1];
            yi += x[j] * y[j + 1];
            yq += x[j + 1] * y[j + 1];
        }
        double det = ii * qq - iq * iq;
        return new double[] {(yq * ii - yi * iq) / det, (yi * qq - yq * iq) / det};
    }

    /** |ν/μ|² of y = μx + νx*, by least squares. */
    private static double imageRatio(double[] x, double[] y) {
        double[] own = inner(x, x, false);
        double[] cross = inner(x, x, true);
        double[] same = inner(y, x, false);
        double[] image = inner(y, x, true);
        // same = μ·own + ν·conj(cross), image = μ·cross + ν·own
        double muRe = same[0] * own[0] - (image[0] * cross[0] + image[1] * cross[1]);
        double muIm = same[1] * own[0] - (image[1] * cross[0] - image[0] * cross[1]);
        double nuRe = image[0] * own[0] - (same[0] * cross[0] - same[1] * cross[1]);
        double nuIm = image[1] * own[0] - (same[1] * cross[0] + same[0] * cross[1]);
        return (nuRe * nuRe + nuIm * nuIm) / (muRe * muRe + muIm * muIm);
    }

    /** Σ a·conj(b), or without the conjugation. */
    private static double[] inner(double[] a, double[] b, boolean plain) {
        double sign = plain ? -1 : 1;
        double re = 0;
        double im = 0;
        for (int j = 0; j < a.length; j += 2) {
            re += a[j] * b[j] + sign * a[j + 1] * b[j + 1];
            im += a[j + 1] * b[j] - sign * a[j] * b[j + 1];
        }
        return new double[] {re, im};
    }

    @Test
    void offset() {
        int count = 60;
        double[] turns = new double[7 * count];
        String settings = "samples=64 snr-db=3 ";
        try (Signals before = Signals.of(settings, SEED, count);
                Signals made = Signals.of(settings + "dc-offset=0.25", SEED, count)) {
            for (int k = 0; k < turns.length; k++) {
                double[] dc = difference(made.iq(k / 7, k % 7), before.iq(k / 7, k % 7));
                double power = Math.pow(10, made.get("power_dbm", k / 7, k % 7) / 10);
                double nominal = Math.sqrt(power * (1 + Math.pow(10, -0.3) * 4));
                for (int j = 0; j < dc.length; j += 2) {
                    assertEquals(0.25, Math.hypot(dc[j], dc[j + 1]) / nominal, 1e-5);
                }
                turns[k] = Math.atan2(dc[1], dc[0]) / (2 * Math.PI) + 0.5;
            }
        }
        Statistics.kolmogorovSmirnov("phase of the offset", turns, turn -> Math.clamp(turn, 0, 1));
    }

    /** Increments are normal, Var Δφ = 2πΔν/f_s; so the phase wanders by 2πΔν t, and the line is Lorentz's: E e^{iΔφ} = e^{−πΔν t}. */
    @Test
    void phaseNoise() {
        double width = 40;
        int count = 12;
        int samples = 4096;
        String settings = TONE + "samples=" + samples + " lo-error-ppm=2 phase-noise-hz=";
        double[] increments = new double[7 * count * (samples - 1)];
        double[] paths = new double[7 * count];
        double line = 0;
        try (Signals still = Signals.of(settings + 0, SEED, count);
                Signals made = Signals.of(settings + width, SEED, count)) {
            for (int k = 0; k < paths.length; k++) {
                double[] phase = phases(made.iq(k / 7, k % 7), still.iq(k / 7, k % 7));
                assertEquals(0, phase[0], 1e-5);
                for (int j = 1; j < samples; j++) {
                    increments[k * (samples - 1) + j - 1] = phase[j] - phase[j - 1];
                }
                paths[k] = phase[samples - 1];
                for (int j = 0; j + 250 < samples; j++) {
                    line += Math.cos(phase[j + 250] - phase[j]) / (samples - 250) / paths.length;
                }
            }
        }
        double sigma = Math.sqrt(2 * Math.PI * width / 50_000);
        Statistics.kolmogorovSmirnov("increments", increments, x -> Statistics.normal(x / sigma));
        double whole = sigma * Math.sqrt(samples - 1.0);
        Statistics.kolmogorovSmirnov("wandering", paths, x -> Statistics.normal(x / whole));
        // some 16 independent stretches of 250 samples a record, Var cos < 1/2
        double error = Math.sqrt(0.5 / (16 * paths.length));
        assertEquals(Math.exp(-Math.PI * width * 250 / 50_000), line, 4.9 * error);
    }

    /** At line widths beyond the sample rate phases are uniform, not stuck where an integer ends. */
    @Test
    void phaseNoiseOfManyTurns() {
        String settings = "deviation-hz=0 noise=false doppler-hz=0 lo-error-ppm=0 samples=2000 phase-noise-hz=1000000";
        try (Signals made = Signals.of(settings, SEED, 1)) {
            double[] turns = new double[7 * 2000];
            for (int r = 0; r < 7; r++) {
                double[] y = made.iq(0, r);
                for (int j = 0; j < 2000; j++) {
                    turns[2000 * r + j] = Math.atan2(y[2 * j + 1], y[2 * j]) / (2 * Math.PI) + 0.5;
                }
            }
            Statistics.kolmogorovSmirnov("phases", turns, turn -> Math.clamp(turn, 0, 1));
        }
    }

    /** Unwrapped phases of y over x. */
    private static double[] phases(double[] y, double[] x) {
        double[] out = new double[y.length / 2];
        double last = 0;
        for (int j = 0; j < out.length; j++) {
            double re = y[2 * j] * x[2 * j] + y[2 * j + 1] * x[2 * j + 1];
            double im = y[2 * j + 1] * x[2 * j] - y[2 * j] * x[2 * j + 1];
            last += Math.IEEEremainder(Math.atan2(im, re) - last, 2 * Math.PI);
            out[j] = last;
        }
        return out;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] out = new double[a.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = a[j] - b[j];
        }
        assertTrue(Signals.power(out) > 0);
        return out;
    }
}
