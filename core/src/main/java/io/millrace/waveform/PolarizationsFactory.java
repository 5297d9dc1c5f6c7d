package io.millrace.waveform;

import io.millrace.batch.DType;

/** Opens a model for one thread; itself safe for all. */
@FunctionalInterface
public interface PolarizationsFactory {
    /**
     * A model that writes elements of a type.
     *
     * @param type C8 or C16; for amplitude and phase F4 or F8
     * @param weights that each bin is multiplied with, one a bin; null for none
     */
    Polarizations open(DType type, double[] weights);
}
