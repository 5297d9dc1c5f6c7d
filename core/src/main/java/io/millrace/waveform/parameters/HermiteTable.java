package io.millrace.waveform.parameters;

import java.util.Arrays;

/**
 * A smooth ascending function by cubic Hermite interpolation, from nodes with values and slopes. Class reproducible; the
 * error in an interval of width h is at most h⁴/384 times the largest fourth derivative.
 */
final class HermiteTable {
    private final double[] x;
    private final double[] y;
    private final double[] slope;

    /** Over nodes {@code x}, ascending. */
    HermiteTable(double[] x, double[] y, double[] slope) {
        this.x = x;
        this.y = y;
        this.slope = slope;
    }

    /** The inverse function: the same nodes, and reciprocal slopes. */
    HermiteTable inverse() {
        return new HermiteTable(y, x, Arrays.stream(slope).map(s -> 1 / s).toArray());
    }

    /** The last node. */
    double most() {
        return x[x.length - 1];
    }

    /** The value at {@code at}, which lies between the first node and the last. */
    double at(double at) {
        int found = Arrays.binarySearch(x, at);
        int i = Math.clamp(found < 0 ? -found - 2 : found, 0, x.length - 2);
        double h = x[i + 1] - x[i];
        double t = (at - x[i]) / h;
        double rise = y[i + 1] - y[i];
        double first = h * slope[i] - rise;
        double second = rise - h * slope[i + 1];
        double bend = (1 - t) * Math.fma(second - first, t, first);
        return Math.fma(t, rise + bend, y[i]);
    }
}
