package io.millrace.radio.kernel;

/**
 * Filters that read a band-limited signal between its samples, in two stages: midpoints x(i + ½) of 36 samples, once for all who
 * read the signal; then, of samples and midpoints together, s[2i] = x(i), s[2i + 1] = x(i + ½), twelve: x((h + μ)/2) = Σ_k c_k·s[h + k − 5], 0 ≤
 * μ &lt; 1.
 *
 * <p>c_k = sinc(k − 5 − μ)·w((k − 5 − μ)/6), w Kaiser's window, β = 0.1102·(A − 8.7), A = 110 dB; those of midpoints the same of 36,
 * A = 105 dB: from 0 to 0.4 of the sample rate the error of gain and phase is below 2.5e-5 (−92 dB) (J. F. Kaiser, 1974; T. I. Laakso
 * et al., <i>Splitting the unit delay</i>, IEEE Signal Processing Magazine 13(1), 1996). Coefficients are tabulated at {@value #PHASES} fractions and
 * linear in between, which adds less than 1e-6. Class: reproducible.
 */
public final class FractionalDelay {
    /** Signals are read right up to this fraction of the sample rate. */
    public static final double BAND = 0.4;

    /** Coefficient that meets what is before the point, or at it. */
    public static final int BEFORE = FilterKernel.TAPS / 2 - 1;

    /** Filters that midpoints are the sum of. */
    public static final int PARTS = 3;

    /** Samples to either side of a midpoint that it is made from. */
    public static final int SIDE = PARTS * FilterKernel.TAPS / 2;

    /** Samples to either side of any point that its value depends on, at most. */
    public static final int REACH = SIDE + FilterKernel.TAPS / 4 + 3;

    /** Fractions of the table. */
    public static final int PHASES = 512;

    /** Row p, {@link FilterKernel#TAPS} coefficients: of the fraction p/{@value #PHASES}, p from 0 to {@value #PHASES}. */
    private static final float[] TABLE = table();

    private FractionalDelay() {}

    private static float[] table() {
        float[] table = new float[(PHASES + 1) * FilterKernel.TAPS];
        for (int p = 0; p <= PHASES; p++) {
            for (int k = 0; k < FilterKernel.TAPS; k++) {
                double x = k - BEFORE - (double) p / PHASES;
                table[p * FilterKernel.TAPS + k] = tap(x, FilterKernel.TAPS / 2, 110);
            }
        }
        return table;
    }

    /**
     * The coefficients of midpoints for {@link FilterKernel}, {@link #PARTS} times {@link FilterKernel#TAPS}: those of part p meet the samples from i −
     * 17 + 6p on and from i + 1 + 6p on.
     */
    public static float[] midpointTaps() {
        float[] taps = new float[PARTS * FilterKernel.TAPS];
        for (int k = 0; k < SIDE; k++) {
            taps[2 * k] = tap(SIDE - k - 0.5, SIDE, 105);
            taps[2 * k + 1] = tap(k + 0.5, SIDE, 105);
        }
        return taps;
    }

    private static float tap(double x, int half, double attenuation) {
        return (float) (sinc(x) * window(x / half, 0.1102 * (attenuation - 8.7)));
    }

    /** sin πx/(πx), exact at integers. */
    private static double sinc(double x) {
        if (x == Math.rint(x)) {
            return x == 0 ? 1 : 0;
        }
        return StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }

    /** I₀(β√(1 − x²))/I₀(β). */
    private static double window(double x, double beta) {
        double inside = 1 - x * x;
        return inside < 0 ? 0 : bessel(beta * Math.sqrt(inside)) / bessel(beta);
    }

    /** I₀(x) = Σ ((x/2)^k/k!)². */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 60; k++) {
            term *= x / 2 / k;
            sum += term * term;
        }
        return sum;
    }

    /** The table, row-major; a copy. */
    public static float[] tableCopy() {
        return TABLE.clone();
    }

    /** The coefficients at a fraction 0 ≤ μ &lt; 1. */
    public static void taps(double fraction, float[] out) {
        double position = fraction * PHASES;
        int row = (int) position;
        float rest = (float) (position - row);
        int at = row * FilterKernel.TAPS;
        for (int k = 0; k < FilterKernel.TAPS; k++) {
            float below = TABLE[at + k];
            out[k] = Math.fma(rest, TABLE[at + FilterKernel.TAPS + k] - below, below);
        }
    }
}
