package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights, biases and noise scales of linear models. False-alarm rates are those of {@link Statistics}. */
class WeightLawTest {
    private static final long SEED = 20261201;
    private static final int COUNT = 1_500;
    private static final int NODES = 10;
    private static final int PAIRS = NODES * (NODES - 1) / 2;

    /** The weights of full graphs, instance after instance. */
    private static double[] weights(String settings) {
        double[] weights = new double[COUNT * PAIRS];
        int k = 0;
        try (Made made = Made.of("nodes=10 graph=full rows=1 fields=adjacency,weights " + settings, SEED, COUNT)) {
            for (int i = 0; i < COUNT; i++) {
                for (int from = 0; from < NODES; from++) {
                    for (int to = 0; to < NODES; to++) {
                        double w = made.matrix("weights", i, from, to);
                        assertEquals(made.edge(i, from, to), w != 0);
                        if (w != 0) {
                            weights[k++] = w;
                        }
                    }
                }
            }
        }
        assertEquals(weights.length, k);
        return weights;
    }

    /** E|w| = 1.25, E w² = 1.75, half of them negative; a weight, its sign and its neighbours have nothing to do with each other. */
    @Test
    void notears() {
        double[] w = weights("");
        int n = w.length;
        double sum = 0;
        double square = 0;
        double next = 0;
        double signed = 0;
        int negative = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.abs(w[i]);
            square += w[i] * w[i];
            negative += w[i] < 0 ? 1 : 0;
            signed += Math.signum(w[i]) * (Math.abs(w[i]) - 1.25);
            next += w[i] * w[(i + 1) % n];
        }
        Statistics.mean("|w|", sum / n, 1.25, 1.5 * 1.5 / 12, n);
        // E w⁴ = (2⁵ − ½⁵)/(5·1.5)
        Statistics.mean("w²", square / n, 1.75, (32 - 1 / 32.0) / 7.5 - 1.75 * 1.75, n);
        Statistics.share("negative", negative, 0.5, n);
        Statistics.mean("sign and magnitude", signed / n, 0, 1.5 * 1.5 / 12, n);
        Statistics.mean("neighbours", next / n, 0, 1.75 * 1.75, n);
        double[] magnitudes = Arrays.stream(w).map(Math::abs).toArray();
        Statistics.kolmogorovSmirnov("|w|", magnitudes, x -> Math.clamp((x - 0.5) / 1.5, 0, 1));
    }

    @Test
    void avici() {
        double[] w = weights("weight=avici largest=1e38");
        Statistics.share("negative", Arrays.stream(w).filter(x -> x < 0).count(), 0.5, w.length);
        double[] magnitudes = Arrays.stream(w).map(Math::abs).toArray();
        Statistics.kolmogorovSmirnov("|w|", magnitudes, x -> Math.clamp((x - 1) / 2, 0, 1));
    }

    @Test
    void normal() {
        double[] w = weights("weight=normal(0.5,2)");
        Statistics.kolmogorovSmirnov("w", w, x -> Statistics.normal((x - 0.5) / 2));
    }

    /** Roots without noise are their biases, the same in each row. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"avici | -3 | 6", "uniform(1,3) | 1 | 2"})
    void biases(String law, double least, double width) {
        double[] biases = new double[COUNT * NODES];
        String settings = "nodes=10 graph=erdos-renyi(0) noise-scale=0 rows=2 fields=base bias=" + law;
        try (Made made = Made.of(settings, SEED, COUNT)) {
            for (int k = 0; k < biases.length; k++) {
                biases[k] = made.base(k / NODES, 0, k % NODES);
                assertEquals(biases[k], made.base(k / NODES, 1, k % NODES));
            }
        }
        double next = 0;
        double middle = least + width / 2;
        for (int k = 1; k < biases.length; k++) {
            next += (biases[k] - middle) * (biases[k - 1] - middle);
        }
        double variance = width * width / 12;
        Statistics.mean("neighbours", next / (biases.length - 1), 0, variance * variance, biases.length - 1);
        Statistics.kolmogorovSmirnov("biases", biases, x -> Math.clamp((x - least) / width, 0, 1));
    }

    @Test
    void noiseScales() {
        double[] scales = new double[COUNT * NODES];
        double both = 0;
        String settings = "nodes=10 graph=erdos-renyi(0) rows=1 noise-scale=avici bias=avici fields=";
        try (Made made = Made.of(settings + "noise-scale", SEED, COUNT);
                Made biased = Made.of(settings + "base noise-scale=0", SEED, COUNT)) {
            for (int k = 0; k < scales.length; k++) {
                scales[k] = made.get("noise_scale", k / NODES, k % NODES);
                both += (scales[k] - 1.1) * biased.base(k / NODES, 0, k % NODES);
            }
        }
        Statistics.mean("scale and bias", both / scales.length, 0, 1.8 * 1.8 / 12 * 3, scales.length);
        Statistics.kolmogorovSmirnov("scales", scales, x -> Math.clamp((x - 0.2) / 1.8, 0, 1));
        try (Made made = Made.of("nodes=3 rows=1 noise-scale=2.5 graph=full fields=noise-scale", SEED, 1)) {
            assertEquals(2.5, made.get("noise_scale", 0, 2));
        }
        assertTrue(scales[0] < scales[scales.length - 1]);
    }
}
