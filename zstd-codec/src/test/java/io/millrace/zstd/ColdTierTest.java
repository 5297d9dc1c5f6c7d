package io.millrace.zstd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import io.millrace.batch.Batch;
import io.millrace.dataset.ColdTier;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.DatasetException;
import io.millrace.dataset.DatasetRepair;
import io.millrace.dataset.DatasetSource;
import io.millrace.dataset.DatasetVerifier;
import io.millrace.dataset.DatasetWriter;
import io.millrace.dataset.Plan;
import io.millrace.dataset.SplitWriter;
import io.millrace.dataset.Splits;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.generator.Workloads;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdTierTest {
    private static final String FILE = "000001/distance.npy";

    @TempDir
    Path temp;

    private Path dataset;
    private byte[] array;

    @BeforeEach
    void dataset() throws IOException {
        dataset = temp.resolve("d");
        write();
        array = Files.readAllBytes(dataset.resolve(FILE));
    }

    private static Generator generator() {
        return Backends.choose("auto", Workloads.named("routing").parse(Map.of("customers", "40")), 6)
                .generator();
    }

    private void write() throws IOException {
        try (Generator generator = generator()) {
            DatasetWriter.write(
                    dataset,
                    generator,
                    Plan.of(generator, new Range(2, 20), 8),
                    new Options(1, 8, 0),
                    Progress.NONE,
                    new Cancellation(),
                    false);
        }
    }

    private void compress() throws IOException {
        List<Long> told = new ArrayList<>();
        Progress progress = (done, total) -> {
            assertEquals(20, total);
            told.add(done);
        };
        assertTrue(ColdTier.compress(dataset, 2, progress, new Cancellation()));
        assertEquals(3, told.size());
        assertEquals(20, told.getLast());
        assertEquals(told, told.stream().sorted().toList());
    }

    /** Of splits, who writes them is told of all parts together. */
    @Test
    void splitsTellOfAllParts() throws IOException {
        List<Long> told = new ArrayList<>();
        Progress cold = (done, total) -> {
            assertEquals(20, total);
            told.add(done);
        };
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("train", .7);
        shares.put("test", .3);
        try (Generator generator = generator()) {
            SplitWriter.write(
                    temp.resolve("splits"),
                    generator,
                    Splits.of(shares, new Range(0, 20), generator),
                    OptionalLong.of(4),
                    new Options(2, 4, 0),
                    Progress.NONE,
                    Optional.of(cold),
                    new Cancellation(),
                    false);
        }
        assertEquals(0, told.getFirst());
        assertEquals(20, told.getLast());
        assertTrue(told.contains(14L));
        assertEquals(told, told.stream().sorted().toList());
    }

    private boolean repaired() throws IOException {
        return DatasetRepair.repair(dataset, "auto", any -> new Options(1, 8, 0), Progress.NONE, new Cancellation())
                .after()
                .sound();
    }

    @Test
    void compressedArraysAreReadAsIfTheyWereNot() throws IOException {
        compress();
        assertFalse(Files.exists(dataset.resolve(FILE)));
        assertTrue(Files.exists(dataset.resolve("000001/demand.npy")));
        assertTrue(DatasetVerifier.verify(dataset).sound());
        try (Dataset open = Dataset.open(dataset);
                Arena arena = Arena.ofConfined()) {
            MemorySegment whole = open.shard(1).tensor("distance");
            assertEquals(-1, whole.mismatch(MemorySegment.ofArray(array).asSlice(4096)));
            long bytes = whole.byteSize() / 8;
            MemorySegment one = arena.allocate(bytes);
            open.shard(1).read("distance", 5, one);
            assertEquals(-1, one.mismatch(whole.asSlice(5 * bytes, bytes)));
        }
        try (DatasetSource source = DatasetSource.open(dataset);
                Worker worker = source.newWorker();
                Batch batch = Batch.allocate(source.schema(), 5)) {
            worker.fill(7, 5, batch);
            long bytes = source.schema()
                    .fields()
                    .get(source.schema().indexOf("distance"))
                    .bytes();
            MemorySegment second = MemorySegment.ofArray(array).asSlice(4096);
            assertEquals(
                    -1, batch.tensor("distance").asSlice(3 * bytes, 2 * bytes).mismatch(second.asSlice(0, 2 * bytes)));
        }
        // every zstd reads it
        byte[] cold = Files.readAllBytes(dataset.resolve(FILE + ".zst"));
        try (ZstdInputStream stream = new ZstdInputStream(new ByteArrayInputStream(cold))) {
            assertTrue(Arrays.equals(array, stream.readAllBytes()));
        }
        // the command that began it finds it finished
        write();
        assertFalse(Files.exists(dataset.resolve(FILE)));
    }

    @Test
    void aFlippedBitAnywhereIsFoundAndMended() throws IOException {
        compress();
        Path file = dataset.resolve(FILE + ".zst");
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(8);
        for (int trial = 0; trial < 60; trial++) {
            // the ends, where the frames' and the table's own heads are, as often as all between
            int at = trial % 3 == 0
                    ? trial / 3
                    : trial % 3 == 1 ? sound.length - 1 - 3 * trial : random.nextInt(sound.length);
            byte[] damaged = sound.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertFalse(DatasetVerifier.verify(dataset).sound(), "byte " + at + " of " + sound.length);
        }
        assertTrue(repaired());
        assertEquals(-1, Arrays.mismatch(sound, Files.readAllBytes(file)));
    }

    @Test
    void cutFilesAreRefused() throws IOException {
        compress();
        Path file = dataset.resolve(FILE + ".zst");
        byte[] sound = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 24, 25, 40, sound.length / 2, sound.length - 1}) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertFalse(DatasetVerifier.verify(dataset).sound(), length + " bytes");
            try (Dataset open = Dataset.open(dataset)) {
                assertThrows(DatasetException.class, () -> open.shard(1).tensor("distance"), length + " bytes");
            }
        }
        assertTrue(repaired());
        assertTrue(DatasetVerifier.verify(dataset).sound());
    }

    /** Killed between the two: the compressed array stands beside the other, or in part. */
    @Test
    void anInterruptedCompressionIsContinued() throws IOException {
        compress();
        byte[] cold = Files.readAllBytes(dataset.resolve(FILE + ".zst"));
        Files.write(dataset.resolve(FILE), array);
        Files.write(dataset.resolve("000001/.distance.npy.zst.partial"), new byte[] {1, 2, 3});
        assertEquals(2, DatasetVerifier.verify(dataset).problems().size());
        Files.delete(dataset.resolve(FILE + ".zst"));
        write();
        assertFalse(Files.exists(dataset.resolve("000001/.distance.npy.zst.partial")));
        Files.write(dataset.resolve(FILE + ".zst"), cold);
        compress();
        assertTrue(DatasetVerifier.verify(dataset).sound());
        assertFalse(Files.exists(dataset.resolve(FILE)));
        assertEquals(-1, Arrays.mismatch(cold, Files.readAllBytes(dataset.resolve(FILE + ".zst"))));
    }

    @Test
    void cancelledItSaysSo() throws IOException {
        Cancellation stop = new Cancellation();
        stop.cancel();
        assertFalse(ColdTier.compress(dataset, 1, Progress.NONE, stop));
    }
}
