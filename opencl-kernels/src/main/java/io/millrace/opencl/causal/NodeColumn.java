package io.millrace.opencl.causal;

/** What the device knows of a node, a word each; nodes stand in causal order. */
enum NodeColumn {
    /** Its number. */
    LABEL,
    /** The number of its mechanism. */
    MECHANISM,
    /** The number of its noise. */
    NOISE,
    /** Standard deviation of its noise, a float. */
    SCALE,
    /** Its constant, a float. */
    BIAS,
    /** How many causes. */
    CAUSES,
    /** Where they begin among all causes. */
    CAUSE_START,
    /** Where its weights begin among all numbers. */
    NUMBER_START,
    /** Where its random function begins among all functions' numbers. */
    FUNCTION_START,
    /** Where the function begins that spreads its noise; negative: there is none. */
    SPREAD_START
}
