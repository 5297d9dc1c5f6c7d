package io.millrace.causal;

/** Probabilities of Poisson numbers, by logarithms. */
public final class Poissons {
    private Poissons() {}

    /** ln k!. */
    private static double logFactorial(int k) {
        double sum = 0;
        for (int i = 2; i <= k; i++) {
            sum += StrictMath.log(i);
        }
        return sum;
    }

    /** P(X = k). */
    public static double probability(double rate, int k) {
        return StrictMath.exp(k * StrictMath.log(rate) - rate - logFactorial(k));
    }

    /** P(X &gt; k): what is above, or 1 less what is not, whichever is the smaller sum. */
    public static double tail(double rate, int k) {
        double sum = 0;
        if (k + 1 > rate) {
            double p = probability(rate, k + 1);
            for (int i = k + 2; p > 1e-20 * sum; i++) {
                sum += p;
                p *= rate / i;
            }
            return sum;
        }
        double p = probability(rate, k);
        for (int i = k; i >= 0; i--) {
            sum += p;
            p *= i / rate;
        }
        return 1 - sum;
    }
}
