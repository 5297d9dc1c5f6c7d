package io.millrace.cli;

import io.millrace.batch.Batch;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;

/** Measures a generator through a pipeline whose consumer hands each batch back at once. */
final class Throughput {
    private Throughput() {}

    /** Warms up for so many seconds, then measures for as many. */
    static Rates measure(Generator generator, Options options, double seconds, Cancellation stop)
            throws InterruptedException {
        try (Pipeline pipeline = Pipeline.open(generator, new Range(0, Long.MAX_VALUE), options)) {
            consume(pipeline, seconds, stop);
            long start = System.nanoTime();
            long instances = consume(pipeline, seconds, stop);
            double elapsed = (System.nanoTime() - start) / 1e9;
            double bytes = (double) instances * generator.schema().instanceBytes();
            return new Rates(instances, bytes, elapsed);
        }
    }

    private static long consume(Pipeline pipeline, double seconds, Cancellation stop) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long instances = 0;
        do {
            try (Batch batch = pipeline.next()) {
                instances += batch.count();
            }
        } while (System.nanoTime() - end < 0 && !stop.cancelled());
        return instances;
    }
}
