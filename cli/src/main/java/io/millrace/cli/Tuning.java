package io.millrace.cli;

import io.millrace.batch.Batch;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Drain;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Looks for the workers and the batch that make most instances per second, by short runs whose instances are thrown away.
 *
 * @param best what was found
 * @param rate its instances per second
 * @param tried how many there were
 * @param seconds that it took
 */
record Tuning(Options best, double rate, int tried, double seconds) {
    private static final int[] BATCHES = {1, 4, 16, 64};

    /** Of the first run, in which the virtual machine compiles, and of each other one. */
    private static final double WARM_UP_SECONDS = 1.5;

    private static final double SECONDS = 0.5;

    /** What larger batches, or more workers, must be worth. */
    private static final double BETTER = 1.03;

    /** Of all batches together. */
    private static final long MOST_BYTES = 1L << 31;

    /** Searches over those that are not given. */
    static Tuning search(Generator generator, Range range, OptionalInt workers, OptionalInt batch, Cancellation stop)
            throws IOException {
        long start = System.nanoTime();
        List<Options> candidates = candidates(generator, range, workers, batch);
        rate(generator, range, candidates.getLast(), WARM_UP_SECONDS, stop);
        Options best = candidates.getFirst();
        double most = 0;
        for (Options candidate : candidates) {
            double rate = rate(generator, range, candidate, SECONDS, stop);
            if (rate > most * BETTER) {
                most = rate;
                best = candidate;
            }
        }
        return new Tuning(best, most, candidates.size(), (System.nanoTime() - start) / 1e9);
    }

    private static List<Options> candidates(Generator generator, Range range, OptionalInt workers, OptionalInt batch) {
        int processors = Runtime.getRuntime().availableProcessors();
        List<Integer> threads = workers.isPresent()
                ? List.of(workers.getAsInt())
                : List.of(Math.max(1, processors / 2), processors, processors + 1).stream()
                        .distinct()
                        .toList();
        List<Options> candidates = new ArrayList<>();
        for (int size : batch.isPresent() ? new int[] {batch.getAsInt()} : BATCHES) {
            for (int each : threads) {
                boolean fits = Batch.bytes(generator.schema(), size) * each <= MOST_BYTES && size <= range.count();
                if (fits || batch.isPresent()) {
                    candidates.add(new Options(each, size, Options.prefetchFor(each)));
                }
            }
        }
        return candidates.isEmpty()
                ? List.of(RunOptions.options(generator, range.count(), threads.getFirst(), 1, null))
                : candidates;
    }

    /** Instances per second of a run over the range that ends after some time. */
    private static double rate(Generator generator, Range range, Options options, double seconds, Cancellation stop)
            throws IOException {
        Cancellation enough = new Cancellation();
        long start = System.nanoTime();
        long made = Drain.run(
                generator,
                List.of(range),
                options,
                batch -> {
                    if (stop.cancelled() || System.nanoTime() - start > seconds * 1e9) {
                        enough.cancel();
                    }
                },
                Progress.NONE,
                enough);
        return made / ((System.nanoTime() - start) / 1e9);
    }

    /** For people. */
    String words() {
        return "auto: " + Figures.counted(best.workers(), "worker") + ", batches of " + best.batch() + " ("
                + Figures.grouped(rate) + " instances/s without writing; best of "
                + tried + ", tried in " + Figures.duration(seconds) + ")";
    }
}
