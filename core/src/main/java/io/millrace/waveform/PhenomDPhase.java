package io.millrace.waveform;

import static io.millrace.waveform.PhenomDFits.ALPHA_1;
import static io.millrace.waveform.PhenomDFits.ALPHA_2;
import static io.millrace.waveform.PhenomDFits.ALPHA_3;
import static io.millrace.waveform.PhenomDFits.ALPHA_4;
import static io.millrace.waveform.PhenomDFits.ALPHA_5;
import static io.millrace.waveform.PhenomDFits.BETA_1;
import static io.millrace.waveform.PhenomDFits.BETA_2;
import static io.millrace.waveform.PhenomDFits.BETA_3;
import static io.millrace.waveform.PhenomDFits.SIGMA_1;
import static io.millrace.waveform.PhenomDFits.SIGMA_2;
import static io.millrace.waveform.PhenomDFits.SIGMA_3;
import static io.millrace.waveform.PhenomDFits.SIGMA_4;

import java.util.Arrays;

/**
 * The phase of IMRPhenomD in radians as functions of F = Mf (Khan et al. 2016, sections IV and VII), each piece continuous with
 * its neighbour in value and slope. Class reproducible.
 *
 * <pre>
 *   inspiral      PN(F) − π/4 + (σ₁F + ¾σ₂F^(4/3) + ⅗σ₃F^(5/3) + ½σ₄F²)/η          F &lt; 0.018
 *   intermediate  (β₁F − β₃/(3F³) + β₂·ln F)/η + C₁ + C₂F                            F &lt; f_ring/2
 *   ringdown      (α₁F − α₂/F + 4/3·α₃F^¾ + α₄·atan((F − α₅f_ring)/f_damp))/η + C₁' + C₂'F
 * </pre>
 */
final class PhenomDPhase {
    /** Where the inspiral ends. */
    static final double INSPIRAL_END = 0.018;

    /** Coefficients of x^(n−5), x = F^⅓. */
    final double[] inspiral = new double[12];
    /** Coefficients of ln x and x·ln x. */
    final double[] inspiralLog = new double[2];
    /** Of 1, F, ln F, F⁻³. */
    final double[] intermediate = new double[4];
    /** Of 1, F, 1/F, F^¾, and of the arc tangent of {@code (F − arcCentre)/arcWidth}. */
    final double[] ringdown = new double[5];
    /** α₅·f_ring. */
    double arcCentre;
    /** f_damp. */
    double arcWidth;
    /** f_ring/2. */
    double join;

    private final PnPhasing pn = new PnPhasing();
    /** C₂'. */
    private double joined;

    /** Sets all. */
    void set(Binary binary, Ringdown mode, double[] fits) {
        pn.set(binary, false);
        setInspiral(binary, fits);
        double eta = binary.eta;
        intermediate[0] = 0;
        intermediate[1] = fits[BETA_1] / eta;
        intermediate[2] = fits[BETA_2] / eta;
        intermediate[3] = -fits[BETA_3] / (3 * eta);
        ringdown[0] = 0;
        ringdown[1] = fits[ALPHA_1] / eta;
        ringdown[2] = -fits[ALPHA_2] / eta;
        ringdown[3] = 4.0 / 3 * fits[ALPHA_3] / eta;
        ringdown[4] = fits[ALPHA_4] / eta;
        arcCentre = fits[ALPHA_5] * mode.ring;
        arcWidth = mode.damp;
        join = 0.5 * mode.ring;
        connect();
    }

    private void setInspiral(Binary binary, double[] fits) {
        double[] c = inspiral;
        Arrays.fill(c, 0);
        double root = StrictMath.cbrt(Math.PI);
        double logRoot = StrictMath.log(root);
        double scale = 1 / (root * root * root * root * root);
        for (int n = 0; n < 8; n++) {
            c[n] = pn.term(n, logRoot) * scale;
            scale *= root;
        }
        c[5] -= Math.PI / 4;
        inspiralLog[0] = pn.log5;
        inspiralLog[1] = pn.log6 * root;
        c[8] = fits[SIGMA_1] / binary.eta;
        c[9] = 0.75 * fits[SIGMA_2] / binary.eta;
        c[10] = 0.6 * fits[SIGMA_3] / binary.eta;
        c[11] = 0.5 * fits[SIGMA_4] / binary.eta;
    }

    /** Chooses the constants and slopes by which each piece goes on where the one before ends. */
    private void connect() {
        double slope = inspiralSlope(INSPIRAL_END) - intermediateSlope(INSPIRAL_END);
        intermediate[1] += slope;
        intermediate[0] = inspiral(INSPIRAL_END) - intermediate(INSPIRAL_END);
        joined = intermediateSlope(join) - ringdownSlope(join);
        ringdown[1] += joined;
        ringdown[0] = intermediate(join) - ringdown(join);
    }

    /** The slope of the ringdown's own phase, without what joins it to the rest; at the peak it is the time shift t₀. */
    double rawSlope(double frequency) {
        return ringdownSlope(frequency) - joined;
    }

    /** The phase. */
    double at(double frequency) {
        return frequency < INSPIRAL_END
                ? inspiral(frequency)
                : frequency < join ? intermediate(frequency) : ringdown(frequency);
    }

    private double inspiral(double frequency) {
        double x = StrictMath.cbrt(frequency);
        double logX = StrictMath.log(x);
        double sum = inspiral[11];
        for (int n = 10; n >= 0; n--) {
            sum = sum * x + inspiral[n];
        }
        double x5 = x * x * frequency;
        return sum / x5 + logX * (inspiralLog[0] + inspiralLog[1] * x);
    }

    /** d/dF = (d/dx)/(3x²). */
    private double inspiralSlope(double frequency) {
        double x = StrictMath.cbrt(frequency);
        double logX = StrictMath.log(x);
        double sum = 6 * inspiral[11];
        for (int n = 10; n >= 0; n--) {
            sum = sum * x + (n - 5) * inspiral[n];
        }
        double x5 = x * x * frequency;
        double logs = inspiralLog[0] / x + inspiralLog[1] * (1 + logX);
        return (sum / (x5 * x) + logs) / (3 * x * x);
    }

    private double intermediate(double f) {
        double[] c = intermediate;
        return c[0] + c[1] * f + c[2] * StrictMath.log(f) + c[3] / (f * f * f);
    }

    private double intermediateSlope(double f) {
        double[] c = intermediate;
        return c[1] + c[2] / f - 3 * c[3] / (f * f * f * f);
    }

    private double ringdown(double f) {
        double[] c = ringdown;
        double arc = StrictMath.atan((f - arcCentre) / arcWidth);
        return c[0] + c[1] * f + c[2] / f + c[3] * (Math.sqrt(f) * Math.sqrt(Math.sqrt(f))) + c[4] * arc;
    }

    private double ringdownSlope(double f) {
        double[] c = ringdown;
        double y = (f - arcCentre) / arcWidth;
        return c[1] - c[2] / (f * f) + 0.75 * c[3] / Math.sqrt(Math.sqrt(f)) + c[4] / (arcWidth * (1 + y * y));
    }
}
