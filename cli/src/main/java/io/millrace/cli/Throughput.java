package io.millrace.cli;

import io.millrace.batch.Batch;
import io.millrace.generator.Activity;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Drain;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Measures a generator: workers refilling batches of their own, or handing them to a consumer that gives them back. */
final class Throughput {
    private static final double WINDOW_SECONDS = 0.5;
    /** Fewer tell a rate to no better than a few percent. */
    private static final double WINDOW_INSTANCES = 40;

    private static final double LONGEST_WARM_UP_SECONDS = 10;
    private static final double GROWING = 1.05;

    private Throughput() {}

    /** A run that goes on while it is looked at. */
    private interface Run extends AutoCloseable {
        /** Lets so many seconds pass, fewer if the user stops them; the instances made meanwhile. */
        long pass(double seconds) throws InterruptedException;

        @Override
        void close();
    }

    /** Measures for so many seconds, once the compiler has had as many and the rate no longer grows. */
    static Rates measure(Generator generator, Options options, boolean consumer, double seconds, Cancellation stop)
            throws InterruptedException {
        try (Run run = consumer ? new Consumed(generator, options, stop) : new Drained(generator, options, stop)) {
            warmUp(run, seconds, stop);
            Optional<Activity> before = generator.activity();
            long start = System.nanoTime();
            long instances = run.pass(seconds);
            double elapsed = (System.nanoTime() - start) / 1e9;
            double bytes = (double) instances * generator.schema().instanceBytes();
            Optional<Activity> activity = generator.activity().map(after -> after.since(before.orElseThrow()));
            return new Rates(instances, bytes, elapsed, activity);
        }
    }

    /** Until the rate has grown in neither of two windows: the compiler's work comes in steps. */
    private static void warmUp(Run run, double seconds, Cancellation stop) throws InterruptedException {
        double before = rate(run, seconds);
        int still = 0;
        long end = System.nanoTime() + (long) (LONGEST_WARM_UP_SECONDS * 1e9);
        while (still < 2 && System.nanoTime() - end < 0 && !stop.cancelled()) {
            double now = rate(run, Math.min(seconds, Math.max(WINDOW_SECONDS, WINDOW_INSTANCES / before)));
            still = now < before * GROWING ? still + 1 : 0;
            before = Math.max(before, now);
        }
    }

    /** By the time that it took: one batch of long instances may take more than was asked for. */
    private static double rate(Run run, double seconds) throws InterruptedException {
        long start = System.nanoTime();
        long instances = run.pass(seconds);
        return instances / ((System.nanoTime() - start) / 1e9);
    }

    /** Every batch to this thread, in index order, and back at once. */
    private static final class Consumed implements Run {
        private final Pipeline pipeline;
        private final Cancellation stop;

        Consumed(Generator generator, Options options, Cancellation stop) {
            this.pipeline = Pipeline.open(generator, new Range(0, Long.MAX_VALUE), options);
            this.stop = stop;
        }

        @Override
        public long pass(double seconds) throws InterruptedException {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            long instances = 0;
            do {
                try (Batch batch = pipeline.next()) {
                    instances += batch.count();
                }
            } while (System.nanoTime() - end < 0 && !stop.cancelled());
            return instances;
        }

        @Override
        public void close() {
            pipeline.close();
        }
    }

    /** Every batch stays with its worker, which fills it again. */
    private static final class Drained implements Run {
        private static final long LOOK_MILLIS = 20;

        private final Cancellation end = new Cancellation();
        private final Cancellation stop;
        private final CompletableFuture<Void> drain;
        private volatile long done;
        /** Whether its failure was thrown already: an exception cannot suppress itself. */
        private boolean told;

        Drained(Generator generator, Options options, Cancellation stop) {
            this.stop = stop;
            this.drain = CompletableFuture.runAsync(
                    () -> {
                        try {
                            List<Range> all = List.of(new Range(0, Long.MAX_VALUE));
                            Drain.run(generator, all, options, batch -> {}, (made, total) -> done = made, end);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    task -> Thread.ofPlatform().name("millrace-bench").start(task));
        }

        @Override
        public long pass(double seconds) throws InterruptedException {
            long until = System.nanoTime() + (long) (seconds * 1e9);
            long before = done;
            // a first batch may take longer than the time asked for, and no rate follows from none
            while ((System.nanoTime() - until < 0 || done == before) && !stop.cancelled() && !drain.isDone()) {
                Thread.sleep(Math.clamp((until - System.nanoTime()) / 1_000_000, 1, LOOK_MILLIS));
            }
            if (drain.isDone()) {
                join();
            }
            return done - before;
        }

        @Override
        public void close() {
            end.cancel();
            if (!told) {
                join();
            }
        }

        private void join() {
            try {
                drain.join();
            } catch (CompletionException e) {
                told = true;
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }
}
