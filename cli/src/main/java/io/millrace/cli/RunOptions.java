package io.millrace.cli;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.generator.Backends;
import io.millrace.pipeline.Options;
import picocli.CommandLine.Option;

/** The options that say how to run; none of them changes an instance. */
final class RunOptions {
    @Option(names = "--workers", paramLabel = "W", description = "Threads; the machine's processors where not given.")
    private Integer workers;

    @Option(
            names = "--batch",
            paramLabel = "B",
            description = "Instances per batch; about 1 MiB of them where not given.")
    private Integer batch;

    @Option(
            names = "--prefetch",
            paramLabel = "P",
            description = "Batches ahead of the consumer; one per worker where not given. "
                    + "A dataset has no consumer: its workers write what they filled.")
    private Integer prefetch;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = Backends.AUTO,
            description = "auto, or one that 'millrace info' lists (default: ${DEFAULT-VALUE}).")
    private String backend;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    String backend() {
        return backend;
    }

    boolean quiet() {
        return quiet;
    }

    /**
     * Workers and batches for instances of this schema.
     *
     * @param count how many instances there are to make
     * @throws IllegalArgumentException for a value out of range, or if the batches do not fit in the machine's memory
     */
    Options options(Schema schema, long count) {
        Options machine = Options.forMachine(schema);
        int chosen = workers == null ? machine.workers() : workers;
        Options options = new Options(
                chosen,
                batch == null ? machine.batch() : batch,
                prefetch == null ? Options.prefetchFor(chosen) : prefetch);
        int capacity = (int) Math.min(options.batch(), Math.max(count, 1));
        Machine.requireMemory(
                Math.multiplyExact(Batch.bytes(schema, capacity), (long) options.workers()),
                options.workers() + " workers with batches of " + capacity);
        return options;
    }
}
