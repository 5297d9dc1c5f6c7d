package io.millrace.radio;

/** What is written of each receiver's signal. */
public enum Output {
    /** The samples. */
    IQ,
    /** The features of the samples, which then exist a block at a time. */
    FEATURES,
    /** Both. */
    BOTH;

    /** Whether the samples are written. */
    public boolean samples() {
        return this != FEATURES;
    }

    /** Whether features are. */
    public boolean features() {
        return this != IQ;
    }
}
