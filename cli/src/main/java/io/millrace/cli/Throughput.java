package io.millrace.cli;

import io.millrace.batch.Batch;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;

/** Measures a generator through a pipeline whose consumer hands each batch back at once. */
final class Throughput {
    private static final double WINDOW_SECONDS = 0.5;
    private static final double LONGEST_WARM_UP_SECONDS = 10;
    private static final double GROWING = 1.05;

    private Throughput() {}

    /** Measures for so many seconds, once the compiler has had as many and the rate no longer grows. */
    static Rates measure(Generator generator, Options options, double seconds, Cancellation stop)
            throws InterruptedException {
        try (Pipeline pipeline = Pipeline.open(generator, new Range(0, Long.MAX_VALUE), options)) {
            warmUp(pipeline, seconds, stop);
            long start = System.nanoTime();
            long instances = consume(pipeline, seconds, stop);
            double elapsed = (System.nanoTime() - start) / 1e9;
            double bytes = (double) instances * generator.schema().instanceBytes();
            return new Rates(instances, bytes, elapsed);
        }
    }

    private static void warmUp(Pipeline pipeline, double seconds, Cancellation stop) throws InterruptedException {
        double before = consume(pipeline, seconds, stop) / seconds;
        double window = Math.min(seconds, WINDOW_SECONDS);
        for (double spent = 0; spent < LONGEST_WARM_UP_SECONDS && !stop.cancelled(); spent += window) {
            double now = consume(pipeline, window, stop) / window;
            if (now < before * GROWING) {
                return;
            }
            before = now;
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
