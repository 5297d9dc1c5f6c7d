package io.millrace.waveform;

import io.millrace.math.Exp;
import io.millrace.math.Log;
import io.millrace.math.Turns;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import io.millrace.waveform.parameters.Units;

/**
 * The conditioning that LALSimulation's {@code SimInspiralFD} applies to a model of the frequency domain: it begins early enough
 * to have a tenth of the inspiral's duration for a cosine taper, and is shifted so that merger and ringdown do not wrap round.
 *
 * <pre>
 *   f_low    min(f_min, 1/(27πM)), the lowest frequency of an innermost stable orbit round a Kerr black hole
 *   t(f)     5M/(256η)·v⁻⁸·(1 + (743/252 + 11/3·η)v² + 226/15·χv³ + (3058673/508032 + 5429/504·η + 617/72·η²)v⁴), v = (πMf)^⅓
 *   f_start  (5M/(η·1.1·t(f_low)))^(3/8)/(8πM)
 *   taper    ½ − ½cos(π(k − k₀)/(k₁ − k₀)) on bins k₀ = round(f_start/δf) … k₁ − 1, k₁ = round(f_low/δf)
 *   shift    2π·27M for the plunge and 11 damping times, in whole samples of 1/(2f_nyquist); 0 for inspirals alone
 * </pre>
 *
 * Damping: E. Berti, V. Cardoso, C. Will 2006 (gr-qc/0512160), table VIII; spin of the remnant: W. Tichy, P. Marronetti 2008
 * (arXiv:0807.2985). Class reproducible.
 */
final class InspiralFd {
    private static final double EXTRA_TIME = 1.1;
    private static final double DAMPING_TIMES = 11;
    private static final double MOST_SPIN = 0.998;

    /** The frequency from which the model is to be made, in Hz. */
    double start;
    /** The first bin that is not zero. */
    int taperFrom;
    /** The first bin that is not tapered. */
    int taperTo;
    /** By how much the signal moves backwards, in s. */
    double shift;

    /**
     * Sets all.
     *
     * @param merger whether the model has a merger and a ringdown
     */
    void set(Point point, Domain domain, boolean merger) {
        double m1 = point.get(Parameter.MASS_1);
        double m2 = point.get(Parameter.MASS_2);
        double chi1 = point.get(Parameter.SPIN_1Z);
        double chi2 = point.get(Parameter.SPIN_2Z);
        double eta = m1 * m2 / ((m1 + m2) * (m1 + m2));
        double m = (m1 + m2) * Units.SUN_SECONDS;
        double low = Math.min(domain.minimum(), 1 / (27 * Math.PI * m));
        double time = EXTRA_TIME * inspiral(low, m, eta, Math.max(Math.abs(chi1), Math.abs(chi2)));
        start = power(5 * m / (eta * time), 0.375) / (8 * Math.PI * m);
        taperFrom = (int) Math.rint(start / domain.spacing());
        taperTo = (int) Math.rint(low / domain.spacing());
        shift = 0;
        if (merger) {
            double sample = 0.5 / nyquist(domain);
            double plunge = 2 * Math.PI * 9 * m * 3;
            shift = Math.rint((plunge + ringdown(m, remnant(chi1, chi2))) / sample) * sample;
        }
    }

    /** Tapers the amplitudes of bins {@code from … to − 1}. */
    void taper(int from, int to, double[] amplitude, int base) {
        int end = Math.min(to, taperTo);
        for (int bin = Math.max(from, taperFrom); bin < end; bin++) {
            double quarter = 0.5 * (bin - taperFrom) / (taperTo - taperFrom);
            amplitude[bin - base] *= 0.5 - 0.5 * Turns.cosOf(quarter);
        }
    }

    private static double inspiral(double f, double m, double eta, double chi) {
        double v = StrictMath.cbrt(Math.PI * m * f);
        double second = 743.0 / 252 + 11.0 / 3 * eta;
        double third = 226.0 / 15 * chi;
        double fourth = 3058673.0 / 508032 + 5429.0 / 504 * eta + 617.0 / 72 * eta * eta;
        double v2 = v * v;
        double v8 = v2 * v2 * v2 * v2;
        return 5 * m / (256 * eta) / v8 * (1 + (second + (third + fourth * v) * v) * v2);
    }

    private static double remnant(double chi1, double chi2) {
        double spin = Math.max(0.686 + 0.15 * (chi1 + chi2), Math.max(Math.abs(chi1), Math.abs(chi2)));
        return Math.min(spin, MOST_SPIN);
    }

    private static double ringdown(double m, double spin) {
        double omega = (1.5251 - 1.1568 * power(1 - spin, 0.1292)) / m;
        double quality = 0.7 + 1.4187 * power(1 - spin, -0.499);
        return DAMPING_TIMES * 2 * quality / omega;
    }

    /** x^y for x &gt; 0; unlike StrictMath's it allocates nothing. */
    private static double power(double x, double y) {
        return Exp.exp(y * Log.log(x));
    }

    /** f_max, or the next power of two times δf above it. */
    private static double nyquist(Domain domain) {
        long bins = Math.round(domain.maximum() / domain.spacing());
        return Long.bitCount(bins) == 1 ? domain.maximum() : Long.highestOneBit(bins) * 2 * domain.spacing();
    }
}
