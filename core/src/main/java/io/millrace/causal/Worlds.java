package io.millrace.causal;

/** What an intervened world shares with the base. */
public enum Worlds {
    /** The noise: row j of a world is the twin of row j of the base. */
    TWIN,
    /** Nothing but graph and equations. */
    FRESH
}
