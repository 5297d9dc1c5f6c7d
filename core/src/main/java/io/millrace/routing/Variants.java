package io.millrace.routing;

/** Whether every instance has every constraint of the spec. */
public enum Variants {
    /** Every one: instances are all of the same variant. */
    FIXED,
    /** Each with probability ½, drawn per instance: up to 16 variants in one dataset; an absent limit is +∞. */
    DRAWN
}
