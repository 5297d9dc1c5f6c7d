package io.millrace.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Tests of distributions. Each raises a false alarm in one of a million seeds ({@link #FALSE_ALARM}); seeds are fixed, so a
 * verdict stays what it is.
 */
public final class Statistics {
    /** Probability that a test refuses what is right. */
    public static final double FALSE_ALARM = 1e-6;

    /** Standard errors that a normal variable exceeds, upwards, with that probability. */
    private static final double ONE_SIDED = 4.753424;
    /** The same, upwards or downwards. */
    private static final double TWO_SIDED = 4.891638;

    private Statistics() {}

    /** Pearson's χ² of counts against probabilities that sum to 1; expected counts are 5 or more. */
    public static void chiSquare(String what, long[] counts, double... probabilities) {
        long total = Arrays.stream(counts).sum();
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = total * probabilities[i];
            assertTrue(expected >= 5, what + ": too few draws for χ²");
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        // Wilson and Hilferty 1931: the cube root of χ²/k is nearly normal.
        double k = counts.length - 1;
        double limit = k * Math.pow(1 - 2 / (9 * k) + ONE_SIDED * Math.sqrt(2 / (9 * k)), 3);
        verdict(what + ": χ² with " + (int) k + " degrees of freedom", statistic, limit);
    }

    /** χ² against equal probabilities. */
    public static void uniform(String what, long[] counts) {
        double[] probabilities = new double[counts.length];
        Arrays.fill(probabilities, 1.0 / counts.length);
        chiSquare(what, counts, probabilities);
    }

    /** Kolmogorov and Smirnov's largest distance from a distribution function; sorts the sample. */
    public static void kolmogorovSmirnov(String what, double[] sample, DoubleUnaryOperator distribution) {
        Arrays.sort(sample);
        double n = sample.length;
        double largest = 0;
        for (int i = 0; i < sample.length; i++) {
            double p = distribution.applyAsDouble(sample[i]);
            largest = Math.max(largest, Math.max(p - i / n, (i + 1) / n - p));
        }
        // Massart 1990: P(√n·D > t) ≤ 2·exp(−2t²).
        verdict(what + ": √n·D", Math.sqrt(n) * largest, Math.sqrt(Math.log(2 / FALSE_ALARM) / 2));
    }

    /** The mean of {@code count} independent values whose law has that mean and variance. */
    public static void mean(String what, double observed, double mean, double variance, double count) {
        verdict(
                what + ": standard errors of " + observed + " from " + mean,
                Math.abs(observed - mean) / Math.sqrt(variance / count),
                TWO_SIDED);
    }

    /** A share of {@code count} independent trials. */
    public static void share(String what, double hits, double probability, double count) {
        mean(what, hits / count, probability, probability * (1 - probability), count);
    }

    /** Φ by its series (Marsaglia 2004): ½ + φ(x)·Σ x^(2k+1)/(1·3·5⋯(2k+1)). */
    public static double normal(double x) {
        double term = x;
        double sum = x;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && k < 400; k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return .5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private static void verdict(String what, double statistic, double limit) {
        assertTrue(
                statistic <= limit, () -> String.format(Locale.ROOT, "%s is %.4f, above %.4f", what, statistic, limit));
    }
}
