package io.millrace.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetWriterTest {
    @TempDir
    Path temp;

    @Test
    void everyInstanceIsWhereTheReaderLooks() throws IOException {
        Plan plan = Runs.plan(Ramp.of(7, 300), 1000, 2503, 400);
        WriteResult result = Runs.write(temp.resolve("d"), plan, 2, 37);
        assertEquals(new WriteResult(2503, result.bytes(), 7, 7, true), result);
        try (Dataset dataset = Dataset.open(temp.resolve("d"))) {
            assertEquals(plan, dataset.plan());
            long attempts = 0;
            MemorySegment[] values = new MemorySegment[dataset.shards()];
            for (int shard = 0; shard < values.length; shard++) {
                values[shard] = dataset.shard(shard).tensor("values");
                assertEquals(0, values[shard].address() % 4096);
                assertTrue(values[shard].isReadOnly());
            }
            for (long index = 1000; index < 3503; index++) {
                Dataset.Location at = dataset.locate(index);
                for (int k = 0; k < 300; k++) {
                    assertEquals(
                            Ramp.value(7, index, k),
                            values[at.shard()].get(ValueLayout.JAVA_INT, (at.row() * 300 + k) * 4));
                }
                attempts += Ramp.attempts(7, index);
            }
            assertEquals(attempts, dataset.counters().get("attempts"));
            assertEquals(0.25, dataset.constant("axis").get(ValueLayout.JAVA_DOUBLE, 8));
            assertEquals(42, dataset.constant("answer").get(ValueLayout.JAVA_INT, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> dataset.locate(3503));
        }
    }

    @Test
    void workersAndBatchesLeaveNoTrace() throws IOException {
        Plan plan = Runs.plan(Ramp.of(-3, 5), 0, 1001, 97);
        String expected = null;
        for (int workers : new int[] {1, 2, 3, 7}) {
            for (int batch : new int[] {1, 13, 97, 5000}) {
                Path directory = temp.resolve(workers + "-" + batch);
                assertTrue(Runs.write(directory, plan, workers, batch).complete());
                String digest = Runs.digest(directory);
                expected = expected == null ? digest : expected;
                assertEquals(expected, digest, workers + " workers, batches of " + batch);
            }
        }
    }

    @Test
    void aCancelledRunIsContinuedToTheSameDigest() throws IOException {
        Plan plan = Runs.plan(Ramp.of(11, 20), 5, 700, 50);
        Runs.write(temp.resolve("whole"), plan, 1, 50);
        String expected = Runs.digest(temp.resolve("whole"));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            Path directory = temp.resolve("r" + round);
            WriteResult result;
            int runs = 0;
            do {
                Cancellation stop = new Cancellation();
                long at = 1 + random.nextInt(400);
                Progress progress = (done, total) -> {
                    if (done >= at) {
                        stop.cancel();
                    }
                };
                result = Runs.write(
                        directory,
                        plan,
                        1 + random.nextInt(3),
                        1 + random.nextInt(60),
                        progress,
                        stop,
                        Checkpoint.NONE);
                assertEquals(result.finished() > 0, Files.exists(directory), "nothing half-made is left, seed " + seed);
                runs++;
            } while (!result.complete());
            assertEquals(expected, Runs.digest(directory), runs + " runs, seed " + seed);
        }
    }

    @Test
    void aFinishedDatasetIsLeftAlone() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 3), 0, 10, 4);
        Runs.write(temp.resolve("d"), plan, 1, 4);
        Object before = Files.getLastModifiedTime(temp.resolve("d/manifest.json"));
        assertEquals(new WriteResult(0, 0, 3, 3, true), Runs.write(temp.resolve("d"), plan, 2, 2));
        assertEquals(before, Files.getLastModifiedTime(temp.resolve("d/manifest.json")));
    }

    @Test
    void anotherPlanIsRefusedWithTheDifference() throws IOException {
        Path directory = temp.resolve("d");
        Runs.write(directory, Runs.plan(Ramp.of(1, 3), 0, 10, 4), 1, 4);
        String before = Runs.digest(directory);
        DatasetException e = assertThrows(
                DatasetException.class, () -> Runs.write(directory, Runs.plan(Ramp.of(2, 4), 0, 10, 4), 1, 4));
        assertTrue(
                e.getMessage().contains("seed is 1 there and 2 here, elements is 3 there and 4 here"), e.getMessage());
        assertEquals(before, Runs.digest(directory));
    }

    @Test
    void overwritingDeletesADatasetAndNothingElse() throws IOException {
        Path directory = temp.resolve("d");
        Runs.write(directory, Runs.plan(Ramp.of(1, 3), 0, 10, 4), 1, 4);
        Files.writeString(directory.resolve("000001/notes.txt"), "mine");
        String before = Runs.digest(directory);
        Plan plan = Runs.plan(Ramp.of(2, 3), 0, 5, 4);
        assertThrows(DatasetException.class, () -> overwrite(directory, plan));
        assertEquals(before, Runs.digest(directory));
        Files.delete(directory.resolve("000001/notes.txt"));
        assertTrue(overwrite(directory, plan).complete());
        Runs.write(temp.resolve("fresh"), plan, 1, 4);
        assertEquals(Runs.digest(temp.resolve("fresh")), Runs.digest(directory));
    }

    private static WriteResult overwrite(Path directory, Plan plan) throws IOException {
        return DatasetWriter.write(
                directory, Ramp.of(plan), plan, new Options(1, 4, 0), Progress.NONE, new Cancellation(), true);
    }

    @Test
    void aDirectoryOfSomethingElseIsRefused() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 3), 0, 10, 4);
        Files.writeString(temp.resolve("letter.txt"), "dear");
        assertThrows(DatasetException.class, () -> Runs.write(temp, plan, 1, 1));
        assertThrows(DatasetException.class, () -> overwrite(temp, plan));
        assertThrows(DatasetException.class, () -> Runs.write(temp.resolve("letter.txt"), plan, 1, 1));
        assertThrows(DatasetException.class, () -> Runs.write(temp.resolve("letter.txt/d"), plan, 1, 1));
        assertEquals(List.of("letter.txt"), Sweeper.names(temp));
    }

    @Test
    void aSecondWriterIsRefused() throws Exception {
        Plan plan = Runs.plan(Ramp.of(1, 3), 0, 10, 4);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread first = Thread.ofPlatform().start(() -> {
            try {
                Runs.write(temp.resolve("d"), plan, 1, 4, Progress.NONE, new Cancellation(), point -> {
                    if (point.equals(Checkpoint.PLANNED)) {
                        inside.countDown();
                        try {
                            leave.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                    }
                });
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        inside.await();
        DatasetException e = assertThrows(DatasetException.class, () -> Runs.write(temp.resolve("d"), plan, 1, 4));
        assertTrue(e.getMessage().contains("another run"), e.getMessage());
        leave.countDown();
        first.join();
        Dataset.open(temp.resolve("d")).close();
        assertFalse(Files.exists(temp.resolve("d/.lock")));
    }

    @Test
    void aWriterInAnotherProcessIsRefused() throws Exception {
        Path errors = temp.resolve("errors");
        AtomicInteger code = new AtomicInteger(-1);
        Runs.write(temp.resolve("d"), Child.plan(), 1, 50, Progress.NONE, new Cancellation(), point -> {
            if (point.equals(Checkpoint.PLANNED)) {
                try {
                    code.set(Child.start(temp.resolve("d"), 1, "-", 0, errors).waitFor());
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        });
        assertEquals(1, code.get());
        assertTrue(Files.readString(errors).contains("is being written by another run"), Files.readString(errors));
        Dataset.open(temp.resolve("d")).close();
    }

    @Test
    void anEmptyDirectoryIsEmptyAgainIfNothingWasFinished() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 3), 0, 10, 4);
        Path directory = Files.createDirectory(temp.resolve("d"));
        for (String point :
                new String[] {Checkpoint.PLAN, Checkpoint.PLANNED, Checkpoint.CONSTANTS, Checkpoint.WRITTEN}) {
            assertThrows(
                    DatasetException.class,
                    () -> Runs.write(directory, plan, 1, 4, Progress.NONE, new Cancellation(), failingAt(point)));
            assertEquals(List.of(), Sweeper.names(directory), point);
        }
        Cancellation stop = new Cancellation();
        stop.cancel();
        assertEquals(
                0,
                Runs.write(directory, plan, 1, 4, Progress.NONE, stop, Checkpoint.NONE)
                        .finished());
        assertEquals(List.of(), Sweeper.names(directory));
        assertTrue(Runs.write(directory, plan, 1, 4).complete());
    }

    @Test
    void whereNoLockCanBeMadeNothingIsLeft() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 3), 0, 10, 4);
        Path empty = Files.createDirectory(temp.resolve("empty"));
        for (Path directory : new Path[] {temp.resolve("a/b"), empty}) {
            DatasetException e = assertThrows(
                    DatasetException.class,
                    () -> Runs.write(
                            directory, plan, 1, 4, Progress.NONE, new Cancellation(), failingAt(Checkpoint.LOCKED)));
            assertTrue(e.getMessage().startsWith("no lock can be made in " + directory), e.getMessage());
        }
        assertEquals(List.of("empty"), Sweeper.names(temp));
        assertEquals(List.of(), Sweeper.names(empty));
    }

    private static Checkpoint failingAt(String point) {
        return name -> {
            if (name.equals(point)) {
                throw new IOException("Input/output error");
            }
        };
    }

    @Test
    void aShardIsMappedForATimeOfItsOwn() throws IOException {
        Runs.write(temp.resolve("d"), Runs.plan(Ramp.of(1, 3), 0, 10, 4), 1, 4);
        try (Dataset dataset = Dataset.open(temp.resolve("d"))) {
            MemorySegment values;
            try (Arena arena = Arena.ofConfined()) {
                values = dataset.shard(2).tensor("values", arena);
                assertEquals(Ramp.value(1, 8, 0), values.get(ValueLayout.JAVA_INT, 0));
            }
            assertFalse(values.scope().isAlive());
        }
    }

    @Test
    void aFailureOfTheDiskKeepsWhatIsFinished() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 3), 0, 20, 4);
        Runs.write(temp.resolve("whole"), plan, 1, 4);
        for (String point : new String[] {Checkpoint.OPENED, Checkpoint.WRITTEN, Checkpoint.FORCE, Checkpoint.RENAME}) {
            for (int failing = 1; failing <= 3; failing++) {
                Path directory = temp.resolve(point + failing);
                AtomicInteger left = new AtomicInteger(failing);
                DatasetException e = assertThrows(
                        DatasetException.class,
                        () -> Runs.write(directory, plan, 1, 4, Progress.NONE, new Cancellation(), name -> {
                            if (name.equals(point) && left.decrementAndGet() == 0) {
                                throw new IOException("Input/output error");
                            }
                        }));
                assertTrue(e.getMessage().contains("the same command continues"), e.getMessage());
                if (failing == 1) {
                    assertFalse(Files.exists(directory));
                } else {
                    assertEquals(failing - 1 + 2, Sweeper.names(directory).size(), "shards, plan and constants");
                    String unfinished = assertThrows(DatasetException.class, () -> Dataset.open(directory))
                            .getMessage();
                    assertTrue(unfinished.contains("unfinished, with " + (failing - 1) + " of 5"), unfinished);
                }
                assertTrue(Runs.write(directory, plan, 2, 3).complete());
                assertEquals(Runs.digest(temp.resolve("whole")), Runs.digest(directory));
            }
        }
    }

    @Test
    void numpyFindsTheArrayAtByte4096() throws IOException {
        Runs.write(temp.resolve("d"), Runs.plan(Ramp.of(1, 3), 0, 10, 4), 1, 4);
        Npy npy = Npy.read(temp.resolve("d/000002/values.npy"));
        assertEquals(List.of(2L, 3L), npy.shape());
        assertEquals(4096, npy.payload());
        assertArrayEquals(
                "\u0093NUMPY\u0001\u0000\u00f6\u000f{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3), }"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                java.util.Arrays.copyOf(Files.readAllBytes(temp.resolve("d/000002/values.npy")), 69));
    }
}
