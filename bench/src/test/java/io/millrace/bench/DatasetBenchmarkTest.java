package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides write as many bytes, and leave nothing. */
final class DatasetBenchmarkTest {
    private static final int INSTANCES = 64;
    /** Coordinates, demands, capacity and matrix of 101 nodes. */
    private static final long INSTANCE_BYTES = 101 * 8 + 101 * 4 + 4 + 101 * 101 * 4;

    @TempDir
    private Path parent;

    private DatasetBenchmark entered() throws IOException {
        DatasetBenchmark benchmark = new DatasetBenchmark();
        benchmark.backend = "vector";
        benchmark.workers = 2;
        benchmark.parent = parent.toString();
        benchmark.instances = INSTANCES;
        benchmark.prepare();
        benchmark.enter();
        return benchmark;
    }

    private void leave(DatasetBenchmark benchmark) throws IOException {
        benchmark.leave();
        try (Stream<Path> left = Files.list(parent)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void dataset() throws IOException {
        DatasetBenchmark benchmark = entered();
        try (Dataset dataset = Dataset.open(benchmark.dataset())) {
            assertEquals(INSTANCES, dataset.count());
        }
        leave(benchmark);
    }

    @Test
    void plain() throws IOException, InterruptedException {
        DatasetBenchmark benchmark = entered();
        long bytes = 0;
        try (Stream<Path> files = Files.list(benchmark.plain())) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertEquals(INSTANCES * INSTANCE_BYTES, bytes);
        leave(benchmark);
    }

    @Test
    void alternating() throws IOException, InterruptedException {
        DatasetBenchmark benchmark = entered();
        DatasetBenchmark.Times times = new DatasetBenchmark.Times();
        Path directory = benchmark.alternating(times);
        try (Dataset dataset = Dataset.open(directory.resolve("dataset"))) {
            assertEquals(INSTANCES, dataset.count());
        }
        assertTrue(times.datasetMicros > 0 && times.plainMicros > 0);
        leave(benchmark);
    }

    @Test
    void automaticParentIsThere() throws IOException, InterruptedException {
        DatasetBenchmark benchmark = entered();
        benchmark.leave();
        benchmark.parent = "auto";
        benchmark.enter();
        Path directory = benchmark.plain();
        assertTrue(Files.isDirectory(directory));
        benchmark.leave();
        assertFalse(Files.exists(directory));
    }
}
