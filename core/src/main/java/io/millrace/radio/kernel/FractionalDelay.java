package io.millrace.radio.kernel;

/**
 * Filters that read a band-limited signal between its samples: x(i + μ) = Σ_k c_k·x[i + k − 15], 0 ≤ μ &lt; 1.
 *
 * <p>c_k = sinc(k − 15 − μ)·w((k − 15 − μ)/16), Kaiser's window with β = 0.1102·(A − 8.7), A = 100 dB, 32 coefficients: from 0 to 0.4 of
 * the sample rate the error of gain and phase is below 3e-5 (−90 dB) (J. F. Kaiser, 1974; T. I. Laakso et al., <i>Splitting the unit
 * delay</i>, IEEE Signal Processing Magazine 13(1), 1996). Coefficients are tabulated at {@value #PHASES} fractions and linear in
 * between, which adds less than 1e-6. Class: reproducible.
 */
public final class FractionalDelay {
    /** Signals are read right up to this fraction of the sample rate. */
    public static final double BAND = 0.4;

    /** Coefficient that meets the sample before the point, or at it. */
    public static final int BEFORE = DelayKernel.TAPS / 2 - 1;

    /** Fractions of the table. */
    public static final int PHASES = 1024;

    private static final double BETA = 0.1102 * (100 - 8.7);

    /** Row p, {@link DelayKernel#TAPS} coefficients: of the fraction p/{@value #PHASES}, p from 0 to {@value #PHASES}. */
    private static final float[] TABLE = table();

    private FractionalDelay() {}

    private static float[] table() {
        float[] table = new float[(PHASES + 1) * DelayKernel.TAPS];
        for (int p = 0; p <= PHASES; p++) {
            for (int k = 0; k < DelayKernel.TAPS; k++) {
                double x = k - BEFORE - (double) p / PHASES;
                table[p * DelayKernel.TAPS + k] = (float) (sinc(x) * window(x / (DelayKernel.TAPS / 2)));
            }
        }
        return table;
    }

    /** sin πx/(πx), exact at integers. */
    private static double sinc(double x) {
        if (x == Math.rint(x)) {
            return x == 0 ? 1 : 0;
        }
        return StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }

    /** I₀(β√(1 − x²))/I₀(β). */
    private static double window(double x) {
        double inside = 1 - x * x;
        return inside < 0 ? 0 : bessel(BETA * Math.sqrt(inside)) / bessel(BETA);
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
        int at = row * DelayKernel.TAPS;
        for (int k = 0; k < DelayKernel.TAPS; k++) {
            float below = TABLE[at + k];
            out[k] = Math.fma(rest, TABLE[at + DelayKernel.TAPS + k] - below, below);
        }
    }
}
