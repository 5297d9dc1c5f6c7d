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
    /** Draws whose constraints may fail; what a stream's number leaves of a word. */
    static final int MOST_ATTEMPTS = 60_000;
    /** Draws that a model may refuse: it is costly to be wrong so often. */
    static final int MOST_REFUSALS = 1000;

    private final WaveformGenerator generator;
    private final boolean drawn;
    private final ParameterSource.Reader reader;
    private final Point point = new Point();
    private final double[] row;
    private final Finish finish;
    private String refusal;

    WaveformWorker(WaveformGenerator generator) {
        this.generator = generator;
        ParameterSource source = generator.spec().parameters();
        drawn = source.drawn();
        reader = source.newReader(generator.seed());
        row = new double[source.columns().size()];
        finish = generator.projects() ? new Projected(generator) : new Direct(generator);
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        finish.bind(batch);
        MemorySegment parameters = batch.tensor("parameters");
        MemorySegment attempts = batch.tensor("attempts");
        for (int i = 0; i < count; i++) {
            int attempt = make(first + i, i);
            MemorySegment.copy(row, 0, parameters, Elements.F8, 8L * row.length * i, row.length);
            attempts.setAtIndex(Elements.I4, i, attempt);
        }
    }

    private int make(long index, int at) {
        int refusals = 0;
        int attempt = 0;
        for (; attempt < MOST_ATTEMPTS && refusals < MOST_REFUSALS; attempt++) {
            if (!reader.read(index, attempt, point, row, 0)) {
                refusal = "a constraint does not hold";
                continue;
            }
            refusal = attempt(index, attempt, at);
            if (refusal == null) {
                return attempt;
            }
            if (!drawn) {
                throw new GenerationException(index, "there is no waveform: " + named(refusal), null);
            }
            refusals++;
        }
        throw new GenerationException(
                index, "none of " + attempt + " draws has a waveform; the last: " + named(refusal), null);
    }

    /** With the parameters, which a library's sentence has already. */
    private String named(String sentence) {
        String parameters = point.toString();
        return sentence.contains(parameters) ? sentence : sentence + " (" + parameters + ")";
    }

    /** Null, or why there is no waveform at these parameters. A failure that is not theirs ends the run. */
    private String attempt(long index, int attempt, int at) {
        Optional<String> objection = finish.model().refusal(point);
        if (objection.isPresent()) {
            return objection.get();
        }
        try {
            finish.make(index, attempt, point, at);
            return null;
        } catch (PolarizationException e) {
            return e.getMessage();
        } catch (RuntimeException e) {
            throw new GenerationException(index, named(String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void close() {
        finish.close();
    }

    /** From a point to the fields of an instance: what comes after the parameters. */
    private interface Finish extends AutoCloseable {
        Polarizations model();

        void bind(Batch batch);

        void make(long index, int attempt, Point point, int at);

        @Override
        void close();
    }

    /** The model writes the batch itself. */
    private static final class Direct implements Finish {
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
    private static final class Projected implements Finish {
        private final Arena arena;
        private final Polarizations model;
        private final Projector projector;
        private final MemorySegment plus;
        private final MemorySegment cross;
        private MemorySegment strain;

        Projected(WaveformGenerator generator) {
            projector = generator.projector();
            model = generator.staged();
            long scratch = 16L * generator.spec().domain().bins();
            arena = Arena.ofShared();
            try {
                plus = arena.allocate(scratch, Batch.ALIGNMENT);
                cross = arena.allocate(scratch, Batch.ALIGNMENT);
            } catch (OutOfMemoryError e) {
                close();
                throw e;
            }
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
            try {
                model.close();
            } finally {
                arena.close();
            }
        }
    }
}
