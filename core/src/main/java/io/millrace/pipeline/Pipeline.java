package io.millrace.pipeline;

import io.millrace.batch.Batch;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands batches to one consumer in index order, while workers fill the next ones.
 *
 * <pre>{@code
 * try (Pipeline pipeline = Pipeline.open(generator, new Range(0, 1_000_000), options)) {
 *     for (Batch batch = pipeline.next(); batch != null; batch = pipeline.next()) {
 *         try (batch) {
 *             train(batch.tensor("coords"));
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Memory: {@code workers + prefetch} batches whatever the count, the lent ones among them; a worker without a free
 * batch waits. Free batches are taken last in, first out, so that the caches hold them. Batches that the consumer has
 * not closed are freed with the pipeline.
 */
public final class Pipeline implements AutoCloseable {
    private final Generator generator;
    private final Agenda agenda;
    private final Progress progress;
    private final Arena arena = Arena.ofShared();
    private final int slots;
    private final Crew crew;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Condition filled = lock.newCondition();
    private final Deque<Batch> free = new ArrayDeque<>();
    /** Filled batches by sequence number modulo {@link #slots}; at most that many are claimed and not yet handed over. */
    private final Batch[] ready;

    private long claimed;
    private long handed;
    private long delivered;
    private int lent;
    private boolean exhausted;
    private boolean closed;
    private GenerationException failure;

    private Pipeline(Generator generator, Range range, Options options, Progress progress) {
        this.generator = generator;
        this.agenda = new Agenda(List.of(range), options.batch());
        this.progress = progress;
        long batches = Math.ceilDiv(range.count(), (long) options.batch());
        this.slots = (int) Math.max(1, Math.min((long) options.workers() + options.prefetch(), batches));
        this.ready = new Batch[slots];
        try {
            allocate(Math.clamp(range.count(), 1, options.batch()));
        } catch (Throwable t) {
            arena.close();
            throw t;
        }
        this.crew = new Crew(generator, Math.min(options.workers(), slots), this::work, this::fail);
    }

    /** Starts filling at once. */
    public static Pipeline open(Generator generator, Range range, Options options) {
        return open(generator, range, options, Progress.NONE);
    }

    /** Starts filling at once; {@code progress} hears of each batch handed over, on the consumer's thread. */
    public static Pipeline open(Generator generator, Range range, Options options, Progress progress) {
        return new Pipeline(generator, range, options, progress);
    }

    private void allocate(int capacity) {
        long bytes = Batch.bytes(generator.schema(), capacity);
        for (int i = 0; i < slots; i++) {
            free.push(Batch.over(generator.schema(), capacity, arena.allocate(bytes, Batch.ALIGNMENT)));
        }
    }

    /**
     * The next batch, lent until its {@link Batch#close}; null after the last one, or after {@link #cancel}.
     *
     * @throws GenerationException if a worker failed; the other workers stop
     * @throws IllegalStateException after {@link #close}, or if every batch is lent, so that none could ever come
     * @throws InterruptedException if this thread is interrupted while it waits
     */
    public Batch next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            int slot = (int) (handed % slots);
            while (ready[slot] == null) {
                requireOpen();
                if (exhausted && handed == claimed) {
                    return null;
                }
                if (lent == slots) {
                    throw new IllegalStateException("all " + slots + " batches are lent: close one first");
                }
                filled.await();
            }
            requireOpen();
            Batch batch = ready[slot];
            ready[slot] = null;
            handed++;
            lent++;
            delivered += batch.count();
            progress.update(delivered, agenda.total());
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            throw new IllegalStateException("this pipeline is closed");
        }
    }

    /** Asks the workers to stop at the next batch boundary; what is claimed by then is still handed over. */
    public void cancel() {
        lock.lock();
        try {
            exhaust();
        } finally {
            lock.unlock();
        }
    }

    /** Stops the workers, waits for them, and frees every batch. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            exhaust();
        } finally {
            lock.unlock();
        }
        crew.join();
        arena.close();
    }

    private void work(Worker worker) {
        while (true) {
            Batch whole;
            Range piece;
            long sequence;
            lock.lock();
            try {
                while (free.isEmpty() && !exhausted) {
                    freed.awaitUninterruptibly();
                }
                piece = exhausted ? null : agenda.next();
                if (piece == null) {
                    exhaust();
                    return;
                }
                whole = free.pop();
                sequence = claimed++;
            } finally {
                lock.unlock();
            }
            Batch batch = whole.range(piece.first(), (int) piece.count(), () -> release(whole));
            try {
                worker.fill(piece.first(), (int) piece.count(), batch);
            } catch (RuntimeException | Error e) {
                throw Crew.at(piece, e);
            }
            deliver(sequence, batch);
        }
    }

    private void deliver(long sequence, Batch batch) {
        lock.lock();
        try {
            ready[(int) (sequence % slots)] = batch;
            if (sequence == handed) {
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void release(Batch whole) {
        lock.lock();
        try {
            lent--;
            free.push(whole);
            freed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void fail(Throwable t) {
        lock.lock();
        try {
            GenerationException cause = Crew.at(new Range(0, 0), t);
            if (failure == null) {
                failure = cause;
                Arrays.fill(ready, null);
            } else if (failure != cause) {
                failure.addSuppressed(cause);
            }
            exhaust();
        } finally {
            lock.unlock();
        }
    }

    private void exhaust() {
        exhausted = true;
        freed.signalAll();
        filled.signalAll();
    }
}
