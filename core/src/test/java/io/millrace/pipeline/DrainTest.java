package io.millrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.GenerationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DrainTest {
    private static void checkNobodyLeft(Counter counter) {
        counter.threads.forEach(thread -> assertFalse(thread.isAlive(), thread::getName));
        assertEquals(counter.opened.get(), counter.closed.get());
    }

    @Property(tries = 300)
    void everyInstanceOnce(
            @ForAll @Size(max = 6) List<@IntRange(max = 90) Integer> counts,
            @ForAll @IntRange(min = 1, max = 7) int workers,
            @ForAll @IntRange(min = 1, max = 40) int batch)
            throws IOException {
        List<Range> ranges = new ArrayList<>();
        Set<Long> wanted = ConcurrentHashMap.newKeySet();
        long first = 10;
        for (int count : counts) {
            ranges.add(new Range(first, count));
            for (long index = first; index < first + count; index++) {
                wanted.add(index);
            }
            first += count + 5;
        }
        int total = wanted.size();
        Counter counter = Counter.of(3);
        Set<Long> addresses = ConcurrentHashMap.newKeySet();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicLong most = new AtomicLong();
        Sink sink = lent -> {
            if (!Counter.holds(lent) || lent.count() < 1 || lent.count() > batch) {
                wrong.add("contents of " + lent.first());
            }
            addresses.add(lent.tensor(0).address());
            Range range = ranges.stream()
                    .filter(each -> each.first() <= lent.first() && lent.first() + lent.count() <= each.end())
                    .findFirst()
                    .orElse(null);
            // Pieces start at multiples of the batch and only a range's last one is shorter.
            if (range == null
                    || (lent.first() - range.first()) % batch != 0
                    || lent.count() < batch && lent.first() + lent.count() != range.end()) {
                wrong.add("bounds of " + lent.first());
            }
            for (long index = lent.first(); index < lent.first() + lent.count(); index++) {
                if (!wanted.remove(index)) {
                    wrong.add("a second " + index);
                }
            }
        };
        Progress progress = (done, all) -> {
            assertEquals(total, all);
            most.accumulateAndGet(done, Math::max);
        };
        long delivered = Drain.run(counter, ranges, new Options(workers, batch, 0), sink, progress, new Cancellation());
        assertEquals(total, delivered);
        assertEquals(total, most.get());
        assertTrue(wanted.isEmpty());
        assertTrue(wrong.isEmpty(), wrong::toString);
        assertTrue(addresses.size() <= workers);
        checkNobodyLeft(counter);
    }

    private static long run(Counter counter, Sink sink, Cancellation stop) throws IOException {
        return Drain.run(
                counter,
                List.of(new Range(0, 50_000), new Range(60_000, 5_000_000)),
                new Options(3, 10, 0),
                sink,
                Progress.NONE,
                stop);
    }

    @Test
    void whatTheSinkThrowsStopsAll() {
        for (Exception thrown : List.of(new IOException("full"), new IllegalStateException("odd"))) {
            Counter counter = Counter.of(1);
            Sink sink = batch -> {
                if (batch.first() == 500) {
                    switch (thrown) {
                        case IOException e -> throw e;
                        case RuntimeException e -> throw e;
                        default -> throw new AssertionError(thrown);
                    }
                }
            };
            assertSame(thrown, assertThrows(Exception.class, () -> run(counter, sink, new Cancellation())));
            assertTrue(counter.filled.get() < 5_000_000);
            checkNobodyLeft(counter);
        }
    }

    @Test
    void aFailureArrivesWithItsIndex() {
        Counter counter = new Counter(1, (first, count) -> {
            if (first == 60_010) {
                throw new IllegalStateException("odd");
            }
        });
        GenerationException failure =
                assertThrows(GenerationException.class, () -> run(counter, batch -> {}, new Cancellation()));
        assertEquals(60_010, failure.index());
        assertEquals("odd", failure.getCause().getMessage());
        checkNobodyLeft(counter);
    }

    @Test
    void aWorkerThatCannotBeMade() {
        Counter counter = Counter.of(1);
        counter.onNewWorker = new IllegalStateException("no device");
        assertSame(
                counter.onNewWorker,
                assertThrows(IllegalStateException.class, () -> run(counter, batch -> {}, new Cancellation())));
    }

    @Test
    void cancelledAtABatchBoundary() throws IOException {
        Counter counter = Counter.of(1);
        Cancellation stop = new Cancellation();
        AtomicLong taken = new AtomicLong();
        Sink sink = batch -> {
            if (taken.addAndGet(batch.count()) >= 300) {
                stop.cancel();
            }
        };
        long delivered = run(counter, sink, stop);
        assertEquals(taken.get(), delivered);
        assertTrue(delivered >= 300 && delivered < 10_000, () -> delivered + " delivered");
        assertEquals(0, run(counter, sink, stop));
        checkNobodyLeft(counter);
    }
}
