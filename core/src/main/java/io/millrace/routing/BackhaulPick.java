package io.millrace.routing;

/** Which customers are backhauls. */
public enum BackhaulPick {
    /** Each with probability .2. */
    EACH,
    /** Exactly ⌊.2·n⌋ of them, each subset equally likely. */
    EXACT
}
