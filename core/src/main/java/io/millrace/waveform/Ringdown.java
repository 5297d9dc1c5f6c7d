package io.millrace.waveform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The quasi-normal mode l = m = 2, n = 0 of the black hole that a binary leaves.
 *
 * <p>Final spin and radiated energy: S. Husa et al. 2016 (arXiv:1508.07250), equations 3.6 and 3.8. Frequency and damping of a
 * Kerr black hole come from a table over the spin (the data that LALSimulation ships), by a natural cubic spline. Class reproducible.
 */
final class Ringdown {
    private static final double[] SPIN;
    private static final double[] RING;
    private static final double[] DAMP;
    private static final double[] RING_CURVATURE;
    private static final double[] DAMP_CURVATURE;

    static {
        List<double[]> rows = table();
        SPIN = column(rows, 0);
        RING = column(rows, 1);
        DAMP = column(rows, 2);
        RING_CURVATURE = curvature(SPIN, RING);
        DAMP_CURVATURE = curvature(SPIN, DAMP);
    }

    /** M·f of the mode, M the binary's initial mass. */
    double ring;
    /** M·f of its damping. */
    double damp;

    /** Sets both. */
    void set(Binary binary) {
        double spin = finalSpin(binary);
        double mass = 1 - radiated(binary);
        int interval = interval(spin);
        ring = spline(RING, RING_CURVATURE, interval, spin) / mass;
        damp = spline(DAMP, DAMP_CURVATURE, interval, spin) / mass;
    }

    /** Dimensionless spin of the final black hole. */
    static double finalSpin(Binary binary) {
        double eta = binary.eta;
        double s = square(binary.delta + 1) / 4 * binary.chi1 + square(1 - binary.delta) / 4 * binary.chi2;
        double straight =
                3.4641016151377544 + eta * (-4.399247300629289 + eta * (9.397292189321194 - eta * 13.180949901606242));
        double first = 1 / eta - 0.0850917821418767 - 5.837029316602263 * eta;
        double second = 0.1014665242971878 - 2.0967746996832157 * eta;
        double third = -1.3546806617824356 + 4.108962025369336 * eta;
        double fourth = -0.8676969352555539 + 2.064046835273906 * eta;
        return eta * (straight + s * (first + s * (second + s * (third + s * fourth))));
    }

    /** Energy radiated, as a part of the initial mass. */
    static double radiated(Binary binary) {
        double eta = binary.eta;
        double m1 = square(binary.delta + 1) / 4;
        double m2 = square(1 - binary.delta) / 4;
        double s = (m1 * binary.chi1 + m2 * binary.chi2) / (m1 + m2);
        double straight = eta
                * (0.055974469826360077
                        + eta * (0.5809510763115132 + eta * (-0.9606726679372312 + eta * 3.352411249771192)));
        double above = 1 + (-0.0030302335878845507 + eta * (-2.0066110851351073 + eta * 7.7050567802399215)) * s;
        double below = 1 + (-0.6714403054720589 + eta * (-1.4756929437702908 + eta * 7.304676214885011)) * s;
        return straight * above / below;
    }

    private static double square(double x) {
        return x * x;
    }

    private static int interval(double spin) {
        int low = 0;
        int high = SPIN.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (SPIN[middle] <= spin) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double spline(double[] y, double[] curvature, int i, double x) {
        double width = SPIN[i + 1] - SPIN[i];
        double a = (SPIN[i + 1] - x) / width;
        double b = (x - SPIN[i]) / width;
        double bend = (a * a * a - a) * curvature[i] + (b * b * b - b) * curvature[i + 1];
        return a * y[i] + b * y[i + 1] + bend * width * width / 6;
    }

    /** Second derivatives of the natural cubic spline, by the tridiagonal system's elimination. */
    private static double[] curvature(double[] x, double[] y) {
        int n = x.length;
        double[] second = new double[n];
        double[] right = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double part = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1]);
            double pivot = part * second[i - 1] + 2;
            second[i] = (part - 1) / pivot;
            double bend = (y[i + 1] - y[i]) / (x[i + 1] - x[i]) - (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
            right[i] = (6 * bend / (x[i + 1] - x[i - 1]) - part * right[i - 1]) / pivot;
        }
        second[n - 1] = 0;
        for (int i = n - 2; i >= 0; i--) {
            second[i] = second[i] * second[i + 1] + right[i];
        }
        return second;
    }

    private static List<double[]> table() {
        try (InputStream in = Ringdown.class.getResourceAsStream("qnm_l2m2n0.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("final_spin"))
                    .map(line -> {
                        String[] cells = line.split(",");
                        return new double[] {
                            Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2])
                        };
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the table of quasi-normal modes cannot be read", e);
        }
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }
}
