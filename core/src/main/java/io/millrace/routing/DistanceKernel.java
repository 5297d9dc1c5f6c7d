package io.millrace.routing;

/**
 * Rows of distances by any metric and rounding, from node {@code i} to the nodes {@code from … to − 1}, into
 * {@code out[from … to − 1]}. Arrays are readable and writable {@link io.millrace.batch.Rows#SLACK} past the nodes.
 * Class: reproducible.
 */
interface DistanceKernel {
    /** Sets coordinates apart: {@code x[i] = xy[at + 2i]}, {@code y[i] = xy[at + 2i + 1]} for the nodes. */
    void split(float[] xy, int at, int nodes, float[] x, float[] y);

    /** In float arithmetic, unrounded; {@code base} is EUCLIDEAN, MANHATTAN or CHEBYSHEV. */
    void row(Metric.Base base, float[] x, float[] y, int i, int from, int to, float[] out);

    /** In double arithmetic, rounded; {@code base} is a metric of the plane. */
    void row(Metric.Base base, Rounding rounding, double[] x, double[] y, int i, int from, int to, double[] out);
}
