package io.millrace.opencl.causal;

/** What the device knows of an instance, a word each. */
enum InstanceColumn {
    /** Where it stands in the batch. */
    SLOT,
    /** Which attempt is made. */
    ATTEMPT,
    /** Its nodes. */
    NODES,
    /** Its worlds. */
    WORLDS
}
