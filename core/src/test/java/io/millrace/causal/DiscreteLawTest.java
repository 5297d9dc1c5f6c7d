package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frequencies of discrete nodes. False-alarm rates are those of {@link Statistics}. */
class DiscreteLawTest {
    private static final long SEED = 20261210;
    private static final int ROWS = 2_000;
    private static final int COUNT = 5;

    private static double[] roots(String mechanism, double bias) {
        String settings = "nodes=3 graph=erdos-renyi(0) rows=2000 fields=base bias=" + bias + " mechanism=" + mechanism;
        try (Made made = Made.of(settings, SEED, COUNT)) {
            double[] values = new double[COUNT * ROWS * 3];
            for (int k = 0; k < values.length; k++) {
                values[k] = made.get("base", k / (3 * ROWS), k % (3 * ROWS));
            }
            return values;
        }
    }

    /** 1 with probability σ(z). */
    @ParameterizedTest
    @ValueSource(doubles = {-4, -1, 0, 0.5, 3})
    void logistic(double z) {
        double sum = 0;
        double[] values = roots("logistic", z);
        for (double x : values) {
            assertTrue(x == 0 || x == 1);
            sum += x;
        }
        Statistics.share("σ(" + z + ")", sum, 1 / (1 + Math.exp(-z)), values.length);
    }

    /** Mean and variance e^z, and each number by its probability; those that are expected less than ten times together. */
    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 1, 3, 5})
    void poisson(double z) {
        double[] values = roots("poisson", z);
        double rate = Math.exp(z);
        long[] counts = new long[1000];
        double sum = 0;
        double square = 0;
        for (double x : values) {
            counts[(int) x]++;
            sum += x;
            square += (x - rate) * (x - rate);
        }
        int n = values.length;
        Statistics.mean("mean", sum / n, rate, rate, n);
        // fourth central moment: λ + 3λ²
        Statistics.mean("variance", square / n, rate, rate + 2 * rate * rate, n);
        long[] cells = new long[counts.length + 1];
        double[] probabilities = new double[cells.length];
        int used = 1;
        for (int k = 0; k < counts.length; k++) {
            double p = Poissons.probability(rate, k);
            boolean rare = p * n < 10;
            cells[rare ? 0 : used] += counts[k];
            probabilities[rare ? 0 : used] += p;
            used += rare ? 0 : 1;
        }
        if (probabilities[0] * n < 5) {
            cells[1] += cells[0];
            probabilities[1] += probabilities[0];
            cells[0] = cells[--used];
            probabilities[0] = probabilities[used];
        }
        Statistics.chiSquare("λ = e^" + z, Arrays.copyOf(cells, used), Arrays.copyOf(probabilities, used));
    }

    /** Nodes and rows are decided by numbers of their own. */
    @Test
    void independent() {
        double[] values = roots("logistic", 0);
        int[] alike = new int[3];
        for (int k = 0; k < values.length; k += 3) {
            alike[0] += values[k] == values[k + 1] ? 1 : 0;
            alike[1] += values[k + 1] == values[k + 2] ? 1 : 0;
            alike[2] += values[k] == values[(k + 3) % values.length] ? 1 : 0;
        }
        for (int each : alike) {
            Statistics.share("alike", each, 0.5, values.length / 3.0);
        }
    }
}
