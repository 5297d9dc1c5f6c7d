package io.millrace.waveform;

import io.millrace.waveform.domain.Domain;

/**
 * What kernels need of a domain's frequencies alone, computed once: powers and the logarithm of f in Hz. Bins below the first
 * one that a signal may have (and 0 Hz) hold no use. Arrays are readable {@value #SLACK} elements past the last bin.
 */
final class Grid {
    /** Elements that a kernel's last vector may reach past the end. */
    static final int SLACK = 16;

    /** f. */
    final double[] f;
    /** f^⅓. */
    final double[] third;
    /** f^(−5/3). */
    final double[] minusFiveThirds;
    /** ln f. */
    final double[] log;
    /** f^¾. */
    final double[] threeQuarters;
    /** 1/f. */
    final double[] inverse;
    /** f^(−7/6), times the weight of the bin. */
    final double[] amplitude;

    /**
     * Of a domain.
     *
     * @param weights that every amplitude is multiplied with, one a bin; null for none
     */
    Grid(Domain domain, double[] weights) {
        int bins = domain.bins();
        int length = bins + SLACK;
        f = new double[length];
        third = new double[length];
        minusFiveThirds = new double[length];
        log = new double[length];
        threeQuarters = new double[length];
        inverse = new double[length];
        amplitude = new double[length];
        for (int bin = 0; bin < length; bin++) {
            double frequency = bin < bins ? domain.frequency(bin) : 0;
            double x = frequency > 0 ? frequency : domain.maximum();
            double root = StrictMath.cbrt(x);
            f[bin] = x;
            third[bin] = root;
            minusFiveThirds[bin] = 1 / (x * root * root);
            log[bin] = StrictMath.log(x);
            threeQuarters[bin] = Math.sqrt(x) * Math.sqrt(Math.sqrt(x));
            inverse[bin] = 1 / x;
            double weight = weights == null ? 1 : bin < bins ? weights[bin] : 0;
            amplitude[bin] = weight / (x * Math.sqrt(root));
        }
    }
}
