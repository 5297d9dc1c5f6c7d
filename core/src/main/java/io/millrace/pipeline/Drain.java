package io.millrace.pipeline;

import io.millrace.generator.Generator;
import java.io.IOException;
import java.util.List;

/**
 * Generates ranges of instances and gives every batch to a sink on the worker that filled it, while it is hot.
 *
 * <p>Memory: one batch for each worker, whatever the count.
 */
public final class Drain {
    private Drain() {}

    /**
     * Runs to the end, or to a batch boundary after {@code cancellation}. No batch crosses the end of a range.
     *
     * @return instances delivered
     * @throws IOException from the sink
     * @throws io.millrace.generator.GenerationException from a worker, with the index that failed
     */
    public static long run(
            Generator generator, List<Range> ranges, Options options, Sink sink, Progress progress, Cancellation stop)
            throws IOException {
        throw new IllegalStateException();
    }
}
