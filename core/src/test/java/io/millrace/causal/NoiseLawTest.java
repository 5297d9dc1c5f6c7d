package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.mechanism.Noise;
import io.millrace.random.Statistics;
import io.millrace.spec.Settings;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The noise of nodes, as roots show it. False-alarm rates are those of {@link Statistics}, four moments of heavy tails nearly so. */
class NoiseLawTest {
    private static final long SEED = 20261208;
    private static final String ROOTS = "graph=erdos-renyi(0) fields=base ";
    private static final int BINS = 8;

    /** Distribution function at mean 0 and standard deviation 1; Student's with 3 degrees of freedom. */
    static double distribution(Noise noise, double x) {
        return switch (noise) {
            case GAUSSIAN -> Statistics.normal(Math.clamp(x, -9, 9));
            case EXPONENTIAL -> x < -1 ? 0 : -Math.expm1(-x - 1);
            case GUMBEL -> Math.exp(-Math.exp(-x * Math.PI / Math.sqrt(6) - 0.57721566490153286));
            case UNIFORM -> Math.clamp(0.5 + x / Math.sqrt(12), 0, 1);
            case LAPLACE -> x < 0 ? Math.exp(x * Math.sqrt(2)) / 2 : 1 - Math.exp(-x * Math.sqrt(2)) / 2;
            case STUDENT_T -> 0.5 + (x / (1 + x * x) + Math.atan(x)) / Math.PI;
        };
    }

    private static String kebab(Noise noise) {
        return Settings.kebab(noise);
    }

    /** All values over the noise scale. */
    private static double[] sample(String settings, double scale) {
        try (Made made = Made.of(ROOTS + "nodes=5 rows=2000 " + settings + " noise-scale=" + scale, SEED, 20)) {
            double[] sample = new double[20 * made.elements("base")];
            for (int k = 0; k < sample.length; k++) {
                sample[k] = made.get("base", k / 10_000, k % 10_000) / scale;
            }
            return sample;
        }
    }

    private static double moment(double[] sample, int power) {
        double sum = 0;
        for (double x : sample) {
            sum += Math.pow(x, power);
        }
        return sum / sample.length;
    }

    @ParameterizedTest
    @EnumSource
    void distributions(Noise noise) {
        Statistics.kolmogorovSmirnov(kebab(noise), sample("noise=" + kebab(noise), 0.5), x -> distribution(noise, x));
    }

    /** ν = 4 and ν → ∞. */
    @Test
    void freedom() {
        DoubleUnaryOperator four = x -> {
            double t = x * Math.sqrt(2);
            double s = t / Math.sqrt(1 + t * t / 4);
            return 0.5 + 0.375 * s * (1 - s * s / 12);
        };
        Statistics.kolmogorovSmirnov("ν = 4", sample("noise=student-t degrees-of-freedom=4", 2), four);
        double[] normal = sample("noise=student-t degrees-of-freedom=1000", 1);
        // within 4e-4 of the normal distribution: an eighth of what is told apart here
        Statistics.kolmogorovSmirnov("ν = 1000", normal, Statistics::normal);
    }

    /** Mean 0, variance 1, third and fourth moments; the variance of the fourth is the eighth less the fourth squared. */
    @ParameterizedTest
    @CsvSource({
        "gaussian, 0, 3, 15, 105",
        "uniform, 0, 1.8, 3.857142857142857, 9",
        "laplace, 0, 6, 90, 2520",
        "exponential, 2, 9, 265, 14833"
    })
    void moments(String noise, double third, double fourth, double sixth, double eighth) {
        double[] sample = sample("noise=" + noise, 2.5);
        int n = sample.length;
        Statistics.mean("mean", moment(sample, 1), 0, 1, n);
        Statistics.mean("variance", moment(sample, 2), 1, fourth - 1, n);
        Statistics.mean("third", moment(sample, 3), third, sixth - third * third, n);
        Statistics.mean("fourth", moment(sample, 4), fourth, eighth - fourth * fourth, n);
    }

    /** Skewness 12√6 ζ(3)/π³, kurtosis 5.4; with the sample's own errors. */
    @Test
    void gumbelMoments() {
        double[] sample = sample("noise=gumbel", 2.5);
        int n = sample.length;
        Statistics.mean("mean", moment(sample, 1), 0, 1, n);
        Statistics.mean("variance", moment(sample, 2), 1, 4.4, n);
        double third = moment(sample, 3);
        Statistics.mean("third", third, 1.1395470994046486, moment(sample, 6) - third * third, n);
        double fourth = moment(sample, 4);
        Statistics.mean("fourth", fourth, 5.4, moment(sample, 8) - fourth * fourth, n);
    }

    /** Far tails: how many are beyond the place that one in a thousand, or in ten thousand, is beyond. */
    @ParameterizedTest
    @EnumSource
    void tails(Noise noise) {
        double[] sample = sample("noise=" + kebab(noise), 1);
        for (double p : new double[] {1e-3, 1e-4}) {
            int above = 0;
            int below = 0;
            for (double x : sample) {
                double u = distribution(noise, x);
                above += u > 1 - p ? 1 : 0;
                below += u < p ? 1 : 0;
            }
            Statistics.share("above", above, p, sample.length);
            Statistics.share("below", below, p, sample.length);
        }
    }

    private static int bin(double u) {
        return Math.min(BINS - 1, (int) (BINS * u));
    }

    /** χ² of two numbers' tables: nodes of one row, neighbouring rows, neighbouring instances, seeds. */
    @ParameterizedTest
    @EnumSource
    void independent(Noise noise) {
        int n = 5;
        int rows = 400;
        long[][] tables = new long[13][BINS * BINS];
        String settings = ROOTS + "nodes=5 rows=400 noise=" + kebab(noise);
        try (Made made = Made.of(settings, SEED, 41);
                Made other = Made.of(settings, SEED + 1, 41)) {
            for (int i = 0; i < 40; i++) {
                for (int r = 0; r < rows; r++) {
                    int[] bins = new int[n];
                    for (int j = 0; j < n; j++) {
                        bins[j] = bin(distribution(noise, made.base(i, r, j)));
                    }
                    int table = 0;
                    for (int j = 0; j < n; j++) {
                        for (int k = 0; k < j; k++) {
                            tables[table++][BINS * bins[j] + bins[k]]++;
                        }
                    }
                    double next = made.base(r + 1 < rows ? i : i + 1, (r + 1) % rows, 1);
                    tables[10][BINS * bins[1] + bin(distribution(noise, next))]++;
                    tables[11][BINS * bins[1] + bin(distribution(noise, made.base(i + 1, r, 1)))]++;
                    tables[12][BINS * bins[1] + bin(distribution(noise, other.base(i, r, 1)))]++;
                }
            }
        }
        for (long[] table : tables) {
            Statistics.uniform(kebab(noise), table);
        }
    }

    /** Each node takes a law of the mixture by its weight, and has it; or the graph does. */
    @ParameterizedTest
    @CsvSource({"node", "graph"})
    void mixtures(String per) {
        int count = 4_000;
        long[] chosen = new long[3];
        double[][] values = new double[3][count];
        int alike = 0;
        String settings = "graph=erdos-renyi(0) nodes=3 rows=1 noise=0.5*uniform+0.3*exponential+0.2*laplace "
                + "fields=base,mechanism noise-per=" + per;
        try (Made made = Made.of(settings, SEED, count)) {
            for (int i = 0; i < count; i++) {
                int first = made.integer("noise", i, 0);
                int last = made.integer("noise", i, 2);
                alike += first == last && first == made.integer("noise", i, 1) ? 1 : 0;
                int kind = last == Noise.UNIFORM.ordinal() ? 0 : last == Noise.EXPONENTIAL.ordinal() ? 1 : 2;
                values[kind][(int) chosen[kind]++] = made.base(i, 0, 2);
            }
        }
        Statistics.chiSquare("noises", chosen, 0.5, 0.3, 0.2);
        Noise[] noises = {Noise.UNIFORM, Noise.EXPONENTIAL, Noise.LAPLACE};
        for (int kind = 0; kind < 3; kind++) {
            Noise noise = noises[kind];
            double[] sample = Arrays.copyOf(values[kind], (int) chosen[kind]);
            Statistics.kolmogorovSmirnov(kebab(noise), sample, x -> distribution(noise, x));
        }
        if (per.equals("graph")) {
            assertEquals(count, alike);
        } else {
            Statistics.share("alike", alike, 0.125 + 0.027 + 0.008, count);
        }
    }

    /**
     * Of a root heteroscedastic noise has a factor √ln(1 + e^h) of its own, h ~ N(0, 4) but for a kurtosis of 3.015. The same seed without
     * it tells the factor.
     */
    @Test
    void heteroscedasticRoots() {
        int count = 3_000;
        double[] h = new double[5 * count];
        double sum = 0;
        double square = 0;
        String settings = ROOTS + "nodes=5 rows=3 noise=laplace heteroscedastic=";
        try (Made made = Made.of(settings + true, SEED, count);
                Made plain = Made.of(settings + false, SEED, count)) {
            for (int k = 0; k < h.length; k++) {
                double[] factor = new double[3];
                for (int r = 0; r < 3; r++) {
                    factor[r] = made.base(k / 5, r, k % 5) / plain.base(k / 5, r, k % 5);
                    assertEquals(factor[0], factor[r], 1e-6 * factor[0]);
                }
                h[k] = Math.log(Math.expm1(factor[0] * factor[0]));
                sum += h[k];
                square += h[k] * h[k];
            }
        }
        Statistics.mean("h", sum / h.length, 0, 4, h.length);
        Statistics.mean("h²", square / h.length, 4, 16 * 2.015, h.length);
        Statistics.kolmogorovSmirnov("h", h, x -> Statistics.normal(x / 2));
    }

    /** A root's factor says nothing of another node's. */
    @Test
    void heteroscedasticNodesDiffer() {
        int count = 3_000;
        double product = 0;
        String settings = ROOTS + "nodes=2 rows=1 heteroscedastic=";
        try (Made made = Made.of(settings + true, SEED, count);
                Made plain = Made.of(settings + false, SEED, count)) {
            for (int i = 0; i < count; i++) {
                double one = 1;
                for (int j = 0; j < 2; j++) {
                    double factor = made.base(i, 0, j) / plain.base(i, 0, j);
                    one *= Math.log(Math.expm1(factor * factor));
                }
                product += one;
            }
        }
        Statistics.mean("h h", product / count, 0, 16, count);
        assertTrue(product != 0);
    }
}
