package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.mechanism.Mechanism;
import io.millrace.causal.mechanism.Noise;
import io.millrace.random.Statistics;
import io.millrace.spec.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where specs have corners: laws side by side, bounds, zeros with a sign, deviations too small for floats. */
class CornersTest {
    private static final long SEED = 20261213;

    /** Two roots are independent, whatever their laws: nodes 2q and 2q + 1 share the words of a pair. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.5*gaussian+0.5*exponential",
                "0.5*gaussian+0.5*laplace",
                "0.5*gaussian+0.5*uniform",
                "0.5*gaussian+0.5*gumbel",
                "0.5*gaussian+0.5*student-t",
                "0.5*student-t+0.5*exponential",
                "0.5*laplace+0.5*uniform"
            })
    void mixedNoise(String noise) {
        String settings = "nodes=2 graph=erdos-renyi(0) rows=50 fields=base,mechanism noise=" + noise;
        Noise[] all = Noise.values();
        long[][] tables = new long[36][64];
        double[] correlation = new double[36];
        try (Made made = Made.of(settings, SEED, 2_000)) {
            for (int k = 0; k < 2_000 * 50; k++) {
                int i = k / 50;
                Noise one = all[made.integer("noise", i, 0)];
                Noise other = all[made.integer("noise", i, 1)];
                double x = made.base(i, k % 50, 0);
                double y = made.base(i, k % 50, 1);
                int u = Math.min(7, (int) (8 * NoiseLawTest.distribution(one, x)));
                int v = Math.min(7, (int) (8 * NoiseLawTest.distribution(other, y)));
                int table = 6 * one.ordinal() + other.ordinal();
                tables[table][8 * u + v]++;
                correlation[table] += x * y;
            }
        }
        StringBuilder wrong = new StringBuilder();
        for (int t = 0; t < 36; t++) {
            long total = java.util.Arrays.stream(tables[t]).sum();
            if (total > 0) {
                try {
                    Statistics.uniform(
                            all[t / 6] + ", " + all[t % 6] + ", correlation " + correlation[t] / total, tables[t]);
                } catch (AssertionError e) {
                    wrong.append(e.getMessage()).append("\n");
                }
            }
        }
        assertEquals("", wrong.toString());
    }

    /** A coin and the Gaussian noise of its neighbour are independent. */
    @ParameterizedTest
    @ValueSource(strings = {"logistic", "poisson"})
    void mixedDiscrete(String mechanism) {
        String settings = "nodes=2 graph=erdos-renyi(0) rows=50 bias=-1 fields=base,mechanism mechanism=0.5*linear+0.5*"
                + mechanism;
        double[] product = new double[2];
        double[] square = new double[2];
        int[] n = new int[2];
        try (Made made = Made.of(settings, SEED, 2_000)) {
            for (int k = 0; k < 2_000 * 50; k++) {
                int i = k / 50;
                boolean first = made.integer("mechanism", i, 0) == Mechanism.LINEAR.ordinal();
                boolean second = made.integer("mechanism", i, 1) == Mechanism.LINEAR.ordinal();
                if (first != second) {
                    int which = first ? 0 : 1;
                    double mean = mechanism.equals("logistic") ? 1 / (1 + Math.E) : Math.exp(-1);
                    double e = made.base(i, k % 50, which) + 1;
                    double d = made.base(i, k % 50, 1 - which) - mean;
                    product[which] += e * d;
                    square[which] += e * e * d * d;
                    n[which]++;
                }
            }
        }
        for (int which = 0; which < 2; which++) {
            double mean = product[which] / n[which];
            Statistics.mean("linear node " + which, mean, 0, square[which] / n[which] - mean * mean, n[which]);
        }
    }

    /** largest is of values before they are standardised, in worlds, too: none of the other nodes' raw values may be beyond it. */
    @ParameterizedTest
    @ValueSource(strings = {"z-score", "internal"})
    void largestOfWorlds(String scaling) {
        String settings =
                "nodes=3 rows=20 graph=full weight=2 intervention-value=3 largest=22 fields=base,intervened scaling=";
        try (Made made = Made.of(settings + scaling, SEED, 20)) {
            double most = 0;
            for (int k = 0; k < 20 * 3 * 20 * 3; k++) {
                int i = k / 180;
                int world = k % 180 / 60;
                int j = k % 3;
                double scaled = made.get("intervened", i, k % 180);
                if (j != world) {
                    most = Math.max(most, Math.abs(scaled * made.get("deviation", i, j) + made.get("mean", i, j)));
                }
            }
            double largest = most;
            assertTrue(most <= 22 * (1 + 1e-5), () -> "a raw value of " + largest);
        }
    }

    /** All raw values are small, however large the z-scores. */
    @Test
    void largestOfZScores() {
        String settings =
                "nodes=3 rows=20 graph=erdos-renyi(0) noise-scale=0.01 intervention-value=1 largest=50 scaling=z-score";
        try (Made made = Made.of(settings, SEED, 2)) {
            assertEquals(0, made.integer("attempts", 1, 0));
        }
    }

    @Test
    void minusZero() {
        StringBuilder wrong = new StringBuilder();
        for (String setting : new String[] {
            "weight=-0", "weight=uniform(-0,1)", "graph=erdos-renyi(-0)", "mechanism=0.9999999999*linear"
        }) {
            CausalSpec spec = Made.spec(setting);
            if (!spec.equals(CausalKeys.parse(spec.settings()))) {
                wrong.append(setting).append(" is read back as another\n");
            }
        }
        assertEquals("", wrong.toString());
    }

    /** Everything that is written is finite. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nodes=2 graph=full noise-scale=1e-40 scaling=z-score",
                "nodes=2 graph=full noise-scale=1e-40 scaling=internal"
            })
    void tinyDeviations(String settings) {
        try (Made made = Made.of(settings + " rows=5 fields=base", SEED, 2)) {
            for (String field : new String[] {"base"}) {
                for (int e = 0; e < made.elements(field); e++) {
                    double x = made.get(field, 1, e);
                    assertTrue(Double.isFinite(x), () -> field + " has a " + x);
                }
            }
        }
    }

    @Test
    void constructorChecks() {
        CausalSpec d = CausalSpec.DEFAULT;
        assertThrows(
                SpecException.class,
                () -> new CausalSpec(
                        d.nodes(),
                        0,
                        d.graphs(),
                        d.equations(),
                        0,
                        d.scaling(),
                        Float.NaN,
                        d.interventions(),
                        d.fields()));
    }
}
