package io.millrace.cli.radio;

/**
 * Samples at the instants of symbols, behind the filter that is matched to root-raised-cosine pulses. The instants are those, of
 * {@value #PHASES} in a symbol, whose mean power is largest: there the pulses are open.
 */
final class SymbolPoints {
    private static final int PHASES = 32;
    private static final int MOST_SYMBOLS = 1500;
    /** Symbols at which the phase is looked for. */
    private static final int TRIED = 100;
    /** Symbols on either side that the filter reaches. */
    private static final int REACH = 8;
    /** Samples of a symbol, beyond which the picture would take minutes. */
    private static final double MOST_SAMPLES = 4096;

    private final Samples samples;
    private final double perSymbol;
    private final double rollOff;

    private SymbolPoints(Samples samples, double perSymbol, double rollOff) {
        this.samples = samples;
        this.perSymbol = perSymbol;
        this.rollOff = rollOff;
    }

    /** How many samples {@link #of} uses at most; 0 where it cannot. */
    static int samples(double perSymbol, long there) {
        double wished = perSymbol * (MOST_SYMBOLS + 2 * REACH + 1);
        long used = (long) Math.min(wished, there);
        return perSymbol > MOST_SAMPLES || used < perSymbol * (2 * REACH + 2) ? 0 : Math.toIntExact(used);
    }

    /** The points. */
    static Samples of(Samples samples, double perSymbol, double rollOff) {
        SymbolPoints points = new SymbolPoints(samples, perSymbol, rollOff);
        double best = 0;
        double most = -1;
        for (int phase = 0; phase < PHASES; phase++) {
            double power = points.at((double) phase / PHASES, TRIED).power();
            if (power > most) {
                most = power;
                best = (double) phase / PHASES;
            }
        }
        return points.at(best, MOST_SYMBOLS);
    }

    private Samples at(double phase, int wished) {
        int there = (int) (samples.count() / perSymbol) - 2 * REACH - 1;
        int count = Math.clamp(there, 1, wished);
        double[] re = new double[count];
        double[] im = new double[count];
        for (int k = 0; k < count; k++) {
            double middle = (k + REACH + phase) * perSymbol;
            int from = (int) Math.max(0, Math.ceil(middle - REACH * perSymbol));
            int to = (int) Math.min(samples.count() - 1, Math.floor(middle + REACH * perSymbol));
            for (int n = from; n <= to; n++) {
                double weight = pulse((n - middle) / perSymbol, rollOff) / perSymbol;
                re[k] += weight * samples.re()[n];
                im[k] += weight * samples.im()[n];
            }
        }
        return new Samples(re, im);
    }

    /**
     * (sin πt(1 − α) + 4αt·cos πt(1 + α))/(πt(1 − 16α²t²)), its limits at t = 0 and t = ±1/(4α) (E. Chennakeshu, G. Saulnier, IEEE
     * Trans. Veh. Tech. 42, 1993).
     */
    static double pulse(double t, double rollOff) {
        if (Math.abs(t) < 1e-9) {
            return 1 - rollOff + 4 * rollOff / Math.PI;
        }
        if (Math.abs(Math.abs(4 * rollOff * t) - 1) < 1e-9) {
            double angle = Math.PI / (4 * rollOff);
            return rollOff / Math.sqrt(2) * ((1 + 2 / Math.PI) * Math.sin(angle) + (1 - 2 / Math.PI) * Math.cos(angle));
        }
        double x = 4 * rollOff * t;
        return (Math.sin(Math.PI * t * (1 - rollOff)) + x * Math.cos(Math.PI * t * (1 + rollOff)))
                / (Math.PI * t * (1 - x * x));
    }
}
