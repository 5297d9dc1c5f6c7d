package io.millrace.natives.lal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The bytes of LAL's series and sequences, for frequency and time series alike, on every 64-bit platform.
 *
 * <pre>
 *   series, 128 bytes                                   sequence, 16 bytes
 *   0    char[64]  name                                 0   uint32   length
 *   64   int32     epoch, s                             4   —
 *   68   int32     epoch, ns                            8   pointer  data: double, or double re, im
 *   72   double    f0, or deltaT of a time series
 *   80   double    deltaF, or f0 of a time series
 *   88   30 bytes  units
 *   118  —
 *   120  pointer   sequence
 * </pre>
 */
final class SeriesLayout {
    private static final long EPOCH_SECONDS = 64;
    private static final long EPOCH_NANOS = 68;
    private static final long STEP_OF_TIME = 72;
    private static final long STEP_OF_FREQUENCY = 80;
    private static final long SEQUENCE = 120;
    private static final long SERIES_BYTES = 128;

    private static final long LENGTH = 0;
    private static final long DATA = 8;
    /** Bytes of a sequence's structure. */
    static final long SEQUENCE_BYTES = 16;

    private SeriesLayout() {}

    /** The structure that a pointer points to. */
    @SuppressWarnings("restricted") // the size is LAL's ABI
    static MemorySegment series(MemorySegment pointer) {
        return pointer.reinterpret(SERIES_BYTES);
    }

    /** The epoch in whole nanoseconds since LAL's, GPS time zero. */
    static long epochNanos(MemorySegment series) {
        return series.get(ValueLayout.JAVA_INT, EPOCH_SECONDS) * 1_000_000_000L
                + series.get(ValueLayout.JAVA_INT, EPOCH_NANOS);
    }

    /** δf in Hz, or δt in s. */
    static double spacing(MemorySegment series, boolean frequencies) {
        return series.get(ValueLayout.JAVA_DOUBLE, frequencies ? STEP_OF_FREQUENCY : STEP_OF_TIME);
    }

    /** The values, as many bytes as the sequence says; empty where there is no sequence or no data. */
    @SuppressWarnings("restricted") // the size is the sequence's own length
    static MemorySegment data(MemorySegment series, long elementBytes) {
        MemorySegment pointer = series.get(ValueLayout.ADDRESS, SEQUENCE);
        if (pointer.address() == 0) {
            return MemorySegment.NULL;
        }
        MemorySegment sequence = pointer.reinterpret(SEQUENCE_BYTES);
        long length = Integer.toUnsignedLong(sequence.get(ValueLayout.JAVA_INT, LENGTH));
        MemorySegment data = sequence.get(ValueLayout.ADDRESS, DATA);
        return data.address() == 0 ? MemorySegment.NULL : data.reinterpret(length * elementBytes);
    }

    /** Makes a sequence of real numbers over memory of our own, which LAL reads and does not free. */
    static void writeSequence(MemorySegment sequence, MemorySegment data, int length) {
        sequence.set(ValueLayout.JAVA_INT, LENGTH, length);
        sequence.set(ValueLayout.ADDRESS, DATA, data);
    }
}
