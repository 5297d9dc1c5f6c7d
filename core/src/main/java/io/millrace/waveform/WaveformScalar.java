package io.millrace.waveform;

/** The reference kernels. */
final class WaveformScalar {
    private WaveformScalar() {}

    static WaveformKernels kernels() {
        return new WaveformKernels(new PhaseScalar(), new AmplitudeScalar(), WaveScalar::new);
    }
}
