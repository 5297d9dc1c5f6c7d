package io.millrace.radio.scene;

/**
 * How well time differences of arrival fix a position in the plane. Class: reproducible.
 *
 * <p>With weights w_i = 1/σ_i² of the times of arrival and the unknown time of transmission, Fisher's information about the position is
 * J = Σ w_i (u_i − ū)(u_i − ū)ᵀ/c², u_i the unit vectors and ū = Σ w_i u_i/Σ w_i: the same as HᵀC⁻¹H of the differences to any
 * reference receiver with their correlated covariance C (for equal weights C = I + 11ᵀ).
 */
public final class Position {
    /** A hundred times the rounding error of a component. */
    private static final double ROUNDING = 1e-14;

    private Position() {}

    /** √tr((HᵀC⁻¹H)⁻¹) over the receivers that hear; +∞ where they do not fix a position. */
    static double gdop(Link link) {
        double[] weights = new double[link.count];
        for (int i = 0; i < link.count; i++) {
            weights[i] = link.heard[i] ? 1 : 0;
        }
        return spread(link, weights);
    }

    /**
     * The bound of Cramér and Rao on the root mean square error of the position in m, +∞ where there is none.
     *
     * <p>σ_i² = 1/(8π²β²·SNR_i·B·T) + σ_c²: time of arrival of a known signal of root-mean-square bandwidth β, SNR in the bandwidth B,
     * over T seconds (Kay, <i>Estimation Theory</i>, 1993, section 3.11, with E/N₀ = SNR·B·T), by a clock of its own.
     *
     * @param beta β in Hz
     * @param energy B·T
     * @param clock σ_c in s
     */
    public static double bound(Link link, double beta, double energy, double clock) {
        double unit = 8 * (Math.PI * beta) * (Math.PI * beta) * energy;
        double[] weights = new double[link.count];
        for (int i = 0; i < link.count; i++) {
            double noise = 1 / (unit * StrictMath.pow(10, link.snr[i] / 10));
            weights[i] = link.heard[i] ? 1 / (noise + clock * clock) : 0;
        }
        return Scene.LIGHT * spread(link, weights);
    }

    /** The determinant is Σ w_i w_j (v_i × v_j)² over pairs (Cauchy and Binet), of v = u − ū: no difference of large products. */
    private static double spread(Link link, double[] weights) {
        double sum = 0;
        double east = 0;
        double north = 0;
        for (int i = 0; i < link.count; i++) {
            sum += weights[i];
            east += weights[i] * link.east[i];
            north += weights[i] * link.north[i];
        }
        east /= sum;
        north /= sum;
        double trace = 0;
        double determinant = 0;
        for (int i = 0; i < link.count; i++) {
            double x = link.east[i] - east;
            double y = link.north[i] - north;
            trace += weights[i] * (x * x + y * y);
            for (int j = 0; j < i; j++) {
                double otherX = link.east[j] - east;
                double otherY = link.north[j] - north;
                double cross = x * otherY - y * otherX;
                double size = Math.abs(x) + Math.abs(y) + Math.abs(otherX) + Math.abs(otherY);
                // ū is rounded, so smaller ones are of vectors in line
                determinant += Math.abs(cross) > ROUNDING * size ? weights[i] * weights[j] * (cross * cross) : 0;
            }
        }
        return determinant > 0 ? Math.sqrt(trace / determinant) : Double.POSITIVE_INFINITY;
    }
}
