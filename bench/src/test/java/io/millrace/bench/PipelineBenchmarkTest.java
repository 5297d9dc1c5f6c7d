package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches come in order, each as large as it says. */
final class PipelineBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void batch(int workers) throws InterruptedException {
        PipelineBenchmark benchmark = new PipelineBenchmark();
        benchmark.backend = "vector";
        benchmark.customers = 10;
        benchmark.workers = workers;
        benchmark.prepare();
        assertEquals(PipelineBenchmark.BATCH - 1, benchmark.batch());
        assertEquals(2 * PipelineBenchmark.BATCH - 1, benchmark.batch());
        benchmark.release();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 512})
    void handOver(int batch) throws InterruptedException {
        HandOverBenchmark benchmark = new HandOverBenchmark();
        benchmark.workers = 2;
        benchmark.batch = batch;
        benchmark.prepare();
        assertEquals(0, benchmark.handOver());
        assertEquals(batch, benchmark.handOver());
        benchmark.release();
    }
}
