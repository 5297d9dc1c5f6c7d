package io.millrace.radio.feature;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Mean, standard deviation (of the windows, not of a larger population), minimum and maximum of a signal's features over its windows. */
public final class Statistics {
    /** Numbers of a feature: mean, standard deviation, minimum, maximum. */
    public static final int NUMBERS = 4;

    private static final int FEATURES = Feature.values().length;

    private final double[] sums = new double[FEATURES];
    private final double[] squares = new double[FEATURES];
    private final double[] first = new double[FEATURES];
    private final double[] least = new double[FEATURES];
    private final double[] most = new double[FEATURES];
    private int windows;

    /** Of no windows yet. */
    public Statistics() {
        reset();
    }

    /** Forgets all windows. */
    public void reset() {
        windows = 0;
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    /** Takes a window's features. Sums are of differences from the first window, so that large values lose nothing. */
    public void add(double[] features) {
        if (windows++ == 0) {
            System.arraycopy(features, 0, first, 0, FEATURES);
        }
        for (int f = 0; f < FEATURES; f++) {
            double difference = features[f] - first[f];
            sums[f] += difference;
            squares[f] = Math.fma(difference, difference, squares[f]);
            least[f] = Math.min(least[f], features[f]);
            most[f] = Math.max(most[f], features[f]);
        }
    }

    /** Writes {@code (features, 4)} floats from an element on. */
    public void write(MemorySegment to, long element) {
        for (int f = 0; f < FEATURES; f++) {
            double mean = sums[f] / windows;
            double variance = Math.max(0, squares[f] / windows - mean * mean);
            long at = element + (long) NUMBERS * f;
            to.setAtIndex(Elements.F4, at, (float) (first[f] + mean));
            to.setAtIndex(Elements.F4, at + 1, (float) Math.sqrt(variance));
            to.setAtIndex(Elements.F4, at + 2, (float) least[f]);
            to.setAtIndex(Elements.F4, at + 3, (float) most[f]);
        }
    }
}
