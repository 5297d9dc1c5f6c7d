package io.millrace.waveform;

import static io.millrace.waveform.PhenomDFits.GAMMA_1;
import static io.millrace.waveform.PhenomDFits.GAMMA_2;
import static io.millrace.waveform.PhenomDFits.GAMMA_3;
import static io.millrace.waveform.PhenomDFits.RHO_1;
import static io.millrace.waveform.PhenomDFits.RHO_2;
import static io.millrace.waveform.PhenomDFits.RHO_3;
import static io.millrace.waveform.PhenomDFits.V_2;

/**
 * The amplitude of IMRPhenomD (Khan et al. 2016, section V) as functions of F = Mf, in units of the prefactor
 * {@code A₀ = √(2η/3)·π^(−1/6)·F^(−7/6)}. Class reproducible.
 *
 * <pre>
 *   inspiral      Σ aₙF^(n/3), n = 0 … 9: PN to n = 6, then ρ₁, ρ₂, ρ₃                 F &lt; 0.014
 *   intermediate  the polynomial of degree 4 that meets its neighbours with their slopes and is v₂ half-way
 *   ringdown      γ₁γ₃f_damp/((F − f_ring)² + (γ₃f_damp)²)·e^(−γ₂(F − f_ring)/(γ₃f_damp))   F ≥ f_peak
 * </pre>
 */
final class PhenomDAmplitude {
    /** Where the inspiral ends. */
    static final double INSPIRAL_END = 0.014;

    private static final double PI = Math.PI;
    private static final double PI_THIRD = StrictMath.cbrt(PI);

    /** a₀ … a₉. */
    final double[] inspiral = new double[10];
    /** Coefficients of F⁰ … F⁴. */
    final double[] intermediate = new double[5];
    /** Where the ringdown begins: the maximum of its amplitude. */
    double peak;
    /** γ₁γ₃f_damp/(γ₃f_damp)². */
    double ringHeight;
    /** γ₃f_damp. */
    double ringWidth;
    /** γ₂/(γ₃f_damp). */
    double ringDecay;

    private double ring;

    /** Sets all. */
    void set(Binary binary, Ringdown ringdown, double[] fits) {
        setInspiral(binary, fits);
        ring = ringdown.ring;
        ringWidth = ringdown.damp * fits[GAMMA_3];
        ringDecay = fits[GAMMA_2] / ringWidth;
        ringHeight = fits[GAMMA_1] / ringWidth;
        double gamma = fits[GAMMA_2];
        double shift = gamma >= 1 ? -1 : Math.sqrt(1 - gamma * gamma) - 1;
        peak = Math.abs(ring + ringWidth * shift / gamma);
        setIntermediate(fits[V_2]);
    }

    private void setInspiral(Binary b, double[] fits) {
        double eta = b.eta;
        double delta = b.delta;
        double x1 = b.chi1;
        double x2 = b.chi2;
        double q1 = x1 * x1;
        double q2 = x2 * x2;
        double squares = q1 + q2 + delta * (q1 - q2);
        double sum = x1 + x2;
        double difference = x1 - x2;
        double[] a = inspiral;
        a[0] = 1;
        a[1] = 0;
        a[2] = (-969 + 1804 * eta) * PI_THIRD * PI_THIRD / 672;
        a[3] = (81 * (sum + delta * difference) - 44 * eta * sum) * PI / 48;
        a[4] = (-27312085.0
                        - 10287648.0 * squares
                        + 24 * eta * (-1975055.0 + 857304.0 * (q1 + q2) - 994896.0 * x1 * x2)
                        + 35371056.0 * eta * eta)
                * (PI * PI_THIRD)
                / 8128512.0;
        a[5] = (285197.0 * (sum + delta * difference)
                        - 4 * eta * (91902.0 * sum + 1579.0 * delta * difference)
                        - 35632.0 * eta * eta * sum
                        + 42840.0 * (4 * eta - 1) * PI)
                * (PI * PI_THIRD * PI_THIRD)
                / 32256.0;
        a[6] = sixth(eta, delta, x1, x2);
        a[7] = fits[RHO_1];
        a[8] = fits[RHO_2];
        a[9] = fits[RHO_3];
    }

    private static double sixth(double eta, double delta, double x1, double x2) {
        double q1 = x1 * x1;
        double q2 = x2 * x2;
        double sum = x1 + x2;
        double first = -177520268561.0
                + 107414046432.0 * (q1 + q2 + delta * (q1 - q2))
                + 11087290368.0 * (sum + delta * (x1 - x2)) * PI;
        double second = -545384828789.0
                - 176491177632.0 * x1 * x2
                + 202603761360.0 * (q1 + q2)
                + 77287373856.0 * delta * (q1 - q2)
                + 5841690624.0 * sum * PI
                + 21384760320.0 * PI * PI;
        double third = -3248849057.0 + 2943675504.0 * (q1 + q2) - 3339284256.0 * x1 * x2;
        double all = -7 * first + eta * (12 * second + eta * (-336 * third - 324322727232.0 * eta));
        return -PI * PI * all / 60085960704.0;
    }

    private double inspiral(double x) {
        double sum = inspiral[9];
        for (int n = 8; n >= 0; n--) {
            sum = sum * x + inspiral[n];
        }
        return sum;
    }

    /** d/dF at F = x³. */
    private double inspiralSlope(double x) {
        double sum = 9 * inspiral[9];
        for (int n = 8; n >= 1; n--) {
            sum = sum * x + n * inspiral[n];
        }
        return sum / (3 * x * x);
    }

    /**
     * Hermite's interpolation on the nodes f₁, f₁, f₂, f₃, f₃ by divided differences in t = F − f₁, then expanded in powers of F.
     * The value half-way is v₂.
     */
    private void setIntermediate(double half) {
        double f1 = INSPIRAL_END;
        double x1 = StrictMath.cbrt(f1);
        double width = peak - f1;
        double offset = (peak - ring) / ringWidth;
        double lorentz = 1 + offset * offset;
        double value3 = ringHeight / lorentz * StrictMath.exp(-ringDecay * (peak - ring));
        double slope3 = value3 * (-ringDecay - 2 * offset / (ringWidth * lorentz));
        double value1 = inspiral(x1);
        double slope1 = inspiralSlope(x1);
        double h = 0.5 * width;
        double d12 = (half - value1) / h;
        double d23 = (value3 - half) / h;
        double d112 = (d12 - slope1) / h;
        double d123 = (d23 - d12) / width;
        double d233 = (slope3 - d23) / h;
        double d1123 = (d123 - d112) / width;
        double d1233 = (d233 - d123) / width;
        double d11233 = (d1233 - d1123) / width;
        double[] c = intermediate;
        c[0] = d11233;
        c[1] = c[2] = c[3] = c[4] = 0;
        multiply(c, 1, peak, d1123);
        multiply(c, 2, f1 + h, d112);
        multiply(c, 3, f1, slope1);
        multiply(c, 4, f1, value1);
    }

    /** Makes the polynomial c of that degree less one into c·(F − root) + constant. */
    private static void multiply(double[] c, int degree, double root, double constant) {
        for (int n = degree; n > 0; n--) {
            c[n] = c[n - 1] - root * c[n];
        }
        c[0] = constant - root * c[0];
    }
}
