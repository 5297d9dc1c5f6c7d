package io.millrace.pipeline;

import io.millrace.generator.Generator;
import io.millrace.generator.Pace;

/**
 * How much runs at once; nothing here changes an instance.
 *
 * @param workers threads, 1 … {@value #MAX_WORKERS}
 * @param batch instances per batch, 1 or more
 * @param prefetch batches filled ahead of the consumer, 0 or more
 */
public record Options(int workers, int batch, int prefetch) {
    /** The most threads. */
    public static final int MAX_WORKERS = 4096;

    /** The most batches ahead. */
    public static final int MAX_PREFETCH = 1 << 16;

    /** The most instances of a batch that nobody asked for. */
    private static final int MAX_BATCH = 1 << 16;

    private static final int MAX_DEVICE_BATCH = 1 << 24;

    /** A batch's share of a core's cache, in bytes: half of a common second-level cache. */
    private static final long BATCH_BYTES = 1 << 20;

    /** Checks the ranges. */
    public Options {
        require("workers", workers, 1, MAX_WORKERS);
        require("batch", batch, 1, Integer.MAX_VALUE);
        require("prefetch", prefetch, 0, MAX_PREFETCH);
    }

    /**
     * What the generator's {@link Generator#pace} asks for; where processors compute, one worker for each, and batches of about
     * 1 MiB. Two batches ahead for each worker.
     */
    public static Options forMachine(Generator generator) {
        int processors = Runtime.getRuntime().availableProcessors();
        int workers = Math.clamp(generator.pace().map(Pace::workers).orElse(processors), 1, MAX_WORKERS);
        return new Options(workers, batchFor(generator), prefetchFor(workers));
    }

    /** The number of instances of a batch that {@link #forMachine} has; at least 1. */
    public static int batchFor(Generator generator) {
        int most = generator.pace().isPresent() ? MAX_DEVICE_BATCH : MAX_BATCH;
        return Math.clamp(batchBytes(generator) / generator.schema().instanceBytes(), 1, most);
    }

    /** About how large a batch is that {@link #forMachine} has. */
    public static long batchBytes(Generator generator) {
        return generator.pace().map(Pace::batchBytes).orElse(BATCH_BYTES);
    }

    /** Two batches ahead for each worker: one being read while the next waits. */
    public static int prefetchFor(int workers) {
        return Math.min(2 * workers, MAX_PREFETCH);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ": allowed is " + least + " to " + most);
        }
    }
}
