package io.millrace.causal.mechanism;

/** What a choice of a mixture is made for. */
public enum Per {
    /** Once for all nodes of a graph. */
    GRAPH,
    /** For each node. */
    NODE
}
