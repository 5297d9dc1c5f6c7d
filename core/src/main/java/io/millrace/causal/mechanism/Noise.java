package io.millrace.causal.mechanism;

/**
 * Families of noise, each with mean 0 and standard deviation 1, then times the node's noise scale. In terms of others: NumPy's
 * {@code exponential(s)} is noise scale s and a bias s; {@code uniform(-a, a)} is a/√3; {@code gumbel(0, s)} is sπ/√6 and a bias .5772 s;
 * {@code laplace(0, s)} is s√2.
 */
public enum Noise {
    /** N(0, 1), by Box and Muller. */
    GAUSSIAN,
    /** E − 1, E standard exponential. */
    EXPONENTIAL,
    /** (G − γ)√6/π, G = −ln E the standard Gumbel law of maxima. */
    GUMBEL,
    /** U[−√3, √3). */
    UNIFORM,
    /** ±E/√2, both signs alike. */
    LAPLACE,
    /**
     * Student's t with ν degrees of freedom over √(ν/(ν − 2)), ν by the key {@code degrees-of-freedom}, as √(ν(u^{−2/ν} − 1)) cos 2πv (Bailey,
     * Mathematics of Computation 62(206), 1994).
     */
    STUDENT_T
}
