package io.millrace.radio.signal;

/** A receiver that knows the timing: the filter matched to root-raised-cosine pulses, written for the tests alone. */
final class Matched {
    /** Symbols on either side. */
    private static final int REACH = 12;

    private final int samples;
    private final double[] taps;
    private final int first;

    /**
     * For symbols centred at {@code centre} and any multiple of a symbol from there.
     *
     * @param samples a symbol
     */
    Matched(double centre, int samples, double rollOff) {
        this.samples = samples;
        first = (int) Math.ceil(centre) - REACH * samples;
        taps = new double[2 * REACH * samples];
        for (int k = 0; k < taps.length; k++) {
            taps[k] = pulse((first + k - centre) / samples, rollOff) / samples;
        }
    }

    /** Of the symbol n symbols later: 1/k·Σ_m x[m]·g((m − centre)/k), k samples a symbol. */
    double at(double[] x, int n) {
        double sum = 0;
        int from = first + n * samples;
        for (int k = Math.max(0, -from); k < Math.min(taps.length, x.length - from); k++) {
            sum += x[from + k] * taps[k];
        }
        return sum;
    }

    /** Root-raised-cosine pulse of energy 1, t in symbols (J. G. Proakis). */
    static double pulse(double t, double rollOff) {
        double x = 4 * rollOff * t;
        if (Math.abs(t) < 1e-9) {
            return 1 - rollOff + 4 * rollOff / Math.PI;
        }
        if (Math.abs(1 - x * x) < 1e-9) {
            return rollOff
                    / Math.sqrt(2)
                    * ((1 + 2 / Math.PI) * Math.sin(Math.PI / 4 / rollOff)
                            + (1 - 2 / Math.PI) * Math.cos(Math.PI / 4 / rollOff));
        }
        return (Math.sin(Math.PI * t * (1 - rollOff)) + x * Math.cos(Math.PI * t * (1 + rollOff)))
                / (Math.PI * t * (1 - x * x));
    }
}
