package io.millrace.waveform;

/**
 * What a {@link Prologue} writes of the bins, the same for all instances: columns of doubles, one a bin, one column after the
 * other in this order; {@link #WEIGHT} and {@link #DEVIATION} in turn for each detector.
 */
public enum GridColumn {
    /** f in Hz, where a signal may be; f_max at 0 Hz. */
    F,
    /** u = f^⅓. */
    THIRD,
    /** f^(−5/3). */
    MINUS_FIVE_THIRDS,
    /** ln f. */
    LOG,
    /** f^¾. */
    THREE_QUARTERS,
    /** 1/f. */
    INVERSE,
    /** f^(−7/6), times the weight of the bin where polarizations are whitened. */
    AMPLITUDE,
    /** f in Hz, 0 too: what delays turn by. */
    FREQUENCY,
    /** What a detector's signal is multiplied by. */
    WEIGHT,
    /** The deviation of a detector's noise, of the real and of the imaginary part. */
    DEVIATION;

    /** How many columns there are with so many detectors. */
    static int columns(int detectors) {
        return WEIGHT.ordinal() + 2 * detectors;
    }
}
