package io.millrace.radio;

import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;

/**
 * What a backend computes with: {@link RadioScalar} or {@link RadioVector}, twins that give the same bits.
 *
 * @param samples kernels over samples
 */
record RadioKernels(SampleKernels samples) {
    /** A backend's, for one thread. */
    interface Factory {
        RadioKernels open(RadioSpec spec, Philox philox);
    }
}
