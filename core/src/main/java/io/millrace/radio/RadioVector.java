package io.millrace.radio;

import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;

/** The kernels over lanes. */
final class RadioVector {
    private RadioVector() {}

    static RadioKernels kernels(RadioSpec spec, Philox philox) {
        return new RadioKernels(SampleKernels.vector(philox));
    }
}
