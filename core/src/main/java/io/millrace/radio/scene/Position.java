package io.millrace.radio.scene;

/**
 * How well time differences of arrival fix a position in the plane. Class: reproducible.
 *
 * <p>With weights w_i = 1/σ_i² of the times of arrival and the unknown time of transmission, Fisher's information about the position is
 * J = Σ w_i (u_i − ū)(u_i − ū)ᵀ/c², u_i the unit vectors and ū = Σ w_i u_i/Σ w_i: the same as HᵀC⁻¹H of the differences to any
 * reference receiver with their correlated covariance C (for equal weights C = I + 11ᵀ).
 */
public final class Position {
    private Position() {}

    /** √tr((HᵀC⁻¹H)⁻¹) over the receivers that hear; +∞ where they do not fix a position. */
    static double gdop(Link link) {
        return spread(link, false);
    }

    /**
     * The bound of Cramér and Rao on the root mean square error of the position in m, +∞ where there is none.
     *
     * <p>σ_i² = 1/(8π²β²·SNR_i·B·T): time of arrival of a known signal of root-mean-square bandwidth β, SNR in the bandwidth B,
     * over T seconds (Kay, <i>Estimation Theory</i>, 1993, section 3.11, with E/N₀ = SNR·B·T).
     *
     * @param beta β in Hz
     * @param energy B·T
     */
    public static double bound(Link link, double beta, double energy) {
        double unit = 8 * (Math.PI * beta) * (Math.PI * beta) * energy;
        return Scene.LIGHT * spread(link, true) / Math.sqrt(unit);
    }

    private static double spread(Link link, boolean weighted) {
        double sum = 0;
        double east = 0;
        double north = 0;
        for (int i = 0; i < link.count; i++) {
            double w = weight(link, i, weighted);
            sum += w;
            east += w * link.east[i];
            north += w * link.north[i];
        }
        east /= sum;
        north /= sum;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < link.count; i++) {
            double w = weight(link, i, weighted);
            double x = link.east[i] - east;
            double y = link.north[i] - north;
            xx += w * x * x;
            yy += w * y * y;
            xy += w * x * y;
        }
        double determinant = xx * yy - xy * xy;
        double trace = xx + yy;
        // below the rounding error of the determinant the receivers are in line
        return determinant > 1e-14 * trace * trace ? Math.sqrt(trace / determinant) : Double.POSITIVE_INFINITY;
    }

    private static double weight(Link link, int i, boolean weighted) {
        if (!link.heard[i]) {
            return 0;
        }
        return weighted ? StrictMath.pow(10, link.snr[i] / 10) : 1;
    }
}
