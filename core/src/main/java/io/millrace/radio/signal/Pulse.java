package io.millrace.radio.signal;

/**
 * Root-raised-cosine pulses of the roll-off α, over {@value #SPAN} symbols, of energy 1: with t in symbols
 *
 * <pre>g(t) = [sin πt(1 − α) + 4αt·cos πt(1 + α)]/[πt(1 − (4αt)²)],   |t| ≤ {@value #SPAN}/2</pre>
 *
 * <p>(J. G. Proakis, <i>Digital Communications</i>, section 9.2), divided by the root of what energy that leaves. A filter matched to it and
 * likewise cut gives symbols with a root mean square of others' of −49 dB at α = 0.35, −39 dB at 0.2, −18 dB at 0 (sinc pulses decay too slowly to be
 * cut); out of (1 + α)R are 2e-5, 5e-5 and 6e-3 of the power. Tabulated at {@value #PHASES} fractions of a symbol, linear in between,
 * which adds less than 1e-5. Class: reproducible.
 */
public final class Pulse {
    /** Symbols that a sample depends on. */
    public static final int SPAN = 16;

    /** The symbol, among those, that begins at the sample or before it. */
    static final int BEFORE = SPAN / 2 - 1;

    /** Fractions of the table, a power of two. */
    static final int PHASES = 512;

    /** Their number as a power of two. */
    public static final int PHASE_BITS = 9;

    /** Row p, {@value #SPAN} values: g(p/{@value #PHASES} + {@value #BEFORE} − k). */
    private final float[] table;

    Pulse(double rollOff) {
        table = table(rollOff);
    }

    private static float[] table(double rollOff) {
        double[] values = new double[(PHASES + 1) * SPAN];
        double energy = 0;
        for (int p = 0; p <= PHASES; p++) {
            for (int k = 0; k < SPAN; k++) {
                double value = value((double) p / PHASES + BEFORE - k, rollOff);
                values[p * SPAN + k] = value;
                energy += p < PHASES ? value * value / PHASES : 0;
            }
        }
        float[] table = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            table[i] = (float) (values[i] / Math.sqrt(energy));
        }
        return table;
    }

    /** g(t), by its limits where the fraction is 0/0. */
    static double value(double t, double rollOff) {
        double fourth = 4 * rollOff * t;
        if (t == 0) {
            return 1 - rollOff + 4 * rollOff / Math.PI;
        }
        if (Math.abs(1 - fourth * fourth) < 1e-7) {
            double angle = Math.PI / (4 * rollOff);
            return rollOff
                    * Math.sqrt(0.5)
                    * ((1 + 2 / Math.PI) * StrictMath.sin(angle) + (1 - 2 / Math.PI) * StrictMath.cos(angle));
        }
        double above =
                StrictMath.sin(Math.PI * t * (1 - rollOff)) + fourth * StrictMath.cos(Math.PI * t * (1 + rollOff));
        return above / (Math.PI * t * (1 - fourth * fourth));
    }

    /** The table, row-major; a copy. */
    float[] tableCopy() {
        return table.clone();
    }

    /**
     * {@code out[at + j] = Σ_k c_k·s[n + k]}, n = {@code symbol[j]}, k from 0 to {@value #SPAN} − 1 in this order by fma from 0: with p the upper
     * {@value #PHASE_BITS} bits of {@code fraction[j]} and r its next 24 as a fraction, c_k = fma(r, T[p + 1][k] − T[p][k], T[p][k]).
     */
    void shape(
            int[] symbol, long[] fraction, int count, float[] sRe, float[] sIm, float[] outRe, float[] outIm, int at) {
        float[] rows = table;
        for (int j = 0; j < count; j++) {
            long f = fraction[j];
            int row = (int) (f >>> Long.SIZE - PHASE_BITS) * SPAN;
            float rest = (int) (f >>> Long.SIZE - PHASE_BITS - 24 & 0xffffff) * 0x1p-24f;
            int n = symbol[j];
            float re = 0;
            float im = 0;
            for (int k = 0; k < SPAN; k++) {
                float below = rows[row + k];
                float c = Math.fma(rest, rows[row + SPAN + k] - below, below);
                re = Math.fma(c, sRe[n + k], re);
                im = Math.fma(c, sIm[n + k], im);
            }
            outRe[at + j] = re;
            outIm[at + j] = im;
        }
    }
}
