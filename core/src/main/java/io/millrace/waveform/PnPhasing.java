package io.millrace.waveform;

import io.millrace.waveform.parameters.Units;
import java.util.Arrays;

/**
 * The phase of an inspiral in the stationary phase approximation, up to 3.5PN with aligned spins:
 *
 * <pre>
 *   φ(v) = 3/(128η) · v⁻⁵ · Σₙ (cₙ + lₙ·ln v)·vⁿ,   v = (πMf)^⅓,  n = 0 … 7
 * </pre>
 *
 * A. Buonanno et al. 2009 (arXiv:0907.0700) equation 3.18; spin-orbit terms: A. Bohé et al. 2013 (arXiv:1303.7412); spin-spin
 * terms to 3PN: C. Mishra et al. 2016 (arXiv:1601.05588). Black holes: quadrupoles as of Kerr. Class reproducible.
 */
final class PnPhasing {
    private static final double PI = Math.PI;
    private static final double LOG_4 = 1.3862943611198906;

    /** 3/(128η)·cₙ. */
    final double[] powers = new double[8];
    /** 3/(128η)·lₙ for n = 5. */
    double log5;
    /** 3/(128η)·lₙ for n = 6. */
    double log6;

    /**
     * Sets all.
     *
     * @param spinSpin3 whether the spin-spin terms of order 3PN are in: IMRPhenomD was calibrated without them
     */
    void set(Binary binary, boolean spinSpin3) {
        double eta = binary.eta;
        double[] c = powers;
        Arrays.fill(c, 0);
        c[0] = 1;
        c[2] = 5.0 / 9 * (743.0 / 84 + 11 * eta);
        c[3] = -16 * PI + orbit3(binary.heavy) * binary.chi1 + orbit3(binary.light) * binary.chi2;
        c[4] = 5.0 / 72 * (3058673.0 / 7056 + 5429.0 / 7 * eta + 617 * eta * eta) + spinSpin2(binary);
        double tail5 = 5.0 / 9 * (7729.0 / 84 - 13 * eta) * PI;
        double orbit5 = orbit5(binary.heavy) * binary.chi1 + orbit5(binary.light) * binary.chi2;
        c[5] = tail5 + orbit5;
        log5 = 3 * (tail5 + orbit5);
        log6 = -6848.0 / 21;
        c[6] = 11583231236531.0 / 4694215680.0
                - 640.0 / 3 * PI * PI
                + log6 * (Units.EULER + LOG_4)
                + eta * (-15737765635.0 / 3048192 + 2255.0 / 12 * PI * PI)
                + eta * eta * (76055.0 / 1728 - eta * 127825.0 / 1296)
                + PI * (orbit6(binary.heavy) * binary.chi1 + orbit6(binary.light) * binary.chi2);
        if (spinSpin3) {
            c[6] += spinSpin3(binary);
        }
        c[7] = PI * (77096675.0 / 254016 + 378515.0 / 1512 * eta - 74045.0 / 756 * eta * eta)
                + orbit7(binary.heavy, eta) * binary.chi1
                + orbit7(binary.light, eta) * binary.chi2;
        double leading = 3 / (128 * eta);
        for (int n = 0; n < c.length; n++) {
            c[n] *= leading;
        }
        log5 *= leading;
        log6 *= leading;
    }

    /** 3/(128η)·lₙ. */
    private double logarithm(int n) {
        return n == 5 ? log5 : n == 6 ? log6 : 0;
    }

    /** The coefficient of vⁿ where the logarithm of v is {@code log}. */
    double term(int n, double log) {
        return powers[n] + logarithm(n) * log;
    }

    /** φ(v). */
    double at(double v) {
        double log = StrictMath.log(v);
        double sum = powers[7];
        for (int n = 6; n >= 0; n--) {
            sum = sum * v + powers[n] + logarithm(n) * log;
        }
        return sum / (v * v * v * v * v);
    }

    private static double orbit3(double m) {
        return m * (25 + 38.0 / 3 * m);
    }

    private static double orbit5(double m) {
        double other = m * (1 - m);
        return -m * (13915.0 / 84 - other * 10 / 3 + m * (12760.0 / 81 + other * 170 / 9));
    }

    private static double orbit6(double m) {
        return m * (1490.0 / 3 + 260 * m);
    }

    private static double orbit7(double m, double eta) {
        return m
                * (-170978035.0 / 48384
                        + eta * (2876425.0 / 672 + eta * 4735.0 / 144)
                        + m * (-7189233785.0 / 1524096 + eta * (458555.0 / 3024 - eta * 5345.0 / 72)));
    }

    /** 2PN: both spins' mutual, quadrupole and self terms. */
    private static double spinSpin2(Binary b) {
        return -395.0 / 4 * b.eta * b.chi1 * b.chi2 - 405.0 / 8 * (square(b.heavy * b.chi1) + square(b.light * b.chi2));
    }

    /** 3PN: likewise. */
    private static double spinSpin3(Binary b) {
        return (32675.0 / 112 + 5575.0 / 18 * b.eta) * b.eta * b.chi1 * b.chi2
                + self3(b.heavy) * square(b.heavy * b.chi1)
                + self3(b.light) * square(b.light * b.chi2);
    }

    private static double self3(double m) {
        return 47035.0 / 84 - 410825.0 / 672 + m * (2935.0 / 6 - 1085.0 / 12 + m * (1255.0 / 36 - 120));
    }

    private static double square(double x) {
        return x * x;
    }
}
