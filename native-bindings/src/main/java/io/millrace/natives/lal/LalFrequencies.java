package io.millrace.natives.lal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Frequencies as LAL reads them: immutable, for all threads; freed when nobody refers to them any more. */
public final class LalFrequencies {
    private final MemorySegment sequence;
    private final int length;
    private final double first;
    private final double last;

    /**
     * A copy.
     *
     * @param frequencies in Hz, 1 or more, positive, ascending
     * @throws IllegalArgumentException if they are not
     */
    public LalFrequencies(double[] frequencies) {
        length = frequencies.length;
        for (int i = 0; i < length; i++) {
            double before = i == 0 ? 0 : frequencies[i - 1];
            if (!(frequencies[i] > before && frequencies[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "frequency " + i + " is " + frequencies[i] + " Hz: allowed is more than " + before);
            }
        }
        if (length == 0) {
            throw new IllegalArgumentException("there are 0 frequencies: allowed is 1 or more");
        }
        first = frequencies[0];
        last = frequencies[length - 1];
        Arena arena = Arena.ofAuto();
        MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, frequencies);
        sequence = arena.allocate(SeriesLayout.SEQUENCE_BYTES, ValueLayout.ADDRESS.byteAlignment());
        SeriesLayout.writeSequence(sequence, data, length);
    }

    /** How many. */
    public int length() {
        return length;
    }

    MemorySegment sequence() {
        return sequence;
    }

    @Override
    public String toString() {
        return length + " frequencies from " + first + " to " + last + " Hz";
    }
}
