package io.millrace.opencl.causal;

/** What the device knows of a random function that it is to draw, a word each. */
enum FunctionColumn {
    /** Which of the instances that are made. */
    INSTANCE,
    /** Whose it is. */
    NODE,
    /** Arguments. */
    CAUSES,
    /** Where its numbers begin. */
    START,
    /** The stream of its normal numbers; its phases are the next one's. */
    STREAM,
    /** What a normal number is multiplied by to be an amplitude, a float. */
    AMPLITUDE,
    /** What one is multiplied by to be turns per unit, a float. */
    PER_UNIT
}
