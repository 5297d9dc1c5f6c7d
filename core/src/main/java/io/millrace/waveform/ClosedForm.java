package io.millrace.waveform;

import io.millrace.batch.DType;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A {@link Model} evaluated by kernels: block after block of bins, small enough for the first-level cache. */
final class ClosedForm implements Polarizations {
    /** Bins at once: three arrays of 4 KiB. */
    static final int BLOCK = 512;

    private final Model model;
    private final WaveformSpec spec;
    private final Domain domain;
    private final Grid grid;
    private final WaveformKernels kernels;
    private final WaveKernel wave;
    private final boolean timed;
    private final int bytes;
    private final Signal signal = new Signal();
    private final InspiralFd conditioning = new InspiralFd();
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
        this.spec = spec;
        this.model = Approximants.model(spec.approximant());
        this.domain = spec.domain();
        this.grid = grid;
        this.kernels = kernels;
        this.wave = kernels.wave(type);
        this.timed = timed;
        this.bytes = type.bytes();
    }

    @Override
    public Optional<String> refusal(Point point) {
        if (point.precessing()) {
            return Optional.of(spec.approximant()
                    + " has spins along the orbital axis only: allowed are spin_1x, spin_1y, spin_2x, spin_2y of 0");
        }
        return model.refusal(point, domain, spec.fRef());
    }

    @Override
    public void make(Point point, MemorySegment plus, MemorySegment cross, int row) {
        set(point);
        zero(plus, row);
        zero(cross, row);
        long element = (long) row * domain.bins();
        for (int base = signal.from; base < signal.to; base += BLOCK) {
            int end = Math.min(base + BLOCK, signal.to);
            evaluate(base, end);
            if (spec.conditioning() == Conditioning.INSPIRAL_FD) {
                conditioning.taper(base, end, amplitude, base);
            }
            wave.write(signal, base, end, amplitude, phase, sine, base, plus, cross, element);
        }
    }

    private void set(Point point) {
        if (spec.conditioning() == Conditioning.INSPIRAL_FD) {
            conditioning.set(point, domain, model.merges());
            model.set(point, domain, conditioning.start, spec.fRef(), signal);
            // no model has a signal at 0 Hz, where a coarse grid's taper may begin
            signal.from = Math.max(1, Math.max(signal.from, conditioning.taperFrom));
            signal.to = Math.min(signal.to, domain.bins() - 1);
            signal.turn(0, -conditioning.shift);
        } else {
            model.set(point, domain, domain.minimum(), spec.fRef(), signal);
        }
        if (timed) {
            signal.turn(0, point.get(Parameter.GEOCENT_TIME));
        }
        signal.orient(point);
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
