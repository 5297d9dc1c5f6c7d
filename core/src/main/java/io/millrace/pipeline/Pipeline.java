package io.millrace.pipeline;

import io.millrace.batch.Batch;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands batches to one consumer in index order, while workers fill the next ones, each a slice of a batch at a time.
 *
 * <pre>{@code
 * try (Pipeline pipeline = Pipeline.open(generator, new Range(0, 1_000_000), options)) {
 *     Batch next;
 *     while ((next = pipeline.next()) != null) {
 *         try (Batch batch = next) {
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
    private static final long SLICE_BYTES = 1 << 18;

    /** A slice filled faster than this is not worth waking the consumer for alone: a wake-up costs both sides some 5 µs. */
    private static final long QUICK_NANOS = 200_000;

    /** The longest that a ready batch waits for its group. */
    private static final long PATIENCE_NANOS = 1_000_000;

    private static final int SPINS = 64;

    private final Generator generator;
    private final Range range;
    private final Agenda agenda;
    private final Progress progress;
    /** The memory of the pool. */
    private final List<Batch> pool = new ArrayList<>();

    private final int slots;
    /** Quick batches that a wake-up of the waiting consumer is worth. */
    private final int group;
    /** Instances that a worker fills at a time. */
    private final int slice;

    private final Crew crew;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Condition filled = lock.newCondition();
    /** The last one became free last. */
    private final List<Slot> free = new ArrayList<>();
    /** Filled batches by sequence number modulo {@link #slots}; at most that many are claimed and not yet handed over. */
    private final Batch[] ready;

    /** The batch that is being dealt out to workers, slice by slice; null before the first. */
    private Filling open;

    private long claimed;
    private long handed;
    private long delivered;
    private int lent;
    private boolean exhausted;
    private boolean waiting;
    private boolean closed;
    private GenerationException failure;

    private Pipeline(Generator generator, Range range, Options options, Progress progress) {
        this.generator = generator;
        this.range = range;
        this.agenda = new Agenda(List.of(range), options.batch());
        this.progress = progress;
        long batches = Math.ceilDiv(range.count(), (long) options.batch());
        this.slots = (int) Math.max(1, Math.min((long) options.workers() + options.prefetch(), batches));
        this.ready = new Batch[slots];
        this.slice = slice(generator, options);
        this.group = Math.max(1, Math.min(options.prefetch(), slots));
        try {
            allocate(Math.clamp(range.count(), 1, options.batch()));
            this.crew = new Crew(generator, options.workers(), this::work, this::fail);
        } catch (Throwable t) {
            free();
            throw t;
        }
    }

    /**
     * Large batches are split among the workers, so that few of them are on their way at once and the caches hold those;
     * below {@link #SLICE_BYTES} a slice is not worth its hand-over. A device's pace asks for whole ones.
     */
    private static int slice(Generator generator, Options options) {
        if (generator.pace().isPresent()) {
            return options.batch();
        }
        long worthwhile = Math.max(1, SLICE_BYTES / generator.schema().instanceBytes());
        return (int) Math.min(options.batch(), Math.max(Math.ceilDiv(options.batch(), options.workers()), worthwhile));
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
        for (int i = 0; i < slots; i++) {
            pool.add(generator.newBatch(capacity));
            free.add(new Slot(pool.getLast(), slice));
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
        Batch batch = take();
        if (batch != null) {
            try {
                delivered += batch.count();
                progress.update(delivered, agenda.total());
            } catch (Throwable t) {
                batch.close();
                throw t;
            }
        }
        return batch;
    }

    private Batch take() throws InterruptedException {
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
                waiting = true;
                try {
                    filled.awaitNanos(PATIENCE_NANOS);
                } finally {
                    waiting = false;
                }
            }
            requireOpen();
            Batch batch = ready[slot];
            ready[slot] = null;
            handed++;
            lent++;
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
        free();
    }

    /** Frees every batch, whatever becomes of one: the first that fails has the others suppressed. */
    private void free() {
        RuntimeException failure = null;
        for (Batch batch : pool) {
            try {
                batch.close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The memory of one batch of the pool, with its slices cut once and for all. */
    private static final class Slot {
        private final Batch whole;
        private final Batch[] slices;
        /** Who filled it last, or its first slice. */
        private Worker filler;

        Slot(Batch whole, int slice) {
            this.whole = whole;
            this.slices = new Batch[Math.ceilDiv(whole.count(), slice)];
            for (int k = 0; k < slices.length; k++) {
                slices[k] = whole.slice(k * slice, Math.min(slice, whole.count() - k * slice));
            }
        }

        /** Instances {@code from … from + count − 1}; {@code from} is a multiple of the slice. */
        Batch slice(int from, int count) {
            Batch cut = slices[from / slices[0].count()];
            return cut.count() == count ? cut : whole.slice(from, count);
        }
    }

    /** A batch on its way: workers take slices of it and report them done. Guarded by the lock. */
    private static final class Filling {
        private final Slot slot;
        private final Batch batch;
        private final long sequence;
        private int taken;
        private int missing;

        Filling(Slot slot, Batch batch, long sequence) {
            this.slot = slot;
            this.batch = batch;
            this.sequence = sequence;
            this.missing = batch.count();
        }
    }

    private void work(Worker worker) {
        Filling filling = null;
        int count = 0;
        boolean quick = false;
        while (true) {
            int from;
            acquire();
            try {
                if (filling != null) {
                    deliver(filling, count, quick);
                }
                filling = filling(worker);
                if (filling == null) {
                    return;
                }
                from = filling.taken;
                count = Math.min(slice, filling.batch.count() - from);
                filling.taken += count;
            } finally {
                lock.unlock();
            }
            long first = filling.batch.first() + from;
            long start = System.nanoTime();
            try {
                worker.fill(first, count, filling.slot.slice(from, count));
            } catch (RuntimeException | Error e) {
                throw Crew.at(new Range(first, count), e);
            }
            quick = System.nanoTime() - start < QUICK_NANOS;
        }
    }

    /** The batch to take a slice of, the next one if the open one is dealt out; null when there is none left. */
    private Filling filling(Worker worker) {
        if (failure != null) {
            return null;
        }
        if (open != null && open.taken < open.batch.count()) {
            return open;
        }
        while (free.isEmpty() && !exhausted) {
            wake(1);
            freed.awaitUninterruptibly();
            if (open != null && open.taken < open.batch.count()) {
                return open;
            }
        }
        Range piece = exhausted ? null : agenda.next();
        if (piece == null) {
            exhaust();
            return null;
        }
        Slot slot = takeFree(worker);
        slot.whole.startAt(piece.first());
        Batch batch = slot.whole.range(piece.first(), (int) piece.count(), () -> release(slot));
        open = new Filling(slot, batch, claimed++);
        if (agenda.done()) {
            exhaust();
        }
        if (slice < open.batch.count()) {
            freed.signalAll();
        }
        return open;
    }

    /** The worker's own last batch if it is free, for its caches hold it; else the one that became free last. */
    private Slot takeFree(Worker worker) {
        int chosen = free.size() - 1;
        for (int k = chosen; k >= 0; k--) {
            if (free.get(k).filler == worker) {
                chosen = k;
                break;
            }
        }
        Slot slot = free.remove(chosen);
        slot.filler = worker;
        return slot;
    }

    private void deliver(Filling filling, int count, boolean quick) {
        filling.missing -= count;
        if (filling.missing == 0) {
            ready[(int) (filling.sequence % slots)] = filling.batch;
            wake(quick ? group : 1);
        }
    }

    /**
     * Wakes the consumer if the next {@code least} batches are ready, or all that are still to come. A worker that finds no
     * free batch asks for one, and the consumer looks for itself every millisecond.
     */
    private void wake(int least) {
        if (!waiting) {
            return;
        }
        for (int k = 0; k < least; k++) {
            if (exhausted && handed + k == claimed) {
                break;
            }
            if (ready[(int) ((handed + k) % slots)] == null) {
                return;
            }
        }
        filled.signal();
    }

    /** The lock is held for less than a microsecond at a time, a tenth of what parking and waking cost: so spin a little. */
    private void acquire() {
        for (int spin = 0; spin < SPINS; spin++) {
            if (lock.tryLock()) {
                return;
            }
            Thread.onSpinWait();
        }
        lock.lock();
    }

    private void release(Slot slot) {
        acquire();
        try {
            lent--;
            free.add(slot);
            freed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void fail(Throwable t) {
        lock.lock();
        try {
            GenerationException cause = Crew.at(range, t);
            if (failure == null) {
                failure = cause;
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
