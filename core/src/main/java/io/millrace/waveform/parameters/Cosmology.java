package io.millrace.waveform.parameters;

import io.millrace.math.Quadrature;

/**
 * Distances in the cosmology of Planck 2015 (arXiv:1502.01589, table 4, last column) with the numbers of astropy's
 * {@code Planck15}, which bilby takes by default: flat, H₀ = 67.74 km/s/Mpc, Ω_m = 0.3075, T_CMB = 2.7255 K, N_eff = 3.046,
 * one neutrino of 0.06 eV and two without mass.
 *
 * <p>With x = 1 + z, E² = Ω_m·x³ + Ω_γ·x⁴·(1 + ν(x)) + Ω_Λ and
 * ν = 0.2271·N_eff/3·(2 + (1 + (0.3173·y/x)^1.83)^(1/1.83)), y = m_ν/(k·T_ν) (Komatsu et al. 2011, equations 25 and 26).
 * d_C = d_H·∫ dz/E, d_L = x·d_C. Class reproducible; relative errors of the tables: below 1e-12 from 20 Mpc on, 1e-10 below.
 */
final class Cosmology {
    /** The largest redshift of the tables is e^4.5 − 1 = 89. */
    private static final double MOST_LOG = 4.5;

    /** h = 5.5e-4 in ln(1 + z). */
    private static final int INTERVALS = 8192;

    /** c/H₀ in Mpc. */
    static final double HUBBLE_DISTANCE = 299792.458 / 67.74;

    private static final double MATTER = 0.3075;
    /** 4σT⁴/(c³·ρ_crit), with CODATA 2018's constants. */
    private static final double PHOTONS = 5.389263261651471e-05;
    /** y today, with T_ν = 0.7137658555036082·T_CMB. */
    private static final double NEUTRINO_MASS = 357.9121209673803;
    /** 7/8·(4/11)^(4/3). */
    private static final double NEUTRINO = 0.22710731766 * 3.046 / 3;

    private static final double KOMATSU_P = 1.83;
    private static final double KOMATSU_K = 0.3173;
    private static final double VACUUM = 1 - MATTER - PHOTONS * (1 + neutrinos(1));

    /** Luminosity distance from comoving distance, Mpc. */
    static final HermiteTable LUMINOSITY = luminosity();
    /** Comoving distance from luminosity distance, Mpc. */
    static final HermiteTable COMOVING = LUMINOSITY.inverse();

    private Cosmology() {}

    private static double neutrinos(double x) {
        double massive = StrictMath.pow(1 + StrictMath.pow(KOMATSU_K * NEUTRINO_MASS / x, KOMATSU_P), 0.54644808743);
        return NEUTRINO * (2 + massive);
    }

    /** E = H(z)/H₀ at x = 1 + z. */
    static double expansion(double x) {
        double radiation = PHOTONS * x * (1 + neutrinos(x));
        return Math.sqrt(Math.fma(x * x * x, MATTER + radiation, VACUUM));
    }

    /** dd_C/d ln x, in Hubble distances. */
    private static double density(double logX) {
        double x = StrictMath.exp(logX);
        return x / expansion(x);
    }

    private static HermiteTable luminosity() {
        double[] comoving = new double[INTERVALS + 1];
        double[] luminosity = new double[INTERVALS + 1];
        double[] slope = new double[INTERVALS + 1];
        for (int i = 0; i <= INTERVALS; i++) {
            double logX = MOST_LOG * i / INTERVALS;
            double x = StrictMath.exp(logX);
            if (i > 0) {
                double before = MOST_LOG * (i - 1) / INTERVALS;
                comoving[i] = comoving[i - 1] + HUBBLE_DISTANCE * Quadrature.gauss(Cosmology::density, before, logX);
            }
            luminosity[i] = x * comoving[i];
            // dd_L/dd_C = x + d_C·dz/dd_C
            slope[i] = Math.fma(comoving[i] / HUBBLE_DISTANCE, expansion(x), x);
        }
        return new HermiteTable(comoving, luminosity, slope);
    }
}
