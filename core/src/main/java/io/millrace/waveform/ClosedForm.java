package io.millrace.waveform;

import io.millrace.batch.DType;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Polarizations of a {@link Model}: block after block of bins, small enough for the first-level cache. */
final class ClosedForm implements Polarizations {
    /** Bins at once: four arrays of 4 KiB. */
    private static final int BLOCK = 512;

    private final Model model;
    private final Domain domain;
    private final Grid grid;
    private final WaveformKernels kernels;
    private final double reference;
    private final int bytes;
    private final Signal signal = new Signal();
    private final double[] phase = new double[BLOCK + Grid.SLACK];
    private final double[] amplitude = new double[BLOCK + Grid.SLACK];
    private final double[] sine = new double[BLOCK + Grid.SLACK];

    ClosedForm(Model model, Domain domain, Grid grid, WaveformKernels kernels, double reference, DType type) {
        this.model = model;
        this.domain = domain;
        this.grid = grid;
        this.kernels = kernels;
        this.reference = reference;
        this.bytes = type.bytes();
    }

    @Override
    public Optional<String> refusal(Point point) {
        return model.refusal(point, domain);
    }

    @Override
    public void make(Point point, MemorySegment plus, MemorySegment cross) {
        model.set(point, domain, domain.minimum(), reference, signal);
        signal.orient(point);
        zero(plus);
        zero(cross);
        for (int base = signal.from; base < signal.to; base += BLOCK) {
            int end = Math.min(base + BLOCK, signal.to);
            evaluate(base, end);
            kernels.wave().write(signal, base, end, amplitude, phase, sine, base, plus, cross);
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

    private void zero(MemorySegment polarization) {
        polarization.asSlice(0, (long) bytes * signal.from).fill((byte) 0);
        polarization.asSlice((long) bytes * signal.to).fill((byte) 0);
    }

    @Override
    public void close() {}
}
