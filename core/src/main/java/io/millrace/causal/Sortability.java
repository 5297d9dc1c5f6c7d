package io.millrace.causal;

import io.millrace.causal.graph.Graph;
import java.util.Arrays;

/**
 * How well a score of each node sorts the nodes causally (Reisach, Seiler, Weichwald 2021; Reisach et al. 2023, equation 3): over every pair i, j
 * that a path of k edges joins, k = 1, 2, …, the share where the score of j is above that of i, where both are the same a half. The score is a node's
 * variance over the base rows, or R², the part of it that a linear regression on all other nodes explains. Scores are the same within
 * {@value #SAME} of the larger one. Class: reproducible.
 */
final class Sortability {
    /** Relative: floats that were standardised differ by less. */
    private static final double SAME = 1e-6;

    /** Bit i of row j: a path of k edges leads from i to j. */
    private long[] walks;

    private long[] longer;
    /** Words of a row. */
    private final int width;

    private final double[] score;
    private final double[] mean;
    private final double[] matrix;

    Sortability(int most) {
        width = Math.ceilDiv(most, Long.SIZE);
        walks = new long[most * width];
        longer = new long[most * width];
        score = new double[most];
        mean = new double[most];
        matrix = new double[2 * most * most];
    }

    /** By variance; NaN for a graph without edges. */
    float byVariance(Graph graph, float[] x, int from, int stride, int rows) {
        centre(graph.nodes, x, from, stride, rows);
        for (int j = 0; j < graph.nodes; j++) {
            score[j] = product(x, from + j * stride, mean[j], from + j * stride, mean[j], rows) / rows;
        }
        return alignment(graph);
    }

    /**
     * By R² = 1 − 1/(C⁻¹)_jj, C the correlation matrix; 1 where there are no more rows than nodes or C is singular, 0 for a constant node, which explains
     * nothing. NaN for a graph without edges.
     */
    float byExplained(Graph graph, float[] x, int from, int stride, int rows) {
        int n = graph.nodes;
        centre(n, x, from, stride, rows);
        for (int i = 0; i < n; i++) {
            score[i] = Math.sqrt(product(x, from + i * stride, mean[i], from + i * stride, mean[i], rows));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double scale = score[i] * score[j];
                double c = i == j
                        ? 1
                        : scale == 0
                                ? 0
                                : product(x, from + i * stride, mean[i], from + j * stride, mean[j], rows) / scale;
                matrix[i * n + j] = c;
            }
        }
        boolean regular = rows > n && factor(n);
        for (int j = 0; j < n; j++) {
            boolean constant = score[j] == 0;
            score[j] = constant ? 0 : regular ? 1 - 1 / inverseDiagonal(n, j) : 1;
        }
        return alignment(graph);
    }

    private void centre(int n, float[] x, int from, int stride, int rows) {
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += x[from + j * stride + r];
            }
            mean[j] = sum / rows;
        }
    }

    private static double product(float[] x, int one, double oneMean, int other, double otherMean, int rows) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            sum += (x[one + r] - oneMean) * (x[other + r] - otherMean);
        }
        return sum;
    }

    /** Cholesky's L of the matrix, in its place; false where a pivot is not above 1e-12. */
    private boolean factor(int n) {
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = matrix[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i * n + k] * matrix[j * n + k];
                }
                if (i == j) {
                    if (!(sum > 1e-12)) {
                        return false;
                    }
                    matrix[j * n + j] = Math.sqrt(sum);
                } else {
                    matrix[i * n + j] = sum / matrix[j * n + j];
                }
            }
        }
        return true;
    }

    /** |L⁻¹e_j|². */
    private double inverseDiagonal(int n, int j) {
        int column = n * n;
        double sum = 0;
        for (int i = j; i < n; i++) {
            double value = i == j ? 1 : 0;
            for (int k = j; k < i; k++) {
                value -= matrix[i * n + k] * matrix[column + k];
            }
            value /= matrix[i * n + i];
            matrix[column + i] = value;
            sum += value * value;
        }
        return sum;
    }

    private float alignment(Graph graph) {
        Arrays.fill(walks, 0);
        for (int j = 0; j < graph.nodes; j++) {
            for (int e = graph.parentStart[j]; e < graph.parentStart[j + 1]; e++) {
                walks[j * width + (graph.parents[e] >> 6)] |= 1L << graph.parents[e];
            }
        }
        long pairs = 0;
        long halves = 0;
        for (long before = -1; pairs > before; lengthen(graph)) {
            before = pairs;
            for (int j = 0; j < graph.nodes; j++) {
                for (int w = 0; w < width; w++) {
                    for (long bits = walks[j * width + w]; bits != 0; bits &= bits - 1) {
                        pairs++;
                        halves += compare(score[w << 6 | Long.numberOfTrailingZeros(bits)], score[j]);
                    }
                }
            }
        }
        return pairs == 0 ? Float.NaN : (float) (0.5 * halves / pairs);
    }

    /** 2, 1 or 0: the second is larger, the same, smaller. */
    private static int compare(double first, double second) {
        double slack = SAME * Math.max(Math.abs(first), Math.abs(second));
        return Math.abs(second - first) <= slack ? 1 : second > first ? 2 : 0;
    }

    private void lengthen(Graph graph) {
        Arrays.fill(longer, 0);
        for (int j = 0; j < graph.nodes; j++) {
            for (int e = graph.parentStart[j]; e < graph.parentStart[j + 1]; e++) {
                for (int w = 0; w < width; w++) {
                    longer[j * width + w] |= walks[graph.parents[e] * width + w];
                }
            }
        }
        long[] swap = walks;
        walks = longer;
        longer = swap;
    }
}
