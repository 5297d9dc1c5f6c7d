package io.millrace.waveform;

/** What of a waveform is written, where no detectors are asked for. */
public enum Output {
    /** Both polarizations, complex. */
    POLARIZATIONS,
    /** Amplitude and unwrapped phase of h̃, real; for models with spins along the orbital axis. */
    AMPLITUDE_PHASE
}
