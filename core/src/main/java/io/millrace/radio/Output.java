package io.millrace.radio;

/** What is written of each receiver's signal. */
public enum Output {
    /** The samples. */
    IQ,
    /** The features of the samples, which then exist a block at a time. */
    FEATURES,
    /** Both. */
    BOTH;

    boolean samples() {
        return this != FEATURES;
    }

    boolean features() {
        return this != IQ;
    }
}
