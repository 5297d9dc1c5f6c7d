package io.millrace.waveform;

import io.millrace.batch.Batch;
import io.millrace.generator.Worker;
import io.millrace.waveform.detector.Projector;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** One thread's waveforms: parameters, then the model, then what detectors make of it. */
final class WaveformWorker implements Worker {
    private final Finish finish;
    private final Attempts attempts;

    WaveformWorker(WaveformGenerator generator) {
        finish = generator.projects() ? new Projected(generator) : new Direct(generator);
        try {
            attempts = new Attempts(generator.spec().parameters(), generator.seed(), finish);
        } catch (Throwable t) {
            finish.close();
            throw t;
        }
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        finish.bind(batch);
        attempts.fill(first, count, batch.tensor("parameters"), batch.tensor("attempts"));
    }

    @Override
    public void close() {
        finish.close();
    }

    /** From a point to the fields of an instance: what comes after the parameters. */
    private interface Finish extends Attempts.Maker, AutoCloseable {
        void bind(Batch batch);

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
        public Optional<String> refusal(Point point) {
            return model.refusal(point);
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
        public Optional<String> refusal(Point point) {
            return model.refusal(point);
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
