package io.millrace.pipeline;

import io.millrace.batch.Batch;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import java.io.IOException;
import java.util.List;

/**
 * Generates ranges of instances and gives every batch to a sink on the worker that filled it, while it is hot.
 *
 * <p>Memory: one batch for each worker, whatever the count.
 */
public final class Drain {
    private final Generator generator;
    private final Options options;
    private final Sink sink;
    private final Progress progress;
    private final Cancellation stop;
    private final Agenda agenda;
    private long delivered;
    private Throwable failure;

    private Drain(
            Generator generator, List<Range> ranges, Options options, Sink sink, Progress progress, Cancellation stop) {
        this.generator = generator;
        this.options = options;
        this.sink = sink;
        this.progress = progress;
        this.stop = stop;
        this.agenda = new Agenda(ranges, options.batch());
    }

    /**
     * Runs to the end, or to a batch boundary after {@code stop}. No batch crosses the end of a range. A failure stops
     * every worker at its next batch boundary.
     *
     * @return instances delivered
     * @throws IOException from the sink
     * @throws io.millrace.generator.GenerationException from a worker, with the index that failed
     */
    public static long run(
            Generator generator, List<Range> ranges, Options options, Sink sink, Progress progress, Cancellation stop)
            throws IOException {
        return new Drain(generator, ranges, options, sink, progress, stop).run();
    }

    private long run() throws IOException {
        new Crew(generator, options.workers(), this::work, this::fail).join();
        synchronized (this) {
            switch (failure) {
                case null -> {
                    return delivered;
                }
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable t -> throw new IllegalStateException(t);
            }
        }
    }

    private void work(Worker worker) throws IOException {
        int capacity = (int) Math.min(options.batch(), agenda.total());
        if (capacity == 0) {
            return;
        }
        try (Batch batch = generator.newBatch(capacity)) {
            for (Range piece = next(); piece != null; piece = next()) {
                try (Batch slice = batch.range(piece.first(), (int) piece.count(), () -> {})) {
                    fill(worker, piece, slice);
                    sink.accept(slice);
                }
                delivered(piece.count());
            }
        }
    }

    private static void fill(Worker worker, Range piece, Batch slice) {
        try {
            worker.fill(piece.first(), (int) piece.count(), slice);
        } catch (RuntimeException | Error e) {
            throw Crew.at(piece, e);
        }
    }

    private synchronized Range next() {
        return failure != null || stop.cancelled() ? null : agenda.next();
    }

    private synchronized void delivered(long count) {
        delivered += count;
        progress.update(delivered, agenda.total());
    }

    private synchronized void fail(Throwable t) {
        if (failure == null) {
            failure = t;
        } else if (failure != t) {
            failure.addSuppressed(t);
        }
    }
}
