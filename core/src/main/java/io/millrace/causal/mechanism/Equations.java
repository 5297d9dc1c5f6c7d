package io.millrace.causal.mechanism;

import io.millrace.causal.law.Law;
import io.millrace.causal.law.Mixture;
import io.millrace.spec.Decimal;
import io.millrace.spec.SpecException;

/**
 * What structural equations are drawn from. Keys, defaults and ranges: {@link EquationKeys}.
 *
 * @param mechanisms of the nodes
 * @param mechanismPer what each is chosen for
 * @param noises of the nodes
 * @param noisePer what each is chosen for
 * @param freedom ν of {@link Noise#STUDENT_T}, above 2
 * @param noiseScale standard deviation of the noise, a number a node, not negative
 * @param heteroscedastic whether the noise is multiplied by √ln(1 + e^{h(x)}), h by as many Fourier features with c 2 and ℓ 10 (Lorch et al. 2022)
 * @param weight of linear, logistic and Poisson mechanisms, of MLPs and index models
 * @param bias of every mechanism, a number a node
 * @param features M of {@link Mechanism#RFF_GP}, 1 … {@value #MOST_FEATURES}
 * @param lengthScale ℓ of it, a number a node, above 0
 * @param outputScale c of it
 * @param hidden units of {@link Mechanism#MLP}, 1 … {@value #MOST_FEATURES}
 * @param degree of {@link Mechanism#POLYNOMIAL}, 1 … {@value #MOST_DEGREE}
 */
public record Equations(
        Mixture<Mechanism> mechanisms,
        Per mechanismPer,
        Mixture<Noise> noises,
        Per noisePer,
        double freedom,
        Law noiseScale,
        boolean heteroscedastic,
        Law weight,
        Law bias,
        int features,
        Law lengthScale,
        Law outputScale,
        int hidden,
        int degree) {
    /** The most Fourier features, and the most hidden units. */
    public static final int MOST_FEATURES = 1024;

    /** The least ν: above 2, where the variance is finite. */
    public static final double LEAST_FREEDOM = 2.1;

    /** The most. */
    public static final double MOST_FREEDOM = 1000;

    /** The highest degree of a polynomial. */
    public static final int MOST_DEGREE = 5;

    /** ℓ of h. */
    static final float SPREAD_LENGTH = 10;

    /** c of h. */
    static final float SPREAD_OUTPUT = 2;

    /**
     * Checks that laws stay where they must.
     *
     * @throws SpecException naming the key
     */
    public Equations {
        requireIn("degrees-of-freedom", freedom, LEAST_FREEDOM, MOST_FREEDOM);
        requireIn("features", features, 1, MOST_FEATURES);
        requireIn("hidden", hidden, 1, MOST_FEATURES);
        requireIn("polynomial-degree", degree, 1, MOST_DEGREE);
        if (noiseScale.least() < 0) {
            throw new SpecException("noise-scale", noiseScale, "a law without negative numbers");
        }
        if (!(lengthScale.least() > 0)) {
            throw new SpecException("length-scale", lengthScale, "a law of numbers above 0");
        }
    }

    private static void requireIn(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new SpecException(key, Decimal.text(value), Decimal.text(least) + " to " + Decimal.text(most));
        }
    }

    /** Numbers of all equations of a graph, at most. */
    public long mostNumbers(int nodes, int edges) {
        long most = 0;
        for (Mechanism mechanism : mechanisms.choices()) {
            most = Math.max(
                    most,
                    switch (mechanism) {
                        case LINEAR, LOGISTIC, POISSON -> edges;
                        case RFF_GP -> (long) features * (edges + 2L * nodes);
                        case MLP -> (long) hidden * (edges + nodes);
                        case MIM -> 3L * edges;
                        case QUADRATIC -> 2L * edges + (long) edges * Math.min(edges, nodes) / 2;
                        case POLYNOMIAL -> (degree + 1L) * edges;
                        case SIGMOID_ADD, SIGMOID_MIX -> 3L * nodes;
                    });
        }
        return most + (heteroscedastic ? (long) features * (edges + 2L * nodes) : 0);
    }

    /** Whether every node is linear. */
    public boolean linear() {
        return mechanisms.choices().stream().allMatch(Mechanism.LINEAR::equals);
    }

    /** Whether any node may be of that mechanism. */
    public boolean has(Mechanism mechanism) {
        return mechanisms.choices().contains(mechanism);
    }

    /** Whether any node may have that noise. */
    public boolean has(Noise noise) {
        return noises.choices().contains(noise);
    }
}
