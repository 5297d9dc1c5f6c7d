package io.millrace.pipeline;

import io.millrace.batch.Batch;
import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.spec.Spec;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A generator whose instances are their own index, {@code elements} times; it notes what is asked of it. */
final class Counter implements Generator {
    /** What happens before a slice is filled; what it throws fails the slice. */
    interface Before {
        void fill(long first, int count) throws InterruptedException;
    }

    final Queue<Range> slices = new ConcurrentLinkedQueue<>();
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    final AtomicLong filled = new AtomicLong();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile RuntimeException onNewWorker;

    private final Schema schema;
    private final int elements;
    private final Before before;

    Counter(int elements, Before before) {
        this.elements = elements;
        this.before = before;
        this.schema = Schema.of(Field.of("value", DType.I8, "the index", elements));
    }

    static Counter of(int elements) {
        return new Counter(elements, (first, count) -> {});
    }

    /** Whether a batch holds what it should. */
    static boolean holds(Batch batch) {
        MemorySegment values = batch.tensor("value");
        long elements = batch.schema().fields().getFirst().elements();
        for (long k = 0; k < batch.count() * elements; k++) {
            if (values.getAtIndex(Elements.I8, k) != batch.first() + k / elements) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Spec spec() {
        return new Spec() {
            @Override
            public String workload() {
                return "counter";
            }

            @Override
            public Map<String, String> settings() {
                return Map.of();
            }
        };
    }

    @Override
    public long seed() {
        return 0;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public String backend() {
        return "test";
    }

    @Override
    public Worker newWorker() {
        threads.add(Thread.currentThread());
        if (onNewWorker != null) {
            throw onNewWorker;
        }
        opened.incrementAndGet();
        return new Worker() {
            @Override
            public void fill(long first, int count, Batch batch) {
                try {
                    before.fill(first, count);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                MemorySegment values = batch.tensor(0);
                for (long k = 0; k < (long) count * elements; k++) {
                    values.setAtIndex(Elements.I8, k, first + k / elements);
                }
                filled.addAndGet(count);
                slices.add(new Range(first, count));
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
