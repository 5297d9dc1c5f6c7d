package io.millrace.waveform;

import io.millrace.batch.RowsVector;

/** The kernels over lanes. */
final class WaveformVector {
    private WaveformVector() {}

    static WaveformKernels kernels() {
        return new WaveformKernels(new PhaseVector(), new AmplitudeVector(), WaveVector::new, new RowsVector());
    }
}
