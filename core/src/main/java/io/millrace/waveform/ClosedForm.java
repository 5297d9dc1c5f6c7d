package io.millrace.waveform;

import io.millrace.batch.DType;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A {@link Model} evaluated by kernels: block after block of bins, small enough for the first-level cache. */
final class ClosedForm implements Polarizations {
    /** Bins at once: three arrays of 4 KiB. */
    static final int BLOCK = 512;

    private final Domain domain;
    private final Grid grid;
    private final WaveformKernels kernels;
    private final WaveKernel wave;
    private final int bytes;
    private final SignalSource source;
    private final Signal signal;
    private final double[] phase = new double[BLOCK + Grid.SLACK];
    private final double[] amplitude = new double[BLOCK + Grid.SLACK];
    private final double[] sine = new double[BLOCK + Grid.SLACK];

    /**
     * One thread's.
     *
     * @param type of what is written: C8 or C16 for polarizations, F4 or F8 for amplitude and phase
     * @param timed whether the signal is shifted by its {@code geocent_time}
     */
    ClosedForm(WaveformSpec spec, Grid grid, WaveformKernels kernels, DType type, boolean timed) {
        this.domain = spec.domain();
        this.grid = grid;
        this.kernels = kernels;
        this.wave = kernels.wave(type);
        this.bytes = type.bytes();
        this.source = new SignalSource(spec, timed);
        this.signal = source.signal;
    }

    @Override
    public Optional<String> refusal(Point point) {
        return source.refusal(point);
    }

    @Override
    public void make(Point point, MemorySegment plus, MemorySegment cross, int row) {
        source.set(point);
        zero(plus, row);
        zero(cross, row);
        long element = (long) row * domain.bins();
        for (int base = signal.from; base < signal.to; base += BLOCK) {
            int end = Math.min(base + BLOCK, signal.to);
            evaluate(base, end);
            source.conditioning.taper(base, end, amplitude, base);
            wave.write(signal, base, end, amplitude, phase, sine, base, plus, cross, element);
        }
    }

    private void evaluate(int base, int end) {
        int join1 = Math.clamp(signal.phaseJoin1, base, end);
        int join2 = Math.clamp(signal.phaseJoin2, base, end);
        kernels.phase().series(grid, signal, base, join1, phase, base);
        kernels.phase().middle(grid, signal, join1, join2, phase, base);
        kernels.phase().ring(grid, signal, join2, end, phase, base);
        join1 = Math.clamp(signal.amplitudeJoin1, base, end);
        join2 = Math.clamp(signal.amplitudeJoin2, base, end);
        kernels.amplitude().series(grid, signal, base, join1, amplitude, base);
        kernels.amplitude().middle(grid, signal, join1, join2, amplitude, base);
        kernels.amplitude().ring(grid, signal, join2, end, amplitude, base);
    }

    private void zero(MemorySegment out, int row) {
        long start = (long) row * domain.bins() * bytes;
        out.asSlice(start, (long) bytes * signal.from).fill((byte) 0);
        out.asSlice(start + (long) bytes * signal.to, (long) bytes * (domain.bins() - signal.to))
                .fill((byte) 0);
    }

    @Override
    public void close() {}
}
