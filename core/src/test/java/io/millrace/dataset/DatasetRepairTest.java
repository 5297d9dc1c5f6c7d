package io.millrace.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetRepairTest {
    @TempDir(factory = MemoryDisk.class)
    Path temp;

    private Path directory;
    private Map<String, byte[]> contents;
    private String digest;

    @BeforeEach
    void write() throws IOException {
        directory = temp.resolve("d");
        Runs.write(directory, Runs.plan(Ramp.of(5, 2), 3, 7, 3), 1, 2);
        contents = Runs.contents(directory);
        digest = Runs.digest(directory);
        assertTrue(DatasetVerifier.verify(directory).sound());
    }

    private static RepairResult repair(Path directory) throws IOException {
        return DatasetRepair.repair(
                directory, Ramp::of, generator -> new Options(1, 2, 0), Progress.NONE, new Cancellation());
    }

    private void requireDetectedAndRepaired(String file, String what) throws IOException {
        VerifyReport report = DatasetVerifier.verify(directory);
        assertFalse(report.sound(), what);
        assertTrue(report.problems().stream().anyMatch(problem -> problem.file().equals(file)), what + ": " + report);
        report.problems().forEach(problem -> requireSentence(problem.sentence()));
        RepairResult result = repair(directory);
        assertEquals(report.problems().size(), result.before().problems().size(), what);
        assertTrue(result.after().sound(), what + ": " + result.after());
        assertEquals(digest, Runs.digest(directory), what);
    }

    private static void requireSentence(String sentence) {
        assertFalse(sentence.contains("\n") || sentence.contains("Exception") || sentence.contains("null"), sentence);
    }

    @Test
    void aWorkerThatFailsMakesNoDatasetSound() {
        Thread caller = Thread.currentThread();
        for (boolean helper : new boolean[] {true, false}) {
            CountDownLatch helped = new CountDownLatch(1);
            Progress failing = (done, total) -> {
                if ((Thread.currentThread() != caller) == helper) {
                    helped.countDown();
                    throw new IllegalStateException("failed");
                }
                try {
                    helped.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            };
            IllegalStateException e = assertThrows(
                    IllegalStateException.class,
                    () -> DatasetVerifier.verify(directory, 2, failing, new Cancellation()));
            assertEquals("failed", e.getMessage());
        }
    }

    @Test
    void everyTruncationOfARecordIsDetectedAndRepaired() throws IOException {
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            if (!file.getKey().endsWith(".json")) {
                continue;
            }
            for (int length = 0; length < file.getValue().length; length++) {
                Files.write(directory.resolve(file.getKey()), Arrays.copyOf(file.getValue(), length));
                requireDetectedAndRepaired(file.getKey(), file.getKey() + " cut at " + length);
            }
        }
    }

    @Test
    void everyTruncationOfAnArrayIsDetectedAndSomeAreRepaired() throws IOException {
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            if (!file.getKey().endsWith(".npy")) {
                continue;
            }
            Path path = directory.resolve(file.getKey());
            boolean every = file.getKey().equals("000001/curve.npy");
            for (int length = 0; length < file.getValue().length; length += every || length >= 4090 ? 1 : 409) {
                Files.write(path, Arrays.copyOf(file.getValue(), length));
                VerifyReport report = DatasetVerifier.verify(directory);
                assertEquals(1, report.problems().size(), file.getKey() + " cut at " + length);
                if (length % 1021 == 0 || length == 4096 || length == file.getValue().length - 1) {
                    requireDetectedAndRepaired(file.getKey(), file.getKey() + " cut at " + length);
                }
            }
            Files.write(path, file.getValue());
        }
    }

    @Test
    void flippedBitsAreDetectedAndRepaired() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] files = contents.keySet().toArray(String[]::new);
        for (int round = 0; round < 400; round++) {
            String file = files[random.nextInt(files.length)];
            byte[] bytes = contents.get(file).clone();
            int bit = random.nextInt(bytes.length * 8);
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(directory.resolve(file), bytes);
            requireDetectedAndRepaired(file, "bit " + bit + " of " + file + ", seed " + seed);
        }
    }

    @Test
    void everyMissingFileIsDetectedAndRepaired() throws IOException {
        for (String file : contents.keySet()) {
            Files.delete(directory.resolve(file));
            requireDetectedAndRepaired(file, file + " deleted");
        }
        Sweeper.deleteCommitted(directory, "000001");
        requireDetectedAndRepaired("000001", "a shard deleted");
        Sweeper.deleteCommitted(directory, Layout.CONSTANTS);
        requireDetectedAndRepaired(Layout.CONSTANTS, "the constants deleted");
    }

    @Test
    void aCutManifestIsOneSentenceToTheReader() throws IOException {
        byte[] bytes = contents.get("manifest.json");
        for (int length = 0; length < bytes.length; length++) {
            Files.write(directory.resolve("manifest.json"), Arrays.copyOf(bytes, length));
            DatasetException e = assertThrows(DatasetException.class, () -> Dataset.open(directory));
            requireSentence(e.getMessage());
            assertTrue(e.getMessage().contains("manifest.json"), e.getMessage());
        }
    }

    @Test
    void planAndManifestAndAShardTogether() throws IOException {
        Files.delete(directory.resolve("plan.json"));
        Files.delete(directory.resolve("000000/shard.json"));
        Files.delete(directory.resolve("constants/axis.npy"));
        requireDetectedAndRepaired("plan.json", "plan, a shard and a constant");
        Files.delete(directory.resolve("plan.json"));
        Files.write(directory.resolve("manifest.json"), new byte[100]);
        DatasetException e = assertThrows(DatasetException.class, () -> repair(directory));
        assertTrue(e.getMessage().contains("neither plan.json nor manifest.json is intact"), e.getMessage());
    }

    @Test
    void theManifestAloneNeedsNoGenerator() throws IOException {
        Files.delete(directory.resolve("manifest.json"));
        DatasetRepair.repair(
                directory,
                plan -> {
                    throw new IOException("asked for a generator");
                },
                generator -> new Options(1, 2, 0),
                Progress.NONE,
                new Cancellation());
        assertEquals(digest, Runs.digest(directory));
    }

    @Test
    void whatDoesNotBelongIsReportedAndLeft() throws IOException {
        Files.writeString(directory.resolve("README"), "mine");
        Files.writeString(directory.resolve("000001/notes"), "mine");
        Files.writeString(directory.resolve("constants/b.npy"), "mine");
        Files.createDirectory(directory.resolve("000003"));
        assertEquals(4, DatasetVerifier.verify(directory).problems().size());
        assertEquals(4, repair(directory).after().problems().size());
        assertEquals("mine", Files.readString(directory.resolve("000001/notes")));
    }

    @Test
    void aConsistentShardOfAnotherPlanIsDetected() throws IOException {
        Path other = temp.resolve("other");
        Runs.write(other, Runs.plan(Ramp.of(6, 2), 3, 7, 3), 1, 2);
        for (String name : Sweeper.names(other.resolve("000001"))) {
            Files.copy(
                    other.resolve("000001").resolve(name),
                    directory.resolve("000001").resolve(name),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        requireDetectedAndRepaired("000001/shard.json", "a shard of another seed");
    }

    @Test
    void anotherVersionOfTheWorkloadIsRefused() throws IOException {
        Files.delete(directory.resolve("000000/values.npy"));
        String before = Runs.digest(directory);
        DatasetException e = assertThrows(
                DatasetException.class,
                () -> DatasetRepair.repair(
                        directory,
                        plan -> Ramp.of(plan.seed() + 1, 2),
                        generator -> new Options(1, 2, 0),
                        Progress.NONE,
                        new Cancellation()));
        assertTrue(e.getMessage().contains("seed is 5 there and 6 here"), e.getMessage());
        assertEquals(before, Runs.digest(directory), "nothing is deleted that cannot be made again");
    }

    @Test
    void plansKeepAll64BitsOfTheSeed() throws IOException {
        for (long seed : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE, 0x123456789ABCDEFL}) {
            Plan plan = Plan.of(Ramp.of(seed, 2), 1, new Range(Long.MAX_VALUE - 9, 9), 4);
            Path file = temp.resolve("p" + seed + ".json");
            Files.write(file, plan.toBytes());
            assertEquals(plan, Plan.read(file));
            assertTrue(Files.readString(file).contains("\"seed\": \"" + seed + "\""));
        }
    }
}
