package io.millrace.generator;

import io.millrace.batch.Batch;

/** One thread's share of a generator: it owns scratch memory, a device queue, native handles. Not thread-safe. */
public interface Worker extends AutoCloseable {
    /**
     * Writes the instances {@code first … first + count − 1} into the first {@code count} rows of {@code batch}, and
     * returns when they are written. What it writes depends on the spec, the seed and the indices alone.
     *
     * @throws GenerationException if an instance cannot be made; nothing is said about the rows then
     */
    void fill(long first, int count, Batch batch);

    /** Releases what the worker owns. */
    @Override
    void close();
}
