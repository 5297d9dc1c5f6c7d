package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each runs once and makes what its parameters say. */
final class CausalBenchmarkTest {
    @ParameterizedTest
    @CsvSource({"scalar, 10, linear", "vector, 20, rff-gp", "vector, 10, mlp"})
    void fills(String backend, int nodes, String mechanism) {
        CausalBenchmark benchmark = new CausalBenchmark();
        benchmark.backend = backend;
        benchmark.nodes = nodes;
        benchmark.mechanism = mechanism;
        benchmark.prepare();
        Batch batch = benchmark.graph();
        MemorySegment before = MemorySegment.ofArray(batch.tensor("delta").toArray(Elements.F4));
        assertEquals(4L * nodes * 64 * nodes, before.byteSize());
        benchmark.graph();
        assertTrue(before.mismatch(batch.tensor("delta")) >= 0, "the next one is another");
        benchmark.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void kernels(String backend) {
        ColumnBenchmark benchmark = new ColumnBenchmark();
        benchmark.backend = backend;
        benchmark.prepare();
        assertTrue(Math.abs(benchmark.gaussian()) < 7);
        assertTrue(Float.isFinite(benchmark.student()));
        assertTrue(benchmark.linear() != 0);
        assertTrue(benchmark.fourier() != 0);
        assertTrue(benchmark.perceptron() != 0);
        assertTrue(benchmark.scatter() != 0);
        assertEquals(0, benchmark.twins().getAtIndex(Elements.F4, 0));
        benchmark.release();
    }
}
