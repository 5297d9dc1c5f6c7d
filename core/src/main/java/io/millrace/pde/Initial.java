package io.millrace.pde;

/** The family of the initial conditions. */
public enum Initial {
    /** The first of those that the equation has. */
    AUTO(0),
    /**
     * PDEBench's: Σ A sin(2πnx/ℓ + φ) of two modes, n from 1 to 4, A ~ U(0, 1), φ ~ U(0, 2π); one in ten its absolute value, then with a random sign, one in ten in a window of smooth
     * flanks (Takamoto et al., NeurIPS 2022).
     */
    PDEBENCH(2),
    /** Σ over n ≥ 1 of √2·25/(4π²n² + 25)·(a cos 2πnx/ℓ + b sin 2πnx/ℓ), a, b ~ N(0, 1): the law N(0, 625(−Δ + 25)⁻²) of FNO's Burgers data (Li et al., ICLR 2021) on [0, 1]. */
    GAUSSIAN_FIELD(4),
    /** cos(2πx/ℓ + φ)(1 + sin(2πx/ℓ + φ)), φ ~ U(0, 2π): Kassam and Trefethen's, anywhere. */
    KASSAM_TREFETHEN(1.3),
    /** The same number at all points, from U(0, 0.2): PDEBench's for diffusion and sorption. */
    CONSTANT(1);

    /** |u| is hardly ever larger. */
    final double bound;

    Initial(double bound) {
        this.bound = bound;
    }
}
