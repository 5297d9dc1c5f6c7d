package io.millrace.waveform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.dataset.Dataset;
import io.millrace.dataset.DatasetRepair;
import io.millrace.dataset.DatasetVerifier;
import io.millrace.dataset.DatasetWriter;
import io.millrace.dataset.Plan;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import io.millrace.spec.SpecException;
import io.millrace.waveform.parameters.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets of waveforms whose parameters were given: the table is among their constants, and that is enough. */
class WaveformDatasetTest {
    private static final int COUNT = 23;

    @TempDir
    Path temp;

    private static WaveformSpec spec() {
        Point[] points = new Point[COUNT];
        for (int i = 0; i < COUNT; i++) {
            points[i] = WaveformSpecTest.point(30 + i, 20 + 0.5 * i);
        }
        return Filled.given(Map.of("delta-f", "4"), points);
    }

    private static boolean write(Path directory, String backend, int batch, Progress progress, Cancellation stop)
            throws IOException {
        Generator generator = Backends.choose(backend, spec(), 1).generator();
        Plan plan = Plan.of(generator, new Range(0, COUNT), 5);
        return DatasetWriter.write(directory, generator, plan, new Options(2, batch, 0), progress, stop, false)
                .complete();
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        directory.relativize(file).toString(),
                        java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 0x10;
        Files.write(file, bytes);
    }

    private static void repair(Path directory) throws IOException {
        DatasetRepair.repair(
                directory, Backends.AUTO, generator -> new Options(1, 3, 0), Progress.NONE, new Cancellation());
    }

    @Test
    void interruptedContinuedDamagedAndRepaired() throws IOException {
        Path whole = temp.resolve("whole");
        assertTrue(write(whole, "scalar", 4, Progress.NONE, new Cancellation()));
        Map<String, String> expected = contents(whole);

        Path part = temp.resolve("part");
        Cancellation stop = new Cancellation();
        assertFalse(write(
                part,
                Backends.AUTO,
                1,
                (done, total) -> {
                    if (done > 12) {
                        stop.cancel();
                    }
                },
                stop));
        assertTrue(write(part, Backends.AUTO, 3, Progress.NONE, new Cancellation()));
        assertEquals(expected, contents(part));

        damage(part.resolve("000002/h_plus.npy"));
        damage(part.resolve("constants/frequency.npy"));
        assertFalse(DatasetVerifier.verify(part).sound());
        repair(part);
        assertTrue(DatasetVerifier.verify(part).sound());
        assertEquals(expected, contents(part));
    }

    @Test
    void withoutItsTableAShardCannotBeMadeAgain() throws IOException {
        Path directory = temp.resolve("d");
        assertTrue(write(directory, Backends.AUTO, 3, Progress.NONE, new Cancellation()));
        damage(directory.resolve("constants/table_parameters.npy"));
        damage(directory.resolve("000001/h_cross.npy"));
        String message =
                assertThrows(SpecException.class, () -> repair(directory)).getMessage();
        assertTrue(message.contains("sha256:"), message);
    }

    @Test
    void aDatasetKnowsItsSpec() throws IOException {
        Path directory = temp.resolve("d");
        assertTrue(write(directory, Backends.AUTO, 3, Progress.NONE, new Cancellation()));
        try (Dataset dataset = Dataset.open(directory)) {
            assertEquals(spec(), dataset.spec());
            assertArrayEquals(
                    new String[] {"frequency", "table_parameters"},
                    dataset.constants().toArray());
        }
    }
}
