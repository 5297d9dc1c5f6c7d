package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linear models against closed forms, with an inverse of the test's own. */
class LinearLawTest {
    private static final long SEED = 20261202;
    /** Half a last place of a float, relative. */
    private static final double HALF = 0x1p-24;

    /**
     * Means (I − W)⁻ᵀb, covariances (I − W)⁻ᵀΣ(I − W)⁻¹. Of the covariance of n rows an entry has the variance (S_ii S_jj + S_ij² + Σ_k κ_k σ_k⁴
     * T_ki² T_kj²)/n, κ the excess kurtosis of the noise. Refused beyond 6 standard errors, of 44 numbers of each of 6 models: false alarm
     * 5e-7, where sums are normal; of heavy tails beyond 7.
     */
    @ParameterizedTest
    @CsvSource({"gaussian, 0, 6", "uniform, -1.2, 6", "laplace, 3, 7", "gumbel, 2.4, 7", "exponential, 6, 7"})
    void populationMoments(String noise, double excess, double limit) {
        int rows = 20_000;
        int n = 8;
        double bias = 1.5;
        String settings = "nodes=8 graph=erdos-renyi(0.5) rows=20000 noise-scale=avici bias=1.5 noise=" + noise
                + " fields=base,weights,noise-scale";
        try (Made made = Made.of(settings, SEED, 6)) {
            for (int i = 0; i < 6; i++) {
                double[][] t = Dense.resolvent(Dense.of(made, "weights", i));
                double[] mean = new double[n];
                double[][] square = new double[n][n];
                double[] x = new double[n];
                for (int r = 0; r < rows; r++) {
                    for (int j = 0; j < n; j++) {
                        x[j] = made.base(i, r, j);
                        mean[j] += x[j] / rows;
                        for (int k = 0; k <= j; k++) {
                            square[j][k] += x[j] * x[k] / rows;
                        }
                    }
                }
                double[][] closed = new double[n][n];
                double[][] fourth = new double[n][n];
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < n; k++) {
                        for (int l = 0; l < n; l++) {
                            double variance = Math.pow(made.get("noise_scale", i, l), 2);
                            double shared = variance * t[l][j] * t[l][k];
                            closed[j][k] += shared;
                            fourth[j][k] += excess * shared * shared;
                        }
                    }
                }
                for (int j = 0; j < n; j++) {
                    double expected = 0;
                    for (int l = 0; l < n; l++) {
                        expected += bias * t[l][j];
                    }
                    near("mean", mean[j], expected, Math.sqrt(closed[j][j] / rows), limit);
                    for (int k = 0; k <= j; k++) {
                        double spread = closed[j][j] * closed[k][k] + closed[j][k] * closed[j][k] + fourth[j][k];
                        double covariance = (square[j][k] - mean[j] * mean[k]) * rows / (rows - 1.0);
                        near("covariance", covariance, closed[j][k], Math.sqrt(spread / rows), limit);
                    }
                }
            }
        }
    }

    private static void near(String what, double measured, double closed, double error, double limit) {
        assertTrue(
                Math.abs(measured - closed) <= limit * error,
                () -> what + " " + measured + " instead of " + closed + ", standard error " + error);
    }

    /** (I − W)⁻¹: off by the float's rounding and by 1e-12 of the sum over paths of their magnitudes; scaled by that of the weights, too. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "z-score", "internal"})
    void totalEffects(String scaling) {
        int effects = 0;
        String settings = "nodes=2..25 padding=27 graph=erdos-renyi(0.3) bias=avici noise-scale=avici rows=20 scaling=";
        try (Made made = Made.of(settings + scaling + " fields=weights,total-effects,adjacency", SEED, 40)) {
            for (int i = 0; i < 40; i++) {
                int n = made.nodes(i);
                double[][] w = Dense.of(made, "weights", i);
                double[][] t = Dense.resolvent(w);
                double[][] paths = Dense.resolvent(Dense.magnitudes(w));
                double slack = scaling.equals("none") ? 1e-12 : n * HALF;
                for (int k = 0; k < 27 * 27; k++) {
                    int from = k / 27;
                    int to = k % 27;
                    boolean there = from < n && to < n;
                    double wanted = there ? t[from][to] : 0;
                    double error = there ? HALF * Math.abs(wanted) + slack * paths[from][to] : 0;
                    assertEquals(wanted, made.matrix("total_effects", i, from, to), error);
                    assertEquals(there && w[from][to] != 0, made.edge(i, from, to));
                    effects += there && wanted != 0 && from != to ? 1 : 0;
                    if (from == to) {
                        assertEquals(there ? 1 : 0, made.matrix("total_effects", i, from, to));
                    }
                }
            }
        }
        assertTrue(effects > 1000);
    }

    /**
     * delta = (v − x_i)T_ij of hard interventions, v·T_ij of shifts, in the units that are written. Each node is rounded K + 3 times, of numbers
     * up to its |x| + 2Σ|w x_k|, in both worlds; what that does reaches others along the paths.
     */
    @ParameterizedTest
    @CsvSource({
        "none, hard", "none, shift", "none, clamp", "none, hard-per-row",
        "z-score, hard", "z-score, shift", "z-score, clamp", "z-score, shift-per-row",
        "internal, hard", "internal, shift", "internal, clamp", "internal, shift-per-row"
    })
    void deltas(String scaling, String intervention) {
        int n = 12;
        int rows = 24;
        String settings = "nodes=12 graph=erdos-renyi(0.3) bias=avici noise-scale=avici noise=laplace rows=24 scaling="
                + scaling + " intervention=" + intervention + " fields=base,intervened,delta,target,weights";
        int moved = 0;
        try (Made made = Made.of(settings, SEED, 12)) {
            for (int i = 0; i < 12; i++) {
                double[][] w = Dense.of(made, "weights", i);
                double[][] t = Dense.resolvent(w);
                double[][] paths = Dense.resolvent(Dense.magnitudes(w));
                for (int world = 0; world < n; world++) {
                    assertEquals(world, made.integer("target", i, world));
                    for (int r = 0; r < rows; r++) {
                        // what was done to the target is what it moved by
                        double step = made.delta(i, world, r, world);
                        if (intervention.equals("clamp") && !scaling.equals("z-score")) {
                            assertEquals(-made.base(i, r, world), step);
                        }
                        double[] error = errors(made, i, world, r, w, scaling);
                        for (int j = 0; j < n; j++) {
                            double sum = 0;
                            for (int k = 0; k < n; k++) {
                                sum += t[world][k] == 0 ? 0 : error[k] * paths[k][j];
                            }
                            assertEquals(step * t[world][j], made.delta(i, world, r, j), sum);
                            moved += j != world && made.delta(i, world, r, j) != 0 ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertTrue(moved > 1000);
    }

    private static double[] errors(Made made, int i, int world, int r, double[][] w, String scaling) {
        double[] error = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            double size = 0;
            int causes = 0;
            for (int k = 0; k < w.length; k++) {
                if (w[k][j] != 0) {
                    causes++;
                    size += 2 * Math.abs(w[k][j]) * (size(made, i, world, r, k, scaling));
                }
            }
            error[j] = (causes + 6) * 2 * HALF * (size + size(made, i, world, r, j, scaling));
        }
        return error;
    }

    /** The magnitude of a value in either world, before its mean was taken off. */
    private static double size(Made made, int i, int world, int r, int node, String scaling) {
        double mean = scaling.equals("none") ? 0 : Math.abs(made.get("mean", i, node) / made.get("deviation", i, node));
        return mean + Math.abs(made.base(i, r, node)) + Math.abs(made.intervened(i, world, r, node));
    }

    /** Twins have the same noise: what is left of a value without its causes is the same in both worlds, but for rounding. */
    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "student-t"})
    void twinsHaveTheSameNoise(String noise) {
        int n = 10;
        String settings = "nodes=10 graph=erdos-renyi(0.4) bias=avici rows=40 noise=" + noise
                + " intervention=hard-per-row fields=base,intervened,delta,target,weights";
        try (Made made = Made.of(settings, SEED, 10)) {
            for (int k = 0; k < 10 * n * 40; k++) {
                int i = k / n / 40;
                int world = k / 40 % n;
                int r = k % 40;
                double[][] w = Dense.of(made, "weights", i);
                double[] error = errors(made, i, world, r, w, "none");
                for (int j = 0; j < n; j++) {
                    double base = made.base(i, r, j);
                    double other = made.intervened(i, world, r, j);
                    for (int c = 0; c < n; c++) {
                        base -= w[c][j] * made.base(i, r, c);
                        other -= w[c][j] * made.intervened(i, world, r, c);
                    }
                    if (j != world) {
                        assertEquals(base, other, error[j]);
                    }
                }
            }
        }
    }
}
