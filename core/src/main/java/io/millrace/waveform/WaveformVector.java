package io.millrace.waveform;

/** The kernels over lanes. */
final class WaveformVector {
    private WaveformVector() {}

    static WaveformKernels kernels() {
        return new WaveformKernels(new PhaseVector(), new AmplitudeVector(), WaveVector::new);
    }
}
