package io.millrace.causal;

/**
 * Mean and standard deviation (divided by the number of rows) of columns, each a number a node. Sums are of doubles: row r goes to sum r mod {@value #SUMS}, and
 * these are added in pairs of neighbours, pairs of pairs, and so on. Class: reproducible.
 */
public final class Moments {
    private static final int SUMS = 16;

    /** Means. */
    public final float[] mean;
    /** Standard deviations; 1 where a column is constant, to what a float tells. */
    public final float[] deviation;

    private final double[] sums = new double[SUMS];

    Moments(int nodes) {
        mean = new float[nodes];
        deviation = new float[nodes];
    }

    /** Measures the column of a node. */
    void measure(int node, float[] x, int at, int rows) {
        double centre = sum(x, at, rows, 0, 1) / rows;
        double square = sum(x, at, rows, centre, 2) / rows;
        float root = (float) Math.sqrt(square);
        mean[node] = (float) centre;
        deviation[node] = root >= Float.MIN_NORMAL ? root : 1;
    }

    /** What a node's values are multiplied by. */
    public float factor(int node) {
        return 1 / deviation[node];
    }

    /** Σ (x − centre)^power, power 1 or 2. */
    private double sum(float[] x, int at, int rows, double centre, int power) {
        for (int s = 0; s < SUMS; s++) {
            sums[s] = 0;
        }
        for (int r = 0; r < rows; r++) {
            double value = x[at + r] - centre;
            sums[r % SUMS] += power == 1 ? value : value * value;
        }
        for (int apart = 1; apart < SUMS; apart *= 2) {
            for (int s = 0; s < SUMS; s += 2 * apart) {
                sums[s] += sums[s + apart];
            }
        }
        return sums[0];
    }
}
