package io.millrace.waveform;

/** What is done to a waveform beyond the model's own definition. */
public enum Conditioning {
    /** Nothing: the grid starts at f_min, the peak is at time 0. */
    NONE,
    /**
     * As LALSimulation's {@code SimInspiralFD} prepares a waveform for the time domain: generated from a lower frequency,
     * tapered below f_min, its last bin zero, and shifted in time so that the signal ends within the segment.
     */
    INSPIRAL_FD
}
