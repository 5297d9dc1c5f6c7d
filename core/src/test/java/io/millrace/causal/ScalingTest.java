package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that are standardised, and the constants that do it. */
class ScalingTest {
    private static final long SEED = 20261205;

    private static final String MODEL =
            "nodes=3..9 padding=10 graph=erdos-renyi(0.5) rows=45 bias=avici noise-scale=avici ";

    /** Mean 0, to 1e-6 and the rounding of what is taken off, and variance 1, to 1e-5, of each column of the base; of a constant one 0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z-score | noise=exponential",
                "internal | noise=exponential",
                "internal | mechanism=rff-gp features=30",
                "internal | mechanism=polynomial polynomial-degree=5",
                "z-score | mechanism=0.5*mlp+0.5*sigmoid-mix hidden=5",
                "internal | mechanism=0.5*poisson+0.5*logistic",
                "z-score | rows=1",
                "internal | rows=2"
            })
    void standardised(String scaling, String mechanism) {
        int constant = 0;
        try (Made made = Made.of(MODEL + mechanism + " fields=base scaling=" + scaling, SEED, 60)) {
            int rows = made.spec().rows();
            for (int k = 0; k < 600; k++) {
                int i = k / 10;
                int j = k % 10;
                double mean = 0;
                double square = 0;
                for (int r = 0; r < rows; r++) {
                    mean += made.base(i, r, j) / rows;
                    square += Math.pow(made.base(i, r, j), 2) / rows;
                }
                double rounded = Math.ulp((float) made.get("mean", i, j)) / made.get("deviation", i, j);
                assertEquals(0, mean, 1e-6 + (j < made.nodes(i) ? rounded : 0));
                if (square == 0) {
                    constant++;
                    assertEquals(j < made.nodes(i) ? 1 : 0, made.get("deviation", i, j));
                } else {
                    assertEquals(1, square - mean * mean, 1e-5);
                    assertTrue(made.get("deviation", i, j) > 0);
                }
            }
            assertTrue(constant < 600 || rows == 1);
        }
    }

    /** Raw values are those of the same spec without scaling: constants are their moments, and every world is scaled by them. */
    @Test
    void zScores() {
        String settings = MODEL + "fields=base,intervened,delta,target scaling=";
        try (Made raw = Made.of(settings + "none", SEED, 40);
                Made scored = Made.of(settings + "z-score", SEED, 40)) {
            assertFalse(raw.has("mean"));
            for (int i = 0; i < 40; i++) {
                int n = raw.nodes(i);
                for (int j = 0; j < n; j++) {
                    double mean = 0;
                    double square = 0;
                    for (int r = 0; r < 45; r++) {
                        mean += raw.base(i, r, j) / 45;
                    }
                    for (int r = 0; r < 45; r++) {
                        square += Math.pow(raw.base(i, r, j) - mean, 2) / 45;
                    }
                    float shift = (float) scored.get("mean", i, j);
                    float deviation = (float) scored.get("deviation", i, j);
                    assertEquals(mean, shift, Math.ulp(shift));
                    assertEquals(Math.sqrt(square), deviation, Math.ulp(deviation));
                    for (int r = 0; r < 45; r++) {
                        same(raw.base(i, r, j), shift, deviation, scored.base(i, r, j));
                        for (int world = 0; world < n; world++) {
                            same(raw.intervened(i, world, r, j), shift, deviation, scored.intervened(i, world, r, j));
                            double size = Math.abs(scored.intervened(i, world, r, j)) + Math.abs(scored.base(i, r, j));
                            double rawSize = Math.abs(raw.intervened(i, world, r, j)) + Math.abs(raw.base(i, r, j));
                            assertEquals(
                                    raw.delta(i, world, r, j) / deviation,
                                    scored.delta(i, world, r, j),
                                    4e-7 * (size + rawSize / deviation));
                        }
                    }
                }
                for (int j = n; j < 10; j++) {
                    assertEquals(0, scored.get("mean", i, j));
                    assertEquals(0, scored.get("deviation", i, j));
                    assertEquals(0, scored.base(i, 3, j));
                }
            }
        }
    }

    /** Three roundings: of the difference, of 1/deviation and of their product. */
    private static void same(double raw, float mean, float deviation, double scaled) {
        double wanted = (raw - mean) / deviation;
        assertEquals(wanted, scaled, 2e-7 * Math.abs(wanted));
        assertEquals(((float) raw - mean) * (1 / deviation), (float) scaled);
    }

    /** x_j·deviation + mean = Σ w x_k + b + ε of standardised causes, where w, b and ε are those of the same spec without scaling. */
    @Test
    void internal() {
        String settings = MODEL + "fields=base,intervened,delta,target,weights,noise-scale,adjacency scaling=";
        try (Made raw = Made.of(settings + "none", SEED, 40);
                Made scaled = Made.of(settings + "internal", SEED, 40)) {
            for (int i = 0; i < 40; i++) {
                int n = raw.nodes(i);
                double[][] w = Dense.of(raw, "weights", i);
                for (int j = 0; j < n; j++) {
                    double deviation = scaled.get("deviation", i, j);
                    assertEquals(
                            raw.get("noise_scale", i, j) / deviation,
                            scaled.get("noise_scale", i, j),
                            1e-7 * scaled.get("noise_scale", i, j));
                    for (int k = 0; k < n; k++) {
                        double weight = w[k][j] / deviation;
                        assertEquals(weight, scaled.matrix("weights", i, k, j), 1e-7 * Math.abs(weight));
                    }
                    for (int world = -1; world < n; world++) {
                        for (int r = 0; r < 45; r++) {
                            double own = raw.base(i, r, j);
                            double sum = 0;
                            double size = Math.abs(own);
                            for (int k = 0; k < n; k++) {
                                double cause = value(scaled, i, world, r, k);
                                own -= w[k][j] * raw.base(i, r, k);
                                sum += w[k][j] * cause;
                                size += Math.abs(w[k][j]) * (Math.abs(cause) + 2 * Math.abs(raw.base(i, r, k)));
                            }
                            double wanted = (sum + own - scaled.get("mean", i, j)) / deviation;
                            size += Math.abs(scaled.get("mean", i, j)) + deviation;
                            if (j != world) {
                                assertEquals(wanted, value(scaled, i, world, r, j), 1e-6 * size / deviation);
                            }
                        }
                    }
                }
            }
        }
    }

    /** In a world, or in the base, −1. */
    private static double value(Made made, int instance, int world, int row, int node) {
        return world < 0 ? made.base(instance, row, node) : made.intervened(instance, world, row, node);
    }

    /** Weights and noise scales of z-scores are those of the scaled columns. */
    @Test
    void zScoredParameters() {
        String settings = MODEL + "fields=weights,noise-scale,adjacency scaling=";
        try (Made raw = Made.of(settings + "none", SEED, 40);
                Made scored = Made.of(settings + "z-score", SEED, 40)) {
            for (int k = 0; k < 40 * 100; k++) {
                int i = k / 100;
                int from = k / 10 % 10;
                int to = k % 10;
                double own = scored.get("deviation", i, to);
                double ratio = own == 0 ? 0 : scored.get("deviation", i, from) / own;
                double weight = raw.matrix("weights", i, from, to) * ratio;
                assertEquals(weight, scored.matrix("weights", i, from, to), 1e-7 * Math.abs(weight));
                double scale = own == 0 ? 0 : raw.get("noise_scale", i, to) / own;
                assertEquals(scale, scored.get("noise_scale", i, to), 1e-7 * scale);
            }
        }
    }
}
