package io.millrace.causal;

/** What is written of each instance. */
public enum Output {
    /** Samples of the undisturbed world. */
    BASE,
    /** Samples of each intervened world. */
    INTERVENED,
    /** Intervened − base; twin worlds alone. */
    DELTA,
    /** The nodes of each intervention. */
    TARGET,
    /** Which node is a cause of which. */
    ADJACENCY,
    /** Weights of a linear model. */
    WEIGHTS,
    /** Nodes in a causal order. */
    ORDER,
    /** Which node leads to which. */
    DESCENDANTS,
    /** Total effects of a linear model. */
    TOTAL_EFFECTS,
    /** Standard deviations of the noise. */
    NOISE_SCALE,
    /** Mechanism and noise of each node, and the graph's family. */
    MECHANISM,
    /** How well variance, and what the others explain, sort the nodes. */
    SORTABILITY
}
