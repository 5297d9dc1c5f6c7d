package io.millrace.radio.signal;

/**
 * The phase that a symbol has added t symbols after it began, q(t) from 0 to 1 over its span, and so that of a continuous-phase modulation
 * (J. B. Anderson, T. Aulin, C.-E. Sundberg, <i>Digital Phase Modulation</i>, 1986). Rectangular: q = t over one symbol. Gaussian of the
 * product BT: a rectangle of one symbol through the filter exp(−ln 2/2·(f/B)²), over {@value #GAUSSIAN_SPAN} symbols; with σ = √(ln 2)/(2π BT),
 *
 * <pre>q(t) = F(τ + ½) − F(τ − ½),   F(x) = xΦ(x/σ) + σφ(x/σ),   τ = t − {@value #GAUSSIAN_SPAN}/2</pre>
 *
 * <p>moved and scaled by 5e-5 for BT = 0.3 so as to begin at 0 and end at 1 (K. Murota, K. Hirade, <i>GMSK modulation for digital mobile
 * radio telephony</i>, IEEE Trans. Communications 29, 1981).
 */
public final class FrequencyPulse {
    /** Fractions of a symbol in tables. */
    static final int PHASES = 1024;

    /** Their number as a power of two. */
    public static final int PHASE_BITS = 10;

    /** Symbols of a Gaussian pulse. */
    static final int GAUSSIAN_SPAN = 4;

    private final int span;
    /** q at multiples of 1/{@value #PHASES}. */
    private final double[] phase;

    private FrequencyPulse(int span, double[] phase) {
        this.span = span;
        this.phase = phase;
    }

    static FrequencyPulse rectangular() {
        double[] phase = new double[PHASES + 1];
        for (int i = 0; i <= PHASES; i++) {
            phase[i] = (double) i / PHASES;
        }
        return new FrequencyPulse(1, phase);
    }

    static FrequencyPulse gaussian(double bandwidthTime) {
        double sigma = Math.sqrt(StrictMath.log(2)) / (2 * Math.PI * bandwidthTime);
        double[] integral = integral(sigma, (GAUSSIAN_SPAN + 1) * PHASES);
        double[] phase = new double[GAUSSIAN_SPAN * PHASES + 1];
        for (int i = 0; i < phase.length; i++) {
            phase[i] = integral[i + PHASES] - integral[i];
        }
        double first = phase[0];
        double whole = phase[phase.length - 1] - first;
        for (int i = 0; i < phase.length; i++) {
            phase[i] = (phase[i] - first) / whole;
        }
        return new FrequencyPulse(GAUSSIAN_SPAN, phase);
    }

    /** F at i/{@value #PHASES} from −count/2 on; Φ by Simpson's rule over each step, from eight σ or more below. */
    private static double[] integral(double sigma, int count) {
        double step = 1.0 / PHASES / sigma;
        double[] integral = new double[count + 1];
        int before = Math.max(0, (int) Math.ceil(8 / step) - count / 2);
        double phi = 0;
        for (int i = -before; i <= count; i++) {
            double x = (i - count / 2) * step;
            if (i >= 0) {
                integral[i] = sigma * (x * phi + density(x));
            }
            phi += step / 6 * (density(x) + 4 * density(x + step / 2) + density(x + step));
        }
        return integral;
    }

    private static double density(double x) {
        return StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** Symbols that a sample depends on, L. */
    int span() {
        return span;
    }

    /** ∫ (dq/dt)² dt. */
    double energy() {
        double energy = 0;
        for (int i = 1; i < phase.length; i++) {
            double slope = (phase[i] - phase[i - 1]) * PHASES;
            energy += slope * slope / PHASES;
        }
        return energy;
    }

    /** Row p, L values of 2⁻³² turns: q(p/{@value #PHASES} + L − 1 − k)·{@code turns}. */
    int[] table(double turns) {
        int[] table = new int[(PHASES + 1) * span];
        for (int p = 0; p <= PHASES; p++) {
            for (int k = 0; k < span; k++) {
                table[p * span + k] = (int) Math.round(phase[p + (span - 1 - k) * PHASES] * turns * 0x1p32);
            }
        }
        return table;
    }
}
