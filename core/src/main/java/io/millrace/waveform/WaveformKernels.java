package io.millrace.waveform;

import io.millrace.batch.DType;
import java.util.function.Function;

/**
 * The kernels of one worker; a backend names them.
 *
 * @param phase of the signal
 * @param amplitude of the signal
 * @param polarizations from both, by element type
 */
record WaveformKernels(PhaseKernel phase, AmplitudeKernel amplitude, Function<DType, WaveKernel> polarizations) {
    /** What writes elements of that type: polarizations of C8 or C16, amplitude and phase of F4 or F8. */
    WaveKernel wave(DType type) {
        return type == DType.C8 || type == DType.C16 ? polarizations.apply(type) : new CurveKernel(type);
    }
}
