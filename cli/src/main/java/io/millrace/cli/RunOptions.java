package io.millrace.cli;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Options;
import picocli.CommandLine.Option;

/** The options that say how to run; none of them changes an instance. */
final class RunOptions {
    /** Of the option {@code --backend}. */
    static final String BACKEND = "auto, or one that 'millrace info' lists (default: ${DEFAULT-VALUE}). opencl:DEVICE "
            + "chooses devices: best, all, an index, several with commas between, or a part of a name.";

    @Option(
            names = "--workers",
            paramLabel = "W",
            description =
                    "Threads; where not given as many as the machine has processors (or the backend's devices have "
                            + "use for), work and memory for.")
    private Integer workers;

    @Option(
            names = "--batch",
            paramLabel = "B",
            description =
                    "Instances per batch; where not given about 1 MiB of them, or what suits the backend's devices.")
    private Integer batch;

    @Option(
            names = "--prefetch",
            paramLabel = "P",
            description = "Batches ahead of the consumer; one per worker where not given. "
                    + "A dataset has no consumer: its workers write what they filled.")
    private Integer prefetch;

    @Option(names = "--backend", paramLabel = "NAME", defaultValue = Backends.AUTO, description = BACKEND)
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
     * How many instances there are from the first on, where nobody says how many.
     *
     * @throws IllegalArgumentException if there is no end of them
     */
    static long rest(Generator generator, long first) {
        if (generator.size() == Long.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Missing required option: '--count=N', for instances that are drawn have no number of their own");
        }
        WholeNumber.require("--first", first, 0, generator.size() - 1);
        return generator.size() - first;
    }

    /**
     * Workers and batches for instances of this generator. Workers that are not asked for are no more than the batches, and
     * than what memory holds.
     *
     * @param count how many instances there are to make
     * @throws IllegalArgumentException for a value out of range, or if the batches do not fit in the machine's memory
     */
    Options options(Generator generator, long count) {
        return options(generator, count, workers, batch, prefetch);
    }

    /** The same of values that may not be given, which are null. */
    static Options options(Generator generator, long count, Integer workers, Integer batch, Integer prefetch) {
        Schema schema = generator.schema();
        Options machine = Options.forMachine(generator);
        int size = batch == null ? machine.batch() : batch;
        int capacity = Math.clamp(count, 1, Math.max(size, 1));
        long bytes = Batch.bytes(schema, capacity);
        long useful = Math.min(machine.workers(), Math.ceilDiv(Math.max(count, 1), (long) capacity));
        int chosen = workers == null ? (int) Machine.allowed(bytes, useful) : workers;
        Options options = new Options(chosen, size, prefetch == null ? Options.prefetchFor(chosen) : prefetch);
        Machine.requireMemory(
                Math.multiplyExact(bytes, (long) options.workers()),
                options.workers() + " workers with batches of " + capacity);
        return options;
    }
}
