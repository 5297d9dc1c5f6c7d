package io.millrace.causal.mechanism;

/**
 * How a node's value follows from its K causes x₁ … x_K (in the order of their numbers), a bias b and its noise ε: x = f(x₁ … x_K) + b + ε
 * where nothing else is said. Weights w are drawn by the key {@code weight}. A node without causes has f = 0.
 */
public enum Mechanism {
    /** f = Σ w_k x_k. */
    LINEAR,
    /**
     * A function of a Gaussian process with the kernel c² e^{−|x − y|²/2ℓ²}, by M random Fourier features (Rahimi, Recht 2007; Lorch et al.
     * 2022): f = c √(2/M) Σ_m a_m cos(ω_m·x + φ_m), a ~ N(0, 1), ω ~ N(0, ℓ⁻² I), φ ~ U(0, 2π); ℓ and c of each node by the keys
     * {@code length-scale} and {@code output-scale}.
     */
    RFF_GP,
    /** f = Σ_h v_h σ(Σ_k w_hk x_k), σ(z) = 1/(1 + e^{−z}), v as w (Zheng et al. 2020). */
    MLP,
    /** f = tanh(w·x) + cos(w′·x) + sin(w″·x), a multiple index model (Zheng et al. 2020). */
    MIM,
    /**
     * The mean of the terms c x_k of every cause and of those of c x_k², c x_k x_l that a coin includes, each with c ~ ±U[.5, 1). gCastle's
     * quadratic also drops linear terms and all with c &lt; 0, and so edges.
     */
    QUADRATIC,
    /**
     * f = Σ_k Σ_{i ≤ d} a_ki x_kⁱ, a ~ U[0, 1), d by the key {@code polynomial-degree}: the Causal Discovery Toolbox's without its limit
     * of each cause's share to [−1, 1], and without its coin that multiplies by the noise.
     */
    POLYNOMIAL,
    /** f = Σ_k s(x_k), s(z) = a·b(z + c)/(1 + |b(z + c)|), a ~ 1 + Exp(mean ¼), b ~ ±U[.5, 2), c ~ U[−2, 2), one each a node (Bühlmann et al. 2014). */
    SIGMOID_ADD,
    /** x = s(Σ_k x_k + b + ε): the noise goes through, too. */
    SIGMOID_MIX,
    /** x = 1 with probability σ(w·x + b), else 0; without noise. */
    LOGISTIC,
    /**
     * x ~ Poisson(e^{w·x + b}) by inversion, without noise; a rate above {@value #FASTEST} is an overflow. The same uniform number in every
     * twin: a larger rate gives no smaller x.
     */
    POISSON;

    /** The largest rate of {@link #POISSON}: inversion takes about as many steps, and e^−rate is no subnormal number. */
    public static final double FASTEST = 500;

    /** Whether the noise is a uniform number that decides, instead of an addend. */
    public boolean decides() {
        return this == LOGISTIC || this == POISSON;
    }
}
