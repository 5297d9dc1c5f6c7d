package io.millrace.waveform;

import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A model of waveforms on a domain, for one thread; owns its scratch memory and native handles. */
public interface Polarizations extends AutoCloseable {
    /** Why this model has no waveform at these parameters, in one sentence; empty if it has one. Costs little. */
    Optional<String> refusal(Point point);

    /**
     * Writes every bin of h₊ and h×, in strain·second, zero outside the model's range.
     *
     * @param plus rows of the domain's bins, of the type that the model was made for: C8 or C16
     * @param cross the same
     * @param row which of them to write
     * @throws PolarizationException if the model fails
     */
    void make(Point point, MemorySegment plus, MemorySegment cross, int row);

    @Override
    void close();
}
