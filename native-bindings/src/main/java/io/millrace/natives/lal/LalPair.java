package io.millrace.natives.lal;

import java.lang.foreign.MemorySegment;

/**
 * Both polarizations of one waveform, in memory that LAL allocated; {@link #close} gives it back to LAL. The segments must
 * not be touched after that.
 */
public final class LalPair implements AutoCloseable {
    private final Lal lal;
    private final boolean frequencies;
    private final MemorySegment plusSeries;
    private final MemorySegment crossSeries;
    private final MemorySegment plus;
    private final MemorySegment cross;
    private boolean closed;

    LalPair(Lal lal, boolean frequencies, MemorySegment plusSeries, MemorySegment crossSeries) {
        this.lal = lal;
        this.frequencies = frequencies;
        this.plusSeries = SeriesLayout.series(plusSeries);
        this.crossSeries = SeriesLayout.series(crossSeries);
        long elementBytes = frequencies ? 2 * Double.BYTES : Double.BYTES;
        this.plus = SeriesLayout.data(this.plusSeries, elementBytes);
        this.cross = SeriesLayout.data(this.crossSeries, elementBytes);
    }

    /** h₊: complex doubles over frequency from 0 on in strain·second, or doubles over time in strain. */
    public MemorySegment plus() {
        return plus;
    }

    /** h×, like {@link #plus}. */
    public MemorySegment cross() {
        return cross;
    }

    /** δf in Hz or δt in s. */
    public double spacing() {
        return SeriesLayout.spacing(plusSeries, frequencies);
    }

    /** The time of the first sample, relative to coalescence, in whole nanoseconds as LAL keeps it. */
    public long epochNanos() {
        return SeriesLayout.epochNanos(plusSeries);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            lal.destroy(frequencies, plusSeries);
            lal.destroy(frequencies, crossSeries);
        }
    }
}
