package io.millrace.cli;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.generator.Activity;
import io.millrace.generator.Generator;
import io.millrace.generator.Pace;
import io.millrace.generator.Worker;
import io.millrace.spec.Spec;
import java.util.Optional;

/** A generator that begins again where another one ends, so that it can be measured for as long as one likes. */
record Endless(Generator finite) implements Generator {
    /** The generator itself, if it never ends. */
    static Generator of(Generator generator) {
        return generator.size() == Long.MAX_VALUE ? generator : new Endless(generator);
    }

    @Override
    public Spec spec() {
        return finite.spec();
    }

    @Override
    public long seed() {
        return finite.seed();
    }

    @Override
    public Schema schema() {
        return finite.schema();
    }

    @Override
    public String backend() {
        return finite.backend();
    }

    @Override
    public Optional<String> foreign() {
        return finite.foreign();
    }

    @Override
    public Batch newBatch(int capacity) {
        return finite.newBatch(capacity);
    }

    @Override
    public Optional<Pace> pace() {
        return finite.pace();
    }

    @Override
    public Optional<Activity> activity() {
        return finite.activity();
    }

    @Override
    public Worker newWorker() {
        Worker worker = finite.newWorker();
        return new Worker() {
            @Override
            public void fill(long first, int count, Batch batch) {
                for (int done = 0; done < count; ) {
                    long index = (first + done) % finite.size();
                    int piece = (int) Math.min(count - done, finite.size() - index);
                    worker.fill(index, piece, batch.slice(done, piece));
                    done += piece;
                }
            }

            @Override
            public void close() {
                worker.close();
            }
        };
    }

    @Override
    public void close() {
        finite.close();
    }
}
