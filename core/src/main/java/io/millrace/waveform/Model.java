package io.millrace.waveform;

import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Point;
import java.util.Optional;

/** A waveform model with a closed form in the frequency domain and spins along the orbital axis; one thread's. */
interface Model {
    /** Whether it goes on through merger and ringdown. */
    boolean merges();

    /**
     * Why it has no waveform at these parameters on this domain; empty if it has one.
     *
     * @param reference the reference frequency in Hz, or 0
     */
    Optional<String> refusal(Point point, Domain domain, double reference);

    /**
     * Sets every piece of the signal but its orientation.
     *
     * @param minimum the frequency from which the signal is wanted, in Hz
     * @param reference the reference frequency in Hz; 0: the model's own default
     */
    void set(Point point, Domain domain, double minimum, double reference, Signal signal);
}
