package io.millrace.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.generator.GenerationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PipelineTest {
    /** Elements of which an instance is larger than a slice is worth: every batch is dealt out. */
    private static final int LARGE = 40_000;

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.sleep(1);
        }
    }

    private static void checkNobodyLeft(Counter counter) {
        counter.threads.forEach(thread -> assertFalse(thread.isAlive(), thread::getName));
        assertEquals(counter.opened.get(), counter.closed.get());
    }

    /** All batches in order, whole, and each instance filled once. */
    @Property(tries = 300)
    void everyInstanceOnceAndInOrder(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 500) long first,
            @ForAll @IntRange(max = 300) int count,
            @ForAll @IntRange(min = 1, max = 7) int workers,
            @ForAll @IntRange(min = 1, max = 70) int batch,
            @ForAll @IntRange(max = 5) int prefetch,
            @ForAll boolean large)
            throws InterruptedException {
        Counter counter = Counter.of(large ? 5_000 : 2);
        Set<Long> addresses = new HashSet<>();
        long next = first;
        try (Pipeline pipeline =
                Pipeline.open(counter, new Range(first, count), new Options(workers, batch, prefetch))) {
            for (Batch lent = pipeline.next(); lent != null; lent = pipeline.next()) {
                try (Batch whole = lent) {
                    assertEquals(next, whole.first());
                    assertEquals(Math.min(batch, first + count - next), whole.count());
                    assertTrue(Counter.holds(whole));
                    assertEquals(0, whole.tensor(0).address() % Batch.ALIGNMENT);
                    addresses.add(whole.tensor(0).address());
                    next += whole.count();
                }
            }
            assertEquals(first + count, next);
            assertNull(pipeline.next());
        }
        assertEquals(count, counter.filled.get());
        boolean[] seen = new boolean[count];
        for (Range slice : counter.slices) {
            for (long index = slice.first(); index < slice.end(); index++) {
                assertFalse(seen[(int) (index - first)]);
                seen[(int) (index - first)] = true;
            }
        }
        assertTrue(addresses.size() <= workers + prefetch);
        checkNobodyLeft(counter);
    }

    @Test
    void largeBatchesAreFilledBySeveralWorkers() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        Counter counter = new Counter(LARGE, (first, count) -> {
            both.countDown();
            both.await();
        });
        try (Pipeline pipeline = Pipeline.open(counter, new Range(0, 8), new Options(2, 8, 0));
                Batch batch = pipeline.next()) {
            assertEquals(8, batch.count());
            assertTrue(Counter.holds(batch));
        }
        assertEquals(2, counter.slices.size());
    }

    @Test
    void aConsumerThatStopsHoldsTheWorkersBack() throws InterruptedException {
        Counter counter = Counter.of(3);
        try (Pipeline pipeline = Pipeline.open(counter, new Range(0, 100_000), new Options(3, 10, 2))) {
            await(() -> counter.filled.get() == 50);
            Batch first = pipeline.next();
            Thread.sleep(30);
            assertEquals(50, counter.filled.get());
            first.close();
            await(() -> counter.filled.get() == 60);
            Thread.sleep(30);
            assertEquals(60, counter.filled.get());
        }
        checkNobodyLeft(counter);
    }

    @Test
    void allBatchesLent() throws InterruptedException {
        Counter counter = Counter.of(3);
        try (Pipeline pipeline = Pipeline.open(counter, new Range(0, 1000), new Options(2, 10, 1))) {
            List<Batch> lent = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                lent.add(pipeline.next());
            }
            String message =
                    assertThrows(IllegalStateException.class, pipeline::next).getMessage();
            assertEquals("all 3 batches are lent: close one first", message);
            lent.get(1).close();
            try (Batch fourth = pipeline.next()) {
                assertEquals(30, fourth.first());
            }
            assertTrue(Counter.holds(lent.get(0)));
            assertTrue(Counter.holds(lent.get(2)));
        }
    }

    @Test
    void aBatchThatWasHandedBackIsClosed() throws InterruptedException {
        try (Pipeline pipeline = Pipeline.open(Counter.of(1), new Range(0, 100), new Options(1, 10, 0))) {
            Batch batch = pipeline.next();
            batch.close();
            batch.close();
            assertThrows(IllegalStateException.class, () -> batch.tensor(0));
            assertEquals(10, pipeline.next().first());
            assertThrows(IllegalStateException.class, pipeline::next);
        }
    }

    @Test
    void cancelStopsAtABatchBoundary() throws InterruptedException {
        Counter counter = Counter.of(LARGE);
        long seen = 0;
        try (Pipeline pipeline = Pipeline.open(counter, new Range(0, 1_000_000), new Options(3, 8, 1))) {
            for (Batch next = pipeline.next(); next != null; next = pipeline.next()) {
                try (Batch batch = next) {
                    assertTrue(Counter.holds(batch));
                    assertEquals(seen, batch.first());
                    assertEquals(8, batch.count());
                    seen += batch.count();
                    if (seen == 40) {
                        pipeline.cancel();
                    }
                }
            }
            assertNull(pipeline.next());
        }
        assertTrue(seen >= 40 && seen <= 40 + 4 * 8, () -> "cancelled at 40");
        assertEquals(seen, counter.filled.get());
        checkNobodyLeft(counter);
    }

    @Test
    void aFailureArrivesWithItsIndex() throws InterruptedException {
        Counter counter = new Counter(1, (first, count) -> {
            if (first <= 73 && 73 < first + count) {
                throw new GenerationException(73, "no luck", null);
            }
        });
        try (Pipeline pipeline = Pipeline.open(counter, new Range(0, 100_000), new Options(4, 5, 3))) {
            GenerationException failure = assertThrows(GenerationException.class, () -> drain(pipeline));
            assertEquals(73, failure.index());
            assertTrue(failure.getMessage().contains("73"), failure.getMessage());
            assertSame(failure, assertThrows(GenerationException.class, pipeline::next));
            await(() -> counter.threads.stream().noneMatch(Thread::isAlive));
            assertTrue(counter.filled.get() < 200);
        }
        checkNobodyLeft(counter);
    }

    @Test
    void whatAKernelThrowsIsTheCauseAndTheSliceGivesTheIndex() {
        for (Throwable thrown : List.of(new IllegalStateException("odd"), new StackOverflowError("deep"))) {
            Counter counter = new Counter(1, (first, count) -> {
                if (first == 40) {
                    switch (thrown) {
                        case Error e -> throw e;
                        case RuntimeException e -> throw e;
                        default -> throw new AssertionError(thrown);
                    }
                }
            });
            try (Pipeline pipeline = Pipeline.open(counter, new Range(0, 100), new Options(2, 10, 0))) {
                GenerationException failure = assertThrows(GenerationException.class, () -> drain(pipeline));
                assertEquals(40, failure.index());
                assertSame(thrown, failure.getCause());
            }
            checkNobodyLeft(counter);
        }
    }

    @Test
    void aWorkerThatCannotBeMade() {
        Counter counter = Counter.of(1);
        counter.onNewWorker = new IllegalStateException("no device");
        try (Pipeline pipeline = Pipeline.open(counter, new Range(5, 100), new Options(3, 10, 0))) {
            GenerationException failure = assertThrows(GenerationException.class, pipeline::next);
            assertSame(counter.onNewWorker, failure.getCause());
            assertEquals(5, failure.index());
        }
        checkNobodyLeft(counter);
    }

    private static void drain(Pipeline pipeline) throws InterruptedException {
        for (Batch next = pipeline.next(); next != null; next = pipeline.next()) {
            next.close();
        }
    }

    @Test
    void closeWhileABatchIsLent() throws InterruptedException {
        Counter counter = Counter.of(1);
        Pipeline pipeline = Pipeline.open(counter, new Range(0, 100_000), new Options(2, 10, 4));
        Batch batch = pipeline.next();
        var tensor = batch.tensor(0);
        pipeline.close();
        pipeline.close();
        checkNobodyLeft(counter);
        assertFalse(tensor.scope().isAlive());
        assertThrows(IllegalStateException.class, () -> tensor.get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0));
        batch.close();
        assertThrows(IllegalStateException.class, pipeline::next);
    }

    @Test
    void closeWakesAConsumerThatWaits() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Counter counter = new Counter(1, (first, count) -> release.await());
        Pipeline pipeline = Pipeline.open(counter, new Range(0, 100), new Options(1, 10, 0));
        AtomicReference<Throwable> heard = new AtomicReference<>();
        Thread consumer = Thread.ofPlatform().start(() -> {
            try {
                pipeline.next();
            } catch (IllegalStateException | InterruptedException e) {
                heard.set(e);
            }
        });
        await(() -> waits(consumer));
        Thread closer = Thread.ofPlatform().start(pipeline::close);
        await(() -> waits(closer));
        release.countDown();
        closer.join();
        consumer.join();
        assertTrue(heard.get() instanceof IllegalStateException, () -> "heard " + heard.get());
        checkNobodyLeft(counter);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    @Test
    void anInterruptedConsumerMayGoOn() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Counter counter = new Counter(1, (first, count) -> release.await());
        try (Pipeline pipeline = Pipeline.open(counter, new Range(0, 100), new Options(1, 10, 0))) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, pipeline::next);
            assertFalse(Thread.interrupted());
            Thread self = Thread.currentThread();
            Thread.ofPlatform().start(() -> {
                while (!waits(self)) {
                    Thread.onSpinWait();
                }
                self.interrupt();
            });
            assertThrows(InterruptedException.class, pipeline::next);
            release.countDown();
            try (Batch batch = pipeline.next()) {
                assertTrue(Counter.holds(batch));
            }
        }
        checkNobodyLeft(counter);
    }

    @Test
    void anInterruptDoesNotKeepCloseFromItsEnd() throws InterruptedException {
        Counter counter = new Counter(1, (first, count) -> Thread.sleep(50));
        Pipeline pipeline = Pipeline.open(counter, new Range(0, 100), new Options(2, 10, 0));
        await(() -> counter.opened.get() == 2);
        Thread.currentThread().interrupt();
        pipeline.close();
        assertTrue(Thread.interrupted());
        checkNobodyLeft(counter);
    }

    @Test
    void progressIsHeardOfEachBatch() throws InterruptedException {
        List<Long> heard = new ArrayList<>();
        Thread consumer = Thread.currentThread();
        Progress progress = (done, total) -> {
            assertEquals(25, total);
            assertSame(consumer, Thread.currentThread());
            heard.add(done);
        };
        try (Pipeline pipeline = Pipeline.open(Counter.of(1), new Range(7, 25), new Options(3, 10, 0), progress)) {
            drain(pipeline);
        }
        assertEquals(List.of(10L, 20L, 25L), heard);
    }

    @Test
    void anEmptyRangeEndsAtOnce() throws InterruptedException {
        Counter counter = Counter.of(1);
        try (Pipeline pipeline = Pipeline.open(counter, new Range(9, 0), new Options(3, 10, 2))) {
            assertNull(pipeline.next());
        }
        checkNobodyLeft(counter);
    }

    /** The whole of a batch's way, on the consumer's thread and on the workers', whatever its size. */
    @Test
    void aHandOverAllocatesLessThanAKilobyte() throws InterruptedException, ReflectiveOperationException {
        for (int elements : new int[] {8, LARGE}) {
            Counter counter = Counter.of(elements);
            counter.slices.clear();
            try (Pipeline pipeline = Pipeline.open(counter, new Range(0, Long.MAX_VALUE), new Options(2, 8, 2))) {
                long warm = elements == 8 ? 20_000 : 300;
                for (int i = 0; i < warm; i++) {
                    pipeline.next().close();
                }
                await(() -> counter.filled.get() >= (warm + 4) * 8);
                List<Thread> threads = new ArrayList<>(counter.threads);
                threads.add(Thread.currentThread());
                int batches = 1000;
                long before = Management.allocated(threads);
                for (int i = 0; i < batches; i++) {
                    pipeline.next().close();
                }
                await(() -> counter.filled.get() >= (warm + batches + 4) * 8);
                // The counter notes each slice: a record of 32 bytes in a node of 24, at most two slices a batch.
                double each = (double) (Management.allocated(threads) - before) / batches - 2 * 56;
                assertTrue(each < 1024, () -> "a batch of " + elements + " elements costs " + each + " bytes");
            }
        }
    }

    @Test
    void optionsAndRangesOutOfRange() {
        for (int[] bad : new int[][] {{0, 1, 0}, {4097, 1, 0}, {1, 0, 0}, {1, 1, -1}, {1, 1, 65_537}}) {
            String message = assertThrows(IllegalArgumentException.class, () -> new Options(bad[0], bad[1], bad[2]))
                    .getMessage();
            assertTrue(message.contains("allowed is"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> new Range(-1, 5));
        assertThrows(IllegalArgumentException.class, () -> new Range(5, -1));
        assertThrows(IllegalArgumentException.class, () -> new Range(Long.MAX_VALUE, 1));
        assertEquals(Long.MAX_VALUE, new Range(Long.MAX_VALUE, 0).end());
        Options options = Options.forMachine(Counter.of(LARGE));
        assertNotNull(options);
        assertEquals(3, options.batch());
    }

    @Test
    void aBatchTooLargeForTheMachineLeavesNothingBehind() {
        Counter counter = Counter.of(1 << 28);
        Options options = new Options(1, 1 << 30, 0);
        assertThrows(OutOfMemoryError.class, () -> Pipeline.open(counter, new Range(0, 1 << 30), options));
        assertEquals(0, counter.opened.get());
    }
}
