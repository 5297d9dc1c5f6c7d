package io.millrace.routing;

/** The reference. */
final class DistanceScalar implements DistanceKernel {
    DistanceScalar() {}

    @Override
    public void split(float[] xy, int at, int nodes, float[] x, float[] y) {
        for (int i = 0; i < nodes; i++) {
            x[i] = xy[at + 2 * i];
            y[i] = xy[at + 2 * i + 1];
        }
    }

    @Override
    public void row(Metric.Base base, float[] x, float[] y, int i, int from, int to, float[] out) {
        for (int j = from; j < to; j++) {
            float dx = x[i] - x[j];
            float dy = y[i] - y[j];
            out[j] = switch (base) {
                case EUCLIDEAN -> (float) Math.sqrt(dx * dx + dy * dy);
                case MANHATTAN -> Math.abs(dx) + Math.abs(dy);
                default -> Math.max(Math.abs(dx), Math.abs(dy));
            };
        }
    }

    @Override
    public void row(
            Metric.Base base, Rounding rounding, double[] x, double[] y, int i, int from, int to, double[] out) {
        for (int j = from; j < to; j++) {
            double dx = x[i] - x[j];
            double dy = y[i] - y[j];
            double d = switch (base) {
                case EUCLIDEAN -> Math.sqrt(dx * dx + dy * dy);
                case PSEUDO_EUCLIDEAN -> Math.sqrt((dx * dx + dy * dy) / 10);
                case MANHATTAN -> Math.abs(dx) + Math.abs(dy);
                default -> Math.max(Math.abs(dx), Math.abs(dy));
            };
            out[j] = rounded(rounding, d);
        }
    }

    /** For 0 ≤ d < 2⁵¹/1000. */
    static double rounded(Rounding rounding, double d) {
        return switch (rounding) {
            case NONE -> d;
            case ROUND -> Math.floor(d + .5);
            case TRUNC -> Math.floor(d);
            case CEIL -> Math.ceil(d);
            case DIMACS -> Math.floor(d * 10);
            case EXACT -> Math.rint(d * 1000);
        };
    }
}
