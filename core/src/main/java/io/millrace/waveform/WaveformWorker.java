package io.millrace.waveform;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Worker;
import io.millrace.waveform.detector.Projector;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.ParameterSource;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** One thread's waveforms: parameters, then the model, then what detectors make of it. */
final class WaveformWorker implements Worker {
    /** Attempts at an instance; a prior that needs more is refused by the index that did. */
    static final int MOST_ATTEMPTS = 1000;

    private final WaveformGenerator generator;
    private final boolean drawn;
    private final ParameterSource.Reader reader;
    private final Point point = new Point();
    private final double[] row;
    private final Stage stage;
    private String refusal;

    WaveformWorker(WaveformGenerator generator) {
        this.generator = generator;
        ParameterSource source = generator.spec().parameters();
        drawn = source.drawn();
        reader = source.newReader(generator.seed());
        row = new double[source.columns().size()];
        stage = generator.projects() ? new Projected(generator) : new Direct(generator);
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        stage.bind(batch);
        MemorySegment parameters = batch.tensor("parameters");
        MemorySegment attempts = batch.tensor("attempts");
        for (int i = 0; i < count; i++) {
            int attempt = make(first + i, i);
            MemorySegment.copy(row, 0, parameters, Elements.F8, 8L * row.length * i, row.length);
            attempts.setAtIndex(Elements.I4, i, attempt);
        }
    }

    private int make(long index, int at) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (attempt(index, attempt, at)) {
                return attempt;
            }
            if (!drawn) {
                throw new GenerationException(
                        index, "its parameters (" + point + ") have no waveform: " + refusal, null);
            }
        }
        throw new GenerationException(
                index,
                "none of " + MOST_ATTEMPTS + " draws of its parameters has a waveform; the last (" + point + "): "
                        + refusal,
                null);
    }

    private boolean attempt(long index, int attempt, int at) {
        if (!reader.read(index, attempt, point, row, 0)) {
            refusal = "a constraint does not hold";
            return false;
        }
        Optional<String> objection = stage.model().refusal(point);
        if (objection.isPresent()) {
            refusal = objection.get();
            return false;
        }
        try {
            stage.make(index, attempt, point, at);
            return true;
        } catch (PolarizationException e) {
            refusal = e.getMessage();
            return false;
        }
    }

    @Override
    public void close() {
        stage.close();
    }

    /** From a point to the fields of an instance. */
    private interface Stage extends AutoCloseable {
        Polarizations model();

        void bind(Batch batch);

        void make(long index, int attempt, Point point, int at);

        @Override
        void close();
    }

    /** The model writes the batch itself. */
    private static final class Direct implements Stage {
        private final Polarizations model;
        private final boolean shifting;
        private final TimeShift shift;
        private MemorySegment first;
        private MemorySegment second;

        Direct(WaveformGenerator generator) {
            model = generator.direct();
            shifting = generator.shifting();
            shift = new TimeShift(generator.spec().domain(), generator.outputType());
        }

        @Override
        public Polarizations model() {
            return model;
        }

        @Override
        public void bind(Batch batch) {
            first = batch.tensor(0);
            second = batch.tensor(1);
        }

        @Override
        public void make(long index, int attempt, Point point, int at) {
            model.make(point, first, second, at);
            double time = point.get(Parameter.GEOCENT_TIME);
            if (!shifting && time != 0) {
                shift.apply(time, first, at);
                shift.apply(time, second, at);
            }
        }

        @Override
        public void close() {
            model.close();
        }
    }

    /** The model writes scratch in double precision, which a projector reads. */
    private static final class Projected implements Stage {
        private final Arena arena = Arena.ofShared();
        private final Polarizations model;
        private final Projector projector;
        private final MemorySegment plus;
        private final MemorySegment cross;
        private MemorySegment strain;

        Projected(WaveformGenerator generator) {
            model = generator.staged();
            projector = generator.projector();
            long scratch = 16L * generator.spec().domain().bins();
            plus = arena.allocate(scratch, Batch.ALIGNMENT);
            cross = arena.allocate(scratch, Batch.ALIGNMENT);
        }

        @Override
        public Polarizations model() {
            return model;
        }

        @Override
        public void bind(Batch batch) {
            strain = batch.tensor(0);
        }

        @Override
        public void make(long index, int attempt, Point point, int at) {
            model.make(point, plus, cross, 0);
            projector.project(point, index, attempt, plus, cross, strain, at);
        }

        @Override
        public void close() {
            model.close();
            arena.close();
        }
    }
}
