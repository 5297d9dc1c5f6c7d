package io.millrace.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import org.junit.jupiter.api.Test;

/**
 * Differences of time and of frequency between the receivers of one transmission, read from the samples.
 *
 * <p>Two records of constant envelope are alike where |Σ y[n] x*(n − D)| is largest, and exactly there, for each summand has the same
 * modulus.
 */
class DelayLawTest {
    private static final long SEED = 20261203;
    private static final double RATE = 50_000;
    private static final int REACH = 48;
    private static final String CLEAN = "noise=false fading=none multipath=none frequency-offset-hz=0 ";

    /** x(t) between samples: a sinc of 48 zeros to each side under Hann's window. */
    private static void read(double[] x, double t, double[] out) {
        int whole = (int) Math.floor(t);
        out[0] = 0;
        out[1] = 0;
        for (int k = whole - REACH + 1; k <= whole + REACH; k++) {
            double u = t - k;
            double sinc = u == 0 ? 1 : Math.sin(Math.PI * u) / (Math.PI * u);
            double c = sinc * (0.5 + 0.5 * Math.cos(Math.PI * u / REACH));
            out[0] += c * x[2 * k];
            out[1] += c * x[2 * k + 1];
        }
    }

    private static double likeness(double[] y, double[] x, int from, int to, double delay) {
        double re = 0;
        double im = 0;
        double[] at = new double[2];
        for (int n = from; n < to; n++) {
            read(x, n - delay, at);
            re += y[2 * n] * at[0] + y[2 * n + 1] * at[1];
            im += y[2 * n + 1] * at[0] - y[2 * n] * at[1];
        }
        return Math.hypot(re, im);
    }

    /** D of y[n] ~ x(n − D), n from {@code from} to {@code to}, near a guess: the tops of ever narrower parabolas. */
    private static double delay(double[] y, double[] x, int from, int to, double guess) {
        double best = guess;
        for (double step = 0.5; step > 0.01; step /= 4) {
            for (int tries = 0; tries < 20; tries++) {
                double a = likeness(y, x, from, to, best - step);
                double b = likeness(y, x, from, to, best);
                double c = likeness(y, x, from, to, best + step);
                double move = b >= a && b >= c ? (a - c) / (a - 2 * b + c) / 2 : c > a ? 1 : -1;
                best += move * step;
                if (Math.abs(move) <= 0.5) {
                    break;
                }
            }
        }
        return best;
    }

    /** Turned back by a frequency. */
    private static double[] turned(double[] y, double frequency) {
        double[] out = new double[y.length];
        for (int n = 0; n < y.length / 2; n++) {
            double angle = -2 * Math.PI * (frequency * n / RATE % 1);
            out[2 * n] = y[2 * n] * Math.cos(angle) - y[2 * n + 1] * Math.sin(angle);
            out[2 * n + 1] = y[2 * n] * Math.sin(angle) + y[2 * n + 1] * Math.cos(angle);
        }
        return out;
    }

    /** (d_i − d_0)/c within 0.02 samples, 0.4 µs, by distances that are computed here. */
    @Test
    void arrivalsDifferByTheWayOfLight() {
        try (Signals made = Signals.of(CLEAN + "samples=2000 lo-error-ppm=0 doppler-hz=0", SEED, 3)) {
            for (int i = 0; i < 3; i++) {
                double first = Geodesy.distance(made, i, Geodesy.receiver(made, 0)) / Geodesy.LIGHT;
                assertEquals(first, made.get("delay_s", i, 0), 1e-12);
                double[] x = made.iq(i, 0);
                for (int r = 1; r < 7; r++) {
                    double way = Geodesy.distance(made, i, Geodesy.receiver(made, r)) / Geodesy.LIGHT;
                    assertEquals(way, made.get("delay_s", i, r), 1e-12);
                    double expected = (way - first) * RATE;
                    double guess = Math.rint(expected);
                    assertEquals(expected, delay(made.iq(i, r), x, 200, 1500, guess), 0.02, i + ", " + r);
                }
            }
        }
    }

    /** Clocks are off by a normal error, which the samples have too. */
    @Test
    void clocksShiftArrivals() {
        String settings = CLEAN + "samples=1500 lo-error-ppm=0 doppler-hz=0 clock-error-s=0.0001";
        double[] errors = new double[7 * 40];
        try (Signals made = Signals.of(settings, SEED, 40)) {
            for (int k = 0; k < errors.length; k++) {
                double way = Geodesy.distance(made, k / 7, Geodesy.receiver(made, k % 7)) / Geodesy.LIGHT;
                errors[k] = (made.get("delay_s", k / 7, k % 7) - way) / 1e-4;
            }
            double expected = (made.get("delay_s", 0, 3) - made.get("delay_s", 0, 5)) * RATE;
            assertEquals(expected, delay(made.iq(0, 3), made.iq(0, 5), 200, 1300, Math.rint(expected)), 0.02);
        }
        Statistics.kolmogorovSmirnov("clock errors", errors, Statistics::normal);
    }

    /**
     * With paths y = Σ g_l·x(n − τ_l): made here from the record of one path, the gains and the delays. The signal begins before the
     * latest path's arrival, so that with more paths it is the later part of the same one.
     */
    @Test
    void pathsAddUp() {
        String settings = CLEAN + "samples=1500 lo-error-ppm=0 doppler-hz=0 ";
        try (Signals one = Signals.of(settings, SEED, 2);
                Signals made = Signals.of(settings + "multipath=exponential paths=4 delay-spread-s=0.0001", SEED, 2)) {
            for (int k = 0; k < 14; k++) {
                int i = k / 7;
                int r = k % 7;
                double[] x = one.iq(i, r);
                double[] y = made.iq(i, r);
                double re0 = one.get("path_gain", i, 2 * r);
                double im0 = one.get("path_gain", i, 2 * r + 1);
                double scale = Math.sqrt(Signals.power(x));
                double later = Math.ceil(latest(made, i)) - Math.ceil(latest(one, i));
                double[] at = new double[2];
                for (int n = 300; n < 1000; n += 7) {
                    double re = 0;
                    double im = 0;
                    for (int l = 0; l < 4; l++) {
                        double gRe = made.get("path_gain", i, 2 * (4 * r + l));
                        double gIm = made.get("path_gain", i, 2 * (4 * r + l) + 1);
                        double turnRe = gRe * re0 + gIm * im0;
                        double turnIm = gIm * re0 - gRe * im0;
                        read(x, n + later - made.get("path_delay_s", i, 4 * r + l) * RATE, at);
                        re += turnRe * at[0] - turnIm * at[1];
                        im += turnRe * at[1] + turnIm * at[0];
                    }
                    assertEquals(re, y[2 * n], 1e-3 * scale);
                    assertEquals(im, y[2 * n + 1], 1e-3 * scale);
                }
            }
        }
    }

    private static double latest(Signals made, int i) {
        int paths = made.spec().channel().count();
        double latest = 0;
        for (int k = 0; k < 7 * paths; k++) {
            double delay = made.get("delay_s", i, k / paths) + made.get("path_delay_s", i, k);
            latest = Math.max(latest, delay * RATE);
        }
        return latest;
    }

    /** A carrier's frequency at a receiver is cfo_hz + doppler_hz: errors of oscillators uniform, offsets the transmitter's own. */
    @Test
    void frequenciesDifferByOscillatorsAndMotion() {
        String settings =
                "noise=false fading=none multipath=none deviation-hz=0 samples=4000 lo-error-ppm=5 doppler-hz=300";
        double[] errors = new double[7 * 10];
        try (Signals made = Signals.of(settings + " frequency-offset-hz=1000", SEED, 10);
                Signals own = Signals.of(settings + " frequency-offset-hz=0", SEED, 10)) {
            for (int k = 0; k < errors.length; k++) {
                int i = k / 7;
                int r = k % 7;
                double expected = made.get("cfo_hz", i, r) + made.get("doppler_hz", i, r);
                assertEquals(expected, frequency(made.iq(i, r)), 1e-3);
                errors[k] = own.get("cfo_hz", i, r) / (5e-6 * 145e6);
                double offset = made.get("cfo_hz", i, r) - own.get("cfo_hz", i, r);
                assertEquals(made.get("cfo_hz", i, 0) - own.get("cfo_hz", i, 0), offset, 1e-9);
                assertTrue(Math.abs(offset) <= 1000);
            }
        }
        Statistics.kolmogorovSmirnov("oscillators", errors, error -> Math.clamp((error + 1) / 2, 0, 1));
    }

    /** Of a tone: the slope of its unwrapped phase by least squares. */
    private static double frequency(double[] y) {
        int count = y.length / 2;
        double phase = 0;
        double sum = 0;
        for (int n = 1; n < count; n++) {
            double re = y[2 * n] * y[2 * n - 2] + y[2 * n + 1] * y[2 * n - 1];
            double im = y[2 * n + 1] * y[2 * n - 2] - y[2 * n] * y[2 * n - 1];
            phase += Math.atan2(im, re);
            sum += phase * (n - (count - 1) / 2.0);
        }
        double squares = (double) count * ((double) count * count - 1) / 12;
        return sum / squares * RATE / (2 * Math.PI);
    }

    /** The dopplers of all receivers are those of one velocity: v·u_r·f_c/c, u_r computed here. */
    @Test
    void oneMotionForAllReceivers() {
        try (Signals made = Signals.of("samples=1 doppler-hz=80", SEED, 20)) {
            for (int i = 0; i < 20; i++) {
                double ee = 0;
                double en = 0;
                double nn = 0;
                double fe = 0;
                double fn = 0;
                for (int r = 0; r < 7; r++) {
                    double[] u = Geodesy.direction(made, i, Geodesy.receiver(made, r));
                    double f = made.get("doppler_hz", i, r);
                    ee += u[0] * u[0];
                    en += u[0] * u[1];
                    nn += u[1] * u[1];
                    fe += f * u[0];
                    fn += f * u[1];
                }
                double east = (fe * nn - fn * en) / (ee * nn - en * en);
                double north = (fn * ee - fe * en) / (ee * nn - en * en);
                assertEquals(80, Math.hypot(east, north), 1e-6);
                for (int r = 0; r < 7; r++) {
                    double[] u = Geodesy.direction(made, i, Geodesy.receiver(made, r));
                    assertEquals(east * u[0] + north * u[1], made.get("doppler_hz", i, r), 1e-6);
                }
            }
        }
    }

    /** A slow oscillator, which sees the carrier at +ε·f_c, takes its samples 1 + ε apart: the signal runs ahead by ε·n samples. */
    @Test
    void clocksDriftWithTheirCarriers() {
        drifts("lo-error-ppm=100 doppler-hz=0 carrier-hz=30000000", "cfo_hz", 30e6);
    }

    /** Who comes nearer at +f_D is heard ever earlier: by f_D/f_c·n samples. */
    @Test
    void delaysShrinkWithMotion() {
        drifts("lo-error-ppm=0 doppler-hz=300 carrier-hz=1000000", "doppler_hz", 1e6);
    }

    private static void drifts(String settings, String shift, double carrier) {
        double largest = 0;
        try (Signals made = Signals.of(CLEAN + "modulation=fm-dual-tone samples=20000 " + settings, SEED, 2)) {
            for (int i = 0; i < 2; i++) {
                double[] x = turned(made.iq(i, 0), made.get(shift, i, 0));
                for (int r = 1; r < 7; r += 2) {
                    double[] y = turned(made.iq(i, r), made.get(shift, i, r));
                    double start = (made.get("delay_s", i, r) - made.get("delay_s", i, 0)) * RATE;
                    double slope = -(made.get(shift, i, r) - made.get(shift, i, 0)) / carrier;
                    largest = Math.max(largest, Math.abs(18_500 * slope));
                    for (int middle : new int[] {1000, 18_500}) {
                        double expected = start + middle * slope;
                        assertEquals(
                                expected,
                                delay(y, x, middle - 300, middle + 300, expected + 0.3),
                                0.02,
                                i + ", " + r + " at " + middle);
                    }
                }
            }
        }
        assertTrue(largest > 1);
    }
}
