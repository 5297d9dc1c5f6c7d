package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.mechanism.Mechanism;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sortabilities against others, computed here from the rows and powers of the adjacency, and where they are known. */
class SortabilityTest {
    private static final long SEED = 20261206;

    /** Half a number of a float, and the rounding of sums of doubles. */
    private static final double ERROR = 1e-6;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nodes=2..9 graph=erdos-renyi(0.4) rows=64",
                "nodes=8 graph=scale-free(2) rows=200 noise-scale=avici bias=avici weight=avici",
                "nodes=10 graph=erdos-renyi-edges(1) rows=30 scaling=internal",
                "nodes=7 graph=full rows=50 mechanism=rff-gp features=20 noise=laplace",
                "nodes=3..7 padding=9 graph=geometric(0.5) rows=40 mechanism=0.5*mlp+0.5*sigmoid-mix hidden=5",
                "nodes=6 graph=erdos-renyi(0.5) rows=60 weight=0.4 mechanism=0.5*linear+0.5*logistic"
            })
    void againstAnother(String settings) {
        int between = 0;
        try (Made made = Made.of(settings + " fields=base,adjacency,sortability", SEED, 60)) {
            for (int i = 0; i < 60; i++) {
                double[] variance = variances(made, i);
                assertEquals(share(made, i, variance), made.get("var_sortability", i, 0), ERROR);
                double explained = share(made, i, explained(made, i, variance));
                assertEquals(explained, made.get("r2_sortability", i, 0), ERROR);
                between += explained > 0 && explained < 1 ? 1 : 0;
            }
        }
        assertTrue(between > 10);
    }

    private static double[] variances(Made made, int instance) {
        int rows = made.spec().rows();
        double[] variance = new double[made.nodes(instance)];
        for (int j = 0; j < variance.length; j++) {
            double mean = 0;
            for (int r = 0; r < rows; r++) {
                mean += made.base(instance, r, j) / rows;
            }
            for (int r = 0; r < rows; r++) {
                variance[j] += Math.pow(made.base(instance, r, j) - mean, 2) / rows;
            }
        }
        return variance;
    }

    /** R² of the regression on all others, with a constant, by the normal equations of columns of unit size. */
    private static double[] explained(Made made, int instance, double[] variance) {
        int rows = made.spec().rows();
        int n = variance.length;
        double[] r2 = new double[n];
        for (int j = 0; j < n; j++) {
            if (variance[j] == 0) {
                continue;
            }
            double[][] gram = new double[n][n];
            double[] right = new double[n];
            double[][] design = new double[rows][n];
            double mean = 0;
            for (int r = 0; r < rows; r++) {
                for (int k = 0; k < n; k++) {
                    double size = Math.sqrt(variance[k]);
                    double value = made.base(instance, r, k);
                    design[r][k] = k == j ? 1 : size == 0 ? 0 : (value - made.base(instance, 0, k)) / size;
                }
                mean += made.base(instance, r, j) / rows;
            }
            for (int r = 0; r < rows; r++) {
                for (int k = 0; k < n; k++) {
                    right[k] += design[r][k] * (made.base(instance, r, j) - mean);
                    for (int l = 0; l < n; l++) {
                        gram[k][l] += design[r][k] * design[r][l];
                    }
                }
            }
            for (int k = 0; k < n; k++) {
                gram[k][k] += gram[k][k] == 0 ? 1 : 0;
            }
            double[][] inverse = Dense.inverse(gram);
            double left = 0;
            for (int r = 0; r < rows; r++) {
                double rest = made.base(instance, r, j) - mean;
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        rest -= design[r][k] * inverse[k][l] * right[l];
                    }
                }
                left += rest * rest / rows;
            }
            r2[j] = 1 - left / variance[j];
        }
        return r2;
    }

    /** Over powers of the adjacency, the share of its pairs whose score grows; equal to 1e-6 count a half. */
    private static double share(Made made, int instance, double[] score) {
        int n = score.length;
        double[][] adjacency = Dense.of(made, "adjacency", instance);
        double[][] power = adjacency;
        double sorted = 0;
        double pairs = 0;
        for (int length = 1; length < Math.max(2, n); length++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (power[i][j] > 0) {
                        pairs++;
                        boolean same = Math.abs(score[j] - score[i])
                                <= 1e-6 * Math.max(Math.abs(score[i]), Math.abs(score[j]));
                        sorted += same ? 0.5 : score[j] > score[i] ? 1 : 0;
                    }
                }
            }
            power = Dense.product(power, adjacency);
        }
        return sorted / pairs;
    }

    /** Weights above 1 alone let variances grow along every path. */
    @Test
    void growing() {
        String settings = "nodes=6 graph=full weight=uniform(1.5,2) rows=500 fields=sortability";
        try (Made made = Made.of(settings, SEED, 20)) {
            for (int i = 0; i < 20; i++) {
                assertEquals(1, made.get("var_sortability", i, 0));
            }
        }
    }

    /** A coin varies less than its cause, and than what has the noise 3. */
    @Test
    void shrinking() {
        int[] seen = new int[2];
        String settings = "nodes=2 graph=full mechanism=0.5*linear+0.5*logistic noise-scale=3 rows=100 "
                + "fields=sortability,order,mechanism";
        try (Made made = Made.of(settings, SEED, 40)) {
            for (int i = 0; i < 40; i++) {
                int first = made.integer("mechanism", i, made.integer("order", i, 0));
                if (first != made.integer("mechanism", i, made.integer("order", i, 1))) {
                    int growing = first == Mechanism.LOGISTIC.ordinal() ? 1 : 0;
                    assertEquals(growing, made.get("var_sortability", i, 0));
                    seen[growing]++;
                }
            }
        }
        assertTrue(seen[0] > 0 && seen[1] > 0);
    }

    /** Scaled variances are the same, and so are both R² of two nodes; a regression on as many nodes as rows explains all. */
    @ParameterizedTest
    @ValueSource(strings = {"z-score", "internal"})
    void ties(String scaling) {
        String settings = "graph=full bias=avici noise-scale=avici fields=sortability scaling=" + scaling;
        try (Made made = Made.of("nodes=8 rows=8 " + settings, SEED, 20);
                Made two = Made.of("nodes=2 rows=50 " + settings, SEED, 20)) {
            for (int i = 0; i < 20; i++) {
                assertEquals(0.5, made.get("var_sortability", i, 0));
                assertEquals(0.5, made.get("r2_sortability", i, 0));
                assertEquals(0.5, two.get("r2_sortability", i, 0));
            }
        }
    }

    @Test
    void withoutEdges() {
        try (Made made = Made.of("nodes=1..4 graph=erdos-renyi(0) fields=sortability", SEED, 5)) {
            for (int i = 0; i < 5; i++) {
                assertTrue(Double.isNaN(made.get("var_sortability", i, 0)));
                assertTrue(Double.isNaN(made.get("r2_sortability", i, 0)));
            }
        }
    }

    /** A constant node explains nothing and nothing explains it. */
    @Test
    void constants() {
        String settings = "nodes=2 graph=full rows=20 noise-scale=0 bias=avici fields=sortability";
        try (Made made = Made.of(settings, SEED, 5)) {
            for (int i = 0; i < 5; i++) {
                assertEquals(0.5, made.get("var_sortability", i, 0));
                assertEquals(0.5, made.get("r2_sortability", i, 0));
            }
        }
    }
}
