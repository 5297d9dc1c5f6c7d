package io.millrace.radio.channel;

import java.util.Arrays;

/** Profiles of paths: delays in units of the delay spread, powers whose sum is 1. */
public enum Multipath {
    /** One path. */
    NONE(new double[][] {{0, 0}}, Double.NEGATIVE_INFINITY),
    /**
     * Paths at 0 and at uniform delays up to 4 spreads, power e^{−delay/spread}: drawn for each receiver, so this table has none.
     */
    EXPONENTIAL(new double[][] {}, Double.NEGATIVE_INFINITY),
    /** TDL-A of 3GPP TR 38.901: 23 scattered paths up to 9.7 spreads. */
    TDL_A(TappedDelayLine.A, Double.NEGATIVE_INFINITY),
    /** TDL-B: 23 up to 4.8 spreads. */
    TDL_B(TappedDelayLine.B, Double.NEGATIVE_INFINITY),
    /** TDL-C: 24 up to 8.7 spreads. */
    TDL_C(TappedDelayLine.C, Double.NEGATIVE_INFINITY),
    /** TDL-D: 13 up to 12.5 spreads, the first with K = 13.3 dB. */
    TDL_D(TappedDelayLine.D, TappedDelayLine.D_STEADY),
    /** TDL-E: 14 up to 20.7 spreads, the first with K = 22 dB. */
    TDL_E(TappedDelayLine.E, TappedDelayLine.E_STEADY);

    /** Of {@link #EXPONENTIAL}, in delay spreads. */
    static final double LONGEST = 4;

    private final double[] delays;
    private final double[] powers;
    private final double steadiness;

    /**
     * A table.
     *
     * @param taps delay, power in dB; of the first path its steady part's, where it has one
     * @param steady of the first path's steady part over its scattered part, dB; −∞ without
     */
    Multipath(double[][] taps, double steady) {
        steadiness = StrictMath.pow(10, steady / 10);
        delays = new double[taps.length];
        powers = new double[taps.length];
        double sum = 0;
        for (int path = 0; path < taps.length; path++) {
            delays[path] = taps[path][0];
            powers[path] = StrictMath.pow(10, taps[path][1] / 10);
            if (path == 0 && steadiness > 0) {
                powers[path] += powers[path] / steadiness;
            }
            sum += powers[path];
        }
        for (int path = 0; path < taps.length; path++) {
            powers[path] /= sum;
        }
    }

    /** Paths of the table; 0 where they are drawn. */
    int paths() {
        return delays.length;
    }

    /** Delay of a path in delay spreads. */
    double delay(int path) {
        return delays[path];
    }

    /** The longest delay in delay spreads. */
    double longest() {
        return this == EXPONENTIAL ? LONGEST : Arrays.stream(delays).max().orElse(0);
    }

    /** Power of a path, the sum being 1. */
    double power(int path) {
        return powers[path];
    }

    /** Power of the first path's steady part over its scattered part; 0 without. */
    double steadiness() {
        return steadiness;
    }
}
