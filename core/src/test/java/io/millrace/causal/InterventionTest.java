package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets, their values, and fresh worlds. False-alarm rates are those of {@link Statistics}. */
class InterventionTest {
    private static final long SEED = 20261204;

    private static double law(double x) {
        return Math.clamp((x + 5) / 4, 0, 1) / 2 + Math.clamp((x - 1) / 4, 0, 1) / 2;
    }

    /** ±U[1, 5): the same in all rows of a world, of its own in each world. */
    @ParameterizedTest
    @ValueSource(strings = {"twin", "fresh"})
    void hard(String worlds) {
        int count = 3_000;
        double[] values = new double[3 * count];
        double next = 0;
        String settings = "nodes=3 rows=2 fields=intervened,target worlds=" + worlds;
        try (Made made = Made.of(settings, SEED, count)) {
            for (int k = 0; k < values.length; k++) {
                values[k] = made.intervened(k / 3, k % 3, 0, k % 3);
                assertEquals(values[k], made.intervened(k / 3, k % 3, 1, k % 3));
                assertEquals(k % 3, made.integer("target", k / 3, k % 3));
                next += k > 0 ? values[k] * values[k - 1] : 0;
            }
        }
        double square = (25 + 5 + 1) / 3.0;
        Statistics.mean("neighbours", next / (values.length - 1), 0, square * square, values.length - 1);
        Statistics.kolmogorovSmirnov("values", values, InterventionTest::law);
    }

    @Test
    void hardPerRow() {
        int count = 300;
        int rows = 20;
        double[] values = new double[2 * rows * count];
        double[] sums = new double[3];
        String settings = "nodes=5 targets=1 target-size=2 rows=20 intervention=hard-per-row fields=intervened,target";
        try (Made made = Made.of(settings, SEED, count)) {
            for (int k = 0; k < rows * count; k++) {
                int i = k / rows;
                int r = k % rows;
                int first = made.integer("target", i, 0);
                int second = made.integer("target", i, 1);
                values[2 * k] = made.intervened(i, 0, r, first);
                values[2 * k + 1] = made.intervened(i, 0, r, second);
                sums[0] += values[2 * k] * values[2 * k + 1];
                sums[1] += values[2 * k] * made.intervened(i, 0, (r + 1) % rows, first);
                sums[2] += values[2 * k]
                        * made.intervened((i + 1) % count, 0, r, made.integer("target", (i + 1) % count, 0));
            }
        }
        double square = (25 + 5 + 1) / 3.0;
        for (double sum : sums) {
            Statistics.mean("neighbours", sum / rows / count, 0, square * square, rows * count);
        }
        Statistics.kolmogorovSmirnov("values", values, InterventionTest::law);
    }

    /** Shifts are what the same model gets where the value is set, too: the numbers of both kinds are the same. */
    @ParameterizedTest
    @CsvSource({"hard, shift", "hard-per-row, shift-per-row"})
    void shift(String hard, String shift) {
        String settings = "nodes=6 rows=10 fields=base,intervened,delta intervention=";
        try (Made set = Made.of(settings + hard, SEED, 20);
                Made shifted = Made.of(settings + shift, SEED, 20)) {
            for (int k = 0; k < 20 * 6 * 10; k++) {
                int i = k / 60;
                int world = k / 10 % 6;
                int r = k % 10;
                float value = (float) set.intervened(i, world, r, world);
                assertEquals((float) shifted.base(i, r, world) + value, (float) shifted.intervened(i, world, r, world));
                assertEquals(value, shifted.delta(i, world, r, world), Math.ulp((float)
                        (16 + Math.abs(shifted.base(i, r, world)))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"twin", "fresh"})
    void clamp(String worlds) {
        try (Made made =
                Made.of("nodes=6 rows=10 bias=3 intervention=clamp fields=intervened worlds=" + worlds, SEED, 5)) {
            for (int k = 0; k < 5 * 6 * 10; k++) {
                assertEquals(0, made.bits("intervened", k / 60, made.place(k / 10 % 6, k % 10, k / 10 % 6)));
            }
        }
    }

    /** With z-scores the value is one of the raw units; with internal ones of those that are written. */
    @Test
    void unitsOfValues() {
        String settings = "nodes=6 rows=30 bias=avici fields=base,intervened intervention-value=3 scaling=";
        try (Made scored = Made.of(settings + "z-score", SEED, 5);
                Made internal = Made.of(settings + "internal", SEED, 5)) {
            for (int k = 0; k < 5 * 6; k++) {
                double mean = scored.get("mean", k / 6, k % 6);
                double deviation = scored.get("deviation", k / 6, k % 6);
                assertEquals((3 - mean) / deviation, scored.intervened(k / 6, k % 6, 7, k % 6), 1e-5);
                assertEquals(3, internal.intervened(k / 6, k % 6, 7, k % 6));
            }
        }
    }

    /** So many worlds, each of another node: every ordered choice alike. */
    @Test
    void drawnTargets() {
        int count = 12_000;
        long[] choices = new long[16];
        try (Made made = Made.of("nodes=4 rows=1 targets=2 fields=delta,target", SEED, count)) {
            for (int i = 0; i < count; i++) {
                choices[4 * made.integer("target", i, 0) + made.integer("target", i, 1)]++;
            }
        }
        for (int same = 0; same < 16; same += 5) {
            assertEquals(0, choices[same]);
        }
        Statistics.uniform(
                "targets", Arrays.stream(choices).filter(each -> each > 0).toArray());
    }

    /** Where a graph has fewer nodes than worlds are asked, each is a target once and the rest of the worlds is not there. */
    @Test
    void fewNodes() {
        try (Made made = Made.of("nodes=1..5 padding=6 rows=3 targets=4 fields=intervened,target", SEED, 200)) {
            for (int i = 0; i < 200; i++) {
                Set<Integer> seen = new HashSet<>();
                for (int world = 0; world < 4; world++) {
                    int target = made.integer("target", i, world);
                    if (world < made.nodes(i)) {
                        assertTrue(target >= 0 && target < made.nodes(i) && seen.add(target));
                    } else {
                        assertEquals(-1, target);
                        for (int k = 0; k < 18; k++) {
                            assertEquals(0, made.bits("intervened", i, made.place(world, 0, 0) + k));
                        }
                    }
                }
            }
        }
        try (Made made = Made.of("nodes=2..5 padding=6 rows=3 fields=delta,target", SEED, 50)) {
            for (int k = 0; k < 300; k++) {
                assertEquals(k % 6 < made.nodes(k / 6) ? k % 6 : -1, made.integer("target", k / 6, k % 6));
            }
        }
    }

    /** Nodes that are targets together: from 1 to 3, each number alike, each set of a number alike, worlds by themselves. */
    @Test
    void setsOfTargets() {
        int count = 6_000;
        long[] sizes = new long[3];
        long[] pairs = new long[25];
        int same = 0;
        int both = 0;
        String settings = "nodes=5 rows=1 targets=2 target-size=1..3 fields=delta,target";
        try (Made made = Made.of(settings, SEED, count)) {
            for (int k = 0; k < 2 * count; k++) {
                int[] set = new int[3];
                for (int s = 0; s < 3; s++) {
                    set[s] = made.integer("target", k / 2, k % 2 * 3 + s);
                }
                int size = set[2] >= 0 ? 3 : set[1] >= 0 ? 2 : 1;
                sizes[size - 1]++;
                assertTrue(set[0] >= 0 && set[0] < 5);
                for (int s = size; s < 3; s++) {
                    assertEquals(-1, set[s]);
                }
                assertTrue(size < 2 || set[0] != set[1]);
                assertTrue(size < 3 || set[2] != set[0] && set[2] != set[1]);
                pairs[size == 2 ? 5 * set[0] + set[1] : 0] += size == 2 ? 1 : 0;
                same += k % 2 == 0 && made.integer("target", k / 2, 3) == set[0] ? 1 : 0;
                both += k % 2 == 0 ? 1 : 0;
            }
        }
        Statistics.uniform("sizes", sizes);
        Statistics.uniform(
                "pairs", Arrays.stream(pairs).filter(each -> each > 0).toArray());
        Statistics.share("the same in both worlds", same, 0.2, both);
    }

    /** Fresh worlds: noise of their own, of the base's law, as many rows as are asked. */
    @Test
    void freshNoise() {
        int rows = 300;
        int count = 40;
        int n = 4;
        double[] noise = new double[count * n * (n - 1) * rows];
        double[] sums = new double[3];
        int k = 0;
        String settings = "nodes=4 graph=full rows=50 intervened-rows=300 worlds=fresh noise=laplace noise-scale=0.5 "
                + "bias=2 fields=base,intervened,target,weights";
        try (Made made = Made.of(settings, SEED, count)) {
            for (int i = 0; i < count; i++) {
                double[][] w = Dense.of(made, "weights", i);
                double[][][] left = new double[n][rows][n];
                double[][] base = new double[50][n];
                for (int r = 0; r < rows; r++) {
                    for (int j = 0; j < n; j++) {
                        for (int world = 0; world < n; world++) {
                            left[world][r][j] = made.intervened(i, world, r, j) - 2;
                            for (int c = 0; c < n; c++) {
                                left[world][r][j] -= w[c][j] * made.intervened(i, world, r, c);
                            }
                        }
                        if (r < 50) {
                            base[r][j] = made.base(i, r, j) - 2;
                            for (int c = 0; c < n; c++) {
                                base[r][j] -= w[c][j] * made.base(i, r, c);
                            }
                        }
                    }
                }
                for (int world = 0; world < n; world++) {
                    for (int r = 0; r < rows; r++) {
                        for (int j = 0; j < n; j++) {
                            if (j != world) {
                                noise[k++] = left[world][r][j];
                                int other = (j + 1) % n == world ? (j + 2) % n : (j + 1) % n;
                                sums[0] += left[world][r][j] * left[world][r][other];
                                sums[1] +=
                                        world + 1 < n && j != world + 1 ? left[world][r][j] * left[world + 1][r][j] : 0;
                                sums[2] += r < 50 ? left[world][r][j] * base[r][j] : 0;
                            }
                        }
                    }
                }
            }
        }
        assertEquals(noise.length, k);
        double variance = 0.25 * 0.25;
        Statistics.mean("another node", sums[0] / k, 0, 2 * variance, k);
        Statistics.mean("another world", sums[1] / (k / 2.0), 0, variance, k / 2.0);
        Statistics.mean("the base", sums[2] / (k / 6.0), 0, variance, k / 6.0);
        double scale = 0.5 / Math.sqrt(2);
        Statistics.kolmogorovSmirnov(
                "noise", noise, x -> x < 0 ? Math.exp(x / scale) / 2 : 1 - Math.exp(-x / scale) / 2);
    }

    @Test
    void freshWorldsDiffer() {
        String settings = "nodes=3 rows=4 worlds=fresh fields=base,intervened graph=erdos-renyi(0)";
        try (Made made = Made.of(settings, SEED, 10)) {
            for (int k = 0; k < 40; k++) {
                assertNotEquals(made.base(k / 4, k % 4, 1), made.intervened(k / 4, 0, k % 4, 1));
                assertNotEquals(made.intervened(k / 4, 2, k % 4, 1), made.intervened(k / 4, 0, k % 4, 1));
            }
        }
    }
}
