package io.millrace.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Workloads;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitsTest {
    private final Generator generator = generator(12, 3);

    @TempDir
    Path temp;

    @AfterEach
    void close() {
        generator.close();
    }

    private static Generator generator(int customers, long seed) {
        return Backends.choose(
                        "auto",
                        Workloads.named("routing").parse(Map.of("customers", Integer.toString(customers))),
                        seed)
                .generator();
    }

    private static Map<String, Double> shares(Object... namesAndShares) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int k = 0; k < namesAndShares.length; k += 2) {
            shares.put((String) namesAndShares[k], (Double) namesAndShares[k + 1]);
        }
        return shares;
    }

    private Splits usual(long count) {
        return Splits.of(shares("train", .8, "val", .1, "test", .1), new Range(5, count), generator);
    }

    private WriteResult write(Path directory, Splits splits, Generator from, boolean overwrite) throws IOException {
        return SplitWriter.write(
                directory,
                from,
                splits,
                OptionalLong.of(7),
                new Options(2, 3, 0),
                Progress.NONE,
                Optional.empty(),
                new Cancellation(),
                overwrite);
    }

    @Test
    void everyInstanceIsInOnePart() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            int parts = 1 + random.nextInt(6);
            double[] weights = random.doubles(parts, 0.1, 1).toArray();
            double sum = 0;
            for (double weight : weights) {
                sum += weight;
            }
            Map<String, Double> shares = new LinkedHashMap<>();
            for (int p = 0; p < parts; p++) {
                shares.put("part" + p, weights[p] / sum);
            }
            Range range = new Range(random.nextInt(100), 100 + random.nextInt(10_000));
            Splits splits = Splits.of(shares, range, generator);
            int[] seen = new int[(int) range.count()];
            int p = 0;
            for (Splits.Part part : splits.parts()) {
                assertEquals(range.count() * weights[p++] / sum, part.range().count(), 1.0001);
                for (long index = part.range().first(); index < part.range().end(); index++) {
                    seen[(int) (index - range.first())]++;
                }
            }
            for (int times : seen) {
                assertEquals(1, times);
            }
            assertEquals(range, splits.range());
        }
    }

    @Test
    void sharesThatMakeNoSenseAreRefused() {
        Range range = new Range(0, 10);
        assertEquals(
                "splits are train=0.8,val=0.1: their sum is 0.9 where 1 would be right",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Splits.of(shares("train", .8, "val", .1), range, generator))
                        .getMessage());
        assertEquals(
                "splits are train=0.99,val=0.01: 'val' would have none of 10 instances",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Splits.of(shares("train", .99, "val", .01), range, generator))
                        .getMessage());
        for (String name : new String[] {"000000", "constants", "../up", "", "Train"}) {
            assertThrows(IllegalArgumentException.class, () -> Splits.of(shares(name, 1.0), range, generator), name);
        }
    }

    @Test
    void aPartIsTheDatasetOfItsRange() throws IOException {
        Path directory = temp.resolve("d");
        assertTrue(write(directory, usual(50), generator, false).complete());
        assertTrue(DatasetVerifier.verify(directory).sound());
        Plan plan = Plan.of(generator, new Range(45, 5), 7);
        DatasetWriter.write(
                temp.resolve("val"), generator, plan, new Options(1, 50, 0), Progress.NONE, new Cancellation(), false);
        assertEquals(Runs.digest(temp.resolve("val")), Runs.digest(directory.resolve("val")));
    }

    @Test
    void anotherKeyIsRefusedWithWhatChanged() throws IOException {
        Path directory = temp.resolve("d");
        write(directory, usual(50), generator, false);
        String before = Runs.digest(directory);
        try (Generator other = generator(13, 4)) {
            Splits splits = Splits.of(shares("train", .5, "val", .5), new Range(5, 50), other);
            assertNotEquals(usual(50).key(), splits.key());
            String message = assertThrows(DatasetException.class, () -> write(directory, splits, other, false))
                    .getMessage();
            assertTrue(
                    message.contains(
                            "holds a cache of another key: seed is 3 there and 4 here, customers is 12 there and 13"
                                    + " here, split train is 40 instances from 5 there and 25 instances from 5 here"),
                    message);
            assertTrue(message.contains("split test is 5 instances from 50 there and absent here"), message);
            assertEquals(before, Runs.digest(directory));
            assertTrue(write(directory, splits, other, true).complete());
            assertTrue(DatasetVerifier.verify(directory).sound());
            assertFalse(Files.exists(directory.resolve("test")));
        }
    }

    @Test
    void whatIsNoCacheIsLeftAlone() throws IOException {
        Path directory = temp.resolve("d");
        Files.createDirectory(directory);
        Files.writeString(directory.resolve("mine.txt"), "mine");
        assertThrows(DatasetException.class, () -> write(directory, usual(50), generator, false));
        assertThrows(DatasetException.class, () -> write(directory, usual(50), generator, true));
        assertEquals("mine", Files.readString(directory.resolve("mine.txt")));
    }

    @Test
    void aRunThatMakesNothingLeavesNothing() throws IOException {
        Cancellation stop = new Cancellation();
        stop.cancel();
        Path directory = temp.resolve("a/b");
        SplitWriter.write(
                directory,
                generator,
                usual(50),
                OptionalLong.empty(),
                new Options(1, 1, 0),
                Progress.NONE,
                Optional.empty(),
                stop,
                false);
        assertFalse(Files.exists(temp.resolve("a")));
    }

    /** A bit of each byte in turn, of every file in turn. */
    @Test
    void aFlippedBitAnywhereIsFoundAndMended() throws IOException {
        Path directory = temp.resolve("d");
        write(directory, usual(30), generator, false);
        Map<String, byte[]> sound = Runs.contents(directory);
        Random random = new Random(2);
        for (Map.Entry<String, byte[]> file : sound.entrySet()) {
            byte[] damaged = file.getValue().clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(directory.resolve(file.getKey()), damaged);
            VerifyReport report = DatasetVerifier.verify(directory);
            assertFalse(report.sound(), file.getKey());
            assertTrue(
                    report.problems().getFirst().file().startsWith(file.getKey().replaceAll("/.*", "")));
            assertTrue(DatasetRepair.repair(
                            directory, "auto", any -> new Options(1, 10, 0), Progress.NONE, new Cancellation())
                    .after()
                    .sound());
            assertEquals(
                    -1,
                    java.util.Arrays.mismatch(file.getValue(), Files.readAllBytes(directory.resolve(file.getKey()))));
        }
    }

    @Test
    void partsOfOtherSplitsAreFound() throws IOException {
        Path directory = temp.resolve("d");
        write(directory, usual(30), generator, false);
        Files.move(directory.resolve("val"), temp.resolve("x"));
        Files.move(directory.resolve("test"), directory.resolve("val"));
        Files.move(temp.resolve("x"), directory.resolve("test"));
        VerifyReport report = DatasetVerifier.verify(directory);
        assertEquals(2, report.problems().size());
        assertTrue(report.problems().getFirst().sentence().contains("is not the plan that splits.json speaks of"));
    }

    @Test
    void aDatasetIsASource() throws IOException {
        Path directory = temp.resolve("d");
        write(directory, usual(30), generator, false);
        try (DatasetSource source = DatasetSource.open(directory.resolve("train"))) {
            assertEquals(5, source.first());
            assertEquals(29, source.size());
            assertEquals(generator.spec(), source.spec());
            Plan plan = Plan.of(source, new Range(6, 20), 9);
            DatasetWriter.write(
                    temp.resolve("copy"), source, plan, new Options(2, 4, 0), Progress.NONE, new Cancellation(), false);
            DatasetWriter.write(
                    temp.resolve("made"),
                    generator,
                    plan,
                    new Options(2, 4, 0),
                    Progress.NONE,
                    new Cancellation(),
                    false);
            assertEquals(Runs.digest(temp.resolve("made")), Runs.digest(temp.resolve("copy")));
        }
        byte[] damaged = Files.readAllBytes(directory.resolve("train/000001/coords.npy"));
        damaged[4500] ^= 1;
        Files.write(directory.resolve("train/000001/coords.npy"), damaged);
        try (DatasetSource source = DatasetSource.open(directory.resolve("train"))) {
            String message = assertThrows(
                            RuntimeException.class,
                            () -> DatasetWriter.write(
                                    temp.resolve("copy2"),
                                    source,
                                    Plan.of(source, new Range(5, 24)),
                                    new Options(1, 4, 0),
                                    Progress.NONE,
                                    new Cancellation(),
                                    false))
                    .getMessage();
            assertTrue(message.contains("is damaged: 000001/coords.npy"), message);
        }
    }

    private RepairResult repair(Path directory) throws IOException {
        return DatasetRepair.repair(directory, "auto", any -> new Options(1, 10, 0), Progress.NONE, new Cancellation());
    }

    /** A killed run leaves the file of its lock, there and in the part that it wrote. */
    @Test
    void whatAKilledRunLeavesCanBeOverwritten() throws IOException {
        Path directory = temp.resolve("d");
        write(directory, usual(30), generator, false);
        Files.createFile(directory.resolve(".lock"));
        Files.createFile(directory.resolve("train/.lock"));
        Files.createDirectory(directory.resolve("train/.000001.partial"));
        Files.delete(directory.resolve("test/manifest.json"));
        assertTrue(write(directory, usual(40), generator, true).complete());
        assertTrue(DatasetVerifier.verify(directory).sound());
    }

    @Test
    void nothingIsOverwrittenWhereSomethingIsNotOurs() throws IOException {
        Path directory = temp.resolve("d");
        write(directory, usual(30), generator, false);
        Files.writeString(directory.resolve("val/notes.txt"), "mine");
        String before = Runs.digest(directory);
        assertThrows(DatasetException.class, () -> write(directory, usual(40), generator, true));
        assertEquals(before, Runs.digest(directory));
    }

    @Test
    void damagedSplitsAreOverwritten() throws IOException {
        Path directory = temp.resolve("d");
        write(directory, usual(30), generator, false);
        Files.writeString(directory.resolve("splits.json"), "{");
        assertThrows(DatasetException.class, () -> write(directory, usual(30), generator, false));
        assertTrue(write(directory, usual(40), generator, true).complete());
        assertTrue(DatasetVerifier.verify(directory).sound());
    }

    /** Where splits.json is damaged, too, a part that is gone must not be forgotten. */
    @Test
    void aLostPartIsNotForgotten() throws IOException {
        Path directory = temp.resolve("d");
        write(directory, usual(30), generator, false);
        byte[] damaged = Files.readAllBytes(directory.resolve("splits.json"));
        damaged[20] ^= 1;
        Files.write(directory.resolve("splits.json"), damaged);
        Files.move(directory.resolve("test"), temp.resolve("elsewhere"));
        assertThrows(DatasetException.class, () -> repair(directory));
        assertEquals(-1, java.util.Arrays.mismatch(damaged, Files.readAllBytes(directory.resolve("splits.json"))));
        Files.move(temp.resolve("elsewhere"), directory.resolve("test"));
        assertTrue(repair(directory).after().sound());
    }

    @Test
    void twoRunsDoNotMeet() throws IOException {
        Path directory = temp.resolve("d");
        write(directory, usual(30), generator, false);
        try (DirectoryLock held = DirectoryLock.take(directory, Checkpoint.NONE)) {
            assertTrue(held != null);
            assertThrows(DatasetException.class, () -> write(directory, usual(30), generator, false));
            assertThrows(DatasetException.class, () -> write(directory, usual(30), generator, true));
            assertThrows(DatasetException.class, () -> repair(directory));
        }
        assertTrue(DatasetVerifier.verify(directory).sound());
    }
}
