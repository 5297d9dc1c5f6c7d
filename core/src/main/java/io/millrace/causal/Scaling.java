package io.millrace.causal;

/** How values are standardised; the constants are written to {@code mean} and {@code deviation}. */
public enum Scaling {
    /** Not at all. */
    NONE,
    /** Every world by mean and standard deviation of the base rows, once all is generated. */
    Z_SCORE,
    /**
     * Each node as it is generated, before its effects see it, by mean and standard deviation of its base rows (Ormaniec et al. 2024, iSCM); worlds
     * by those of the base.
     */
    INTERNAL
}
