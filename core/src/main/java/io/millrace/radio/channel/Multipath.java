package io.millrace.radio.channel;

/** Profiles of paths: delays in units of the delay spread, powers whose sum is 1. */
public enum Multipath {
    /** One path. */
    NONE(new double[][] {{0, 0}}, Double.NEGATIVE_INFINITY),
    /**
     * Paths at 0 and at uniform delays up to 4 spreads, power e^{−delay/spread}: drawn for each receiver, so this table has none.
     */
    EXPONENTIAL(new double[][] {}, Double.NEGATIVE_INFINITY);

    /** Delay, power in dB. */
    private final double[][] taps;
    /** Of the first path's steady part over its scattered part, dB; −∞ without. */
    private final double steady;

    Multipath(double[][] taps, double steady) {
        this.taps = taps;
        this.steady = steady;
    }

    /** Paths of the table; 0 where they are drawn. */
    int paths() {
        return taps.length;
    }

    /** Delay of a path in delay spreads. */
    double delay(int path) {
        return taps[path][0];
    }

    /** Power of a path, the sum being 1. */
    double power(int path) {
        double sum = 0;
        for (double[] tap : taps) {
            sum += StrictMath.pow(10, tap[1] / 10);
        }
        return StrictMath.pow(10, taps[path][1] / 10) / sum;
    }

    /** Power of the first path's steady part over its scattered part; 0 without. */
    double steadiness() {
        return StrictMath.pow(10, steady / 10);
    }
}
