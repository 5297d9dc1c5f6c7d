package io.millrace.radio;

import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;

/** The reference kernels. */
final class RadioScalar {
    private RadioScalar() {}

    static RadioKernels kernels(RadioSpec spec, Philox philox) {
        return new RadioKernels(SampleKernels.scalar(philox));
    }
}
