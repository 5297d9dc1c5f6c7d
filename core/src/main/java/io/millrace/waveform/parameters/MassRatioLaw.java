package io.millrace.waveform.parameters;

import io.millrace.math.Quadrature;

/**
 * Density ∝ (1 + q)^(2/5)·q^(−6/5), which the mass ratio q = m₂/m₁ has where both masses are uniform: bilby's
 * {@code UniformInComponentsMassRatio}.
 *
 * <p>With s = q^(−1/5) the density is (1 + s⁻⁵)^(2/5), smooth; its integral from 1 is a table, inverted by interpolation.
 * The relative error of q is below 1e-12.
 *
 * @param least a, from {@value #LEAST} on
 * @param most b ≤ 1, above a
 */
public record MassRatioLaw(double least, double most) implements Law.Inverted {
    static final String NAME = "uniform-in-components-mass-ratio";

    /** The smallest ratio. */
    public static final double LEAST = 1e-4;

    /** Checks the order. */
    public MassRatioLaw {
        Law.requireAscending(least, most);
        if (least < LEAST || most > 1) {
            throw new IllegalArgumentException("no mass ratio from " + least + " to " + most);
        }
    }

    /** Made at the first use. */
    private static final class Tables {
        /** h = 1.3e-3, h⁴/384 = 8e-15. */
        static final int INTERVALS = 4096;

        static final HermiteTable INTEGRAL = integral();
        static final HermiteTable ROOT = INTEGRAL.inverse();

        private static double density(double s) {
            double fifth = s * s * s * s * s;
            return StrictMath.pow(1 + 1 / fifth, 0.4);
        }

        private static HermiteTable integral() {
            double width = (root(LEAST) - 1) * (1 + 0x1p-40) / INTERVALS;
            double[] s = new double[INTERVALS + 1];
            double[] sum = new double[INTERVALS + 1];
            double[] slope = new double[INTERVALS + 1];
            for (int i = 0; i <= INTERVALS; i++) {
                s[i] = 1 + i * width;
                slope[i] = density(s[i]);
                sum[i] = i == 0 ? 0 : sum[i - 1] + Quadrature.gauss(Tables::density, s[i - 1], s[i]);
            }
            return new HermiteTable(s, sum, slope);
        }
    }

    private static double root(double q) {
        return StrictMath.pow(q, -0.2);
    }

    @Override
    public double quantile(double u) {
        double low = Tables.INTEGRAL.at(root(most));
        double high = Tables.INTEGRAL.at(root(least));
        double s = Tables.ROOT.at(Math.fma(u, low - high, high));
        return 1 / (s * s * s * s * s);
    }

    @Override
    public String text() {
        return PriorText.call(NAME, least, most);
    }
}
