package io.millrace.waveform;

import io.millrace.batch.DType;

/** The kernels of one worker; a backend names them. */
record WaveformKernels(PhaseKernel phase, AmplitudeKernel amplitude, WaveKernel wave) {
    /** The reference kernels. */
    static WaveformKernels scalar(DType type) {
        return new WaveformKernels(new PhaseScalar(), new AmplitudeScalar(), new WaveScalar(type));
    }

    /** The kernels over lanes. */
    static WaveformKernels vector(DType type) {
        return new WaveformKernels(new PhaseVector(), new AmplitudeVector(), new WaveVector(type));
    }
}
