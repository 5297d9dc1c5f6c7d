package io.millrace.causal.kernel;

import io.millrace.causal.mechanism.Mechanism;
import io.millrace.math.Exp;

/** Poisson numbers by inversion. */
final class Poisson {
    private Poisson() {}

    /**
     * The least k with P(X > k) &lt; v, added up in doubles from k = 0: off by some 1e-13 in the tail, where v is 2⁻³² or more.
     *
     * @param logRate logarithm of the rate
     */
    static float quantile(float logRate, float v) {
        double rate = Exp.exp((double) logRate);
        if (!(rate <= Mechanism.FASTEST)) {
            return rate > Mechanism.FASTEST ? Float.POSITIVE_INFINITY : Float.NaN;
        }
        double p = Exp.exp(-rate);
        double tail = 1 - p;
        int k = 0;
        while (tail >= v) {
            k++;
            p *= rate / k;
            tail -= p;
        }
        return k;
    }
}
