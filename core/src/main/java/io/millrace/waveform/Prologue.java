package io.millrace.waveform;

import io.millrace.batch.Elements;
import io.millrace.generator.GenerationException;
import io.millrace.waveform.detector.Aim;
import io.millrace.waveform.detector.Projection;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * What is scalar of waveforms, for whoever evaluates their bins elsewhere, such as on a device: parameters, attempts, and a row
 * of {@link SignalColumn}s for each instance; the {@link GridColumn}s of the bins. One thread's; {@link #fill} allocates
 * nothing but what priors do that are solved by a power. Class reproducible.
 */
public final class Prologue {
    private final Grid grid;
    private final Projection projection;
    private final Domain domain;
    private final int bins;
    private final Aim aim;
    private final SignalSource source;
    private final Attempts attempts;
    private final double[] row = new double[SignalColumn.ROW];
    private MemorySegment signals;

    /** Of a spec whose model has kernels here. */
    Prologue(WaveformSpec spec, long seed, Grid grid, Projection projection) {
        this.grid = grid;
        this.projection = projection;
        domain = spec.domain();
        bins = domain.bins();
        aim = projection.newAim();
        source = new SignalSource(spec, aim.detectors() == 0);
        attempts = new Attempts(spec.parameters(), seed, new Maker());
    }

    /** The number of detectors; 0 where the polarizations are what is written. */
    public int detectors() {
        return aim.detectors();
    }

    /** The first bin that gets noise, be its deviation zero: see {@link Projection#noisyFrom}. */
    public int noisyFrom() {
        return projection.noisyFrom();
    }

    /** Bytes that {@link #grid} writes. */
    public long gridBytes() {
        return 8L * bins * GridColumn.columns(aim.detectors());
    }

    /** Writes the columns of the bins. */
    public void grid(MemorySegment out) {
        column(grid.f, GridColumn.F, 0, out);
        column(grid.third, GridColumn.THIRD, 0, out);
        column(grid.minusFiveThirds, GridColumn.MINUS_FIVE_THIRDS, 0, out);
        column(grid.log, GridColumn.LOG, 0, out);
        column(grid.threeQuarters, GridColumn.THREE_QUARTERS, 0, out);
        column(grid.inverse, GridColumn.INVERSE, 0, out);
        column(grid.amplitude, GridColumn.AMPLITUDE, 0, out);
        column(domain.frequencies(), GridColumn.FREQUENCY, 0, out);
        for (int d = 0; d < aim.detectors(); d++) {
            column(projection.weights(d), GridColumn.WEIGHT, d, out);
            column(projection.deviations(d), GridColumn.DEVIATION, d, out);
        }
    }

    private void column(double[] values, GridColumn column, int detector, MemorySegment out) {
        long at = 8L * bins * (column.ordinal() + 2 * detector);
        MemorySegment.copy(values, 0, out, Elements.F8, at, bins);
    }

    /**
     * Makes instances {@code first … first + count − 1}.
     *
     * @param signals gets {@link SignalColumn#ROW} doubles for each
     * @param parameters gets the rows of the field {@code parameters}
     * @param attempts gets the field {@code attempts}
     * @throws GenerationException for one without a waveform
     */
    public void fill(long first, int count, MemorySegment signals, MemorySegment parameters, MemorySegment attempts) {
        this.signals = signals;
        this.attempts.fill(first, count, parameters, attempts);
    }

    private void set(int attempt) {
        Signal signal = source.signal;
        put(SignalColumn.FROM, signal.from);
        put(SignalColumn.TO, signal.to);
        put(SignalColumn.PHASE_JOIN, signal.phaseJoin1, signal.phaseJoin2);
        put(SignalColumn.AMPLITUDE_JOIN, signal.amplitudeJoin1, signal.amplitudeJoin2);
        put(SignalColumn.TAPER, source.conditioning.taperFrom, source.conditioning.taperTo);
        put(SignalColumn.SERIES_PHASE, signal.seriesPhase);
        put(SignalColumn.SERIES_LOG, signal.seriesLog);
        put(SignalColumn.MIDDLE_PHASE, signal.middlePhase);
        put(SignalColumn.RING_PHASE, signal.ringPhase);
        put(SignalColumn.SERIES_AMPLITUDE, signal.seriesAmplitude);
        put(SignalColumn.MIDDLE_AMPLITUDE, signal.middleAmplitude);
        put(SignalColumn.RING_AMPLITUDE, signal.ringAmplitude);
        put(SignalColumn.PLUS, signal.plusRe, signal.plusIm);
        put(SignalColumn.CROSS, signal.crossRe, signal.crossIm);
        for (int d = 0; d < aim.detectors(); d++) {
            int at = SignalColumn.ANTENNA.at() + d * SignalColumn.ANTENNA.width();
            row[at] = aim.plus(d);
            row[at + 1] = aim.cross(d);
            row[at + 2] = aim.delay(d);
            row[at + 3] = Integer.toUnsignedLong(aim.noiseLane(d, attempt));
        }
    }

    private void put(SignalColumn column, double value) {
        row[column.at()] = value;
    }

    private void put(SignalColumn column, double first, double second) {
        row[column.at()] = first;
        row[column.at() + 1] = second;
    }

    private void put(SignalColumn column, double[] values) {
        System.arraycopy(values, 0, row, column.at(), column.width());
    }

    /** Makes a row of a point. */
    private final class Maker implements Attempts.Maker {
        @Override
        public Optional<String> refusal(Point point) {
            return source.refusal(point);
        }

        @Override
        public void make(long index, int attempt, Point point, int at) {
            source.set(point);
            aim.at(point);
            set(attempt);
            MemorySegment.copy(row, 0, signals, Elements.F8, 8L * SignalColumn.ROW * at, SignalColumn.ROW);
        }
    }
}
