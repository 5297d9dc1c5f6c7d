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
final class RadioBenchmarkTest {
    @ParameterizedTest
    @CsvSource({
        "scalar, plain, iq, 280000",
        "vector, fading, iq, 280000",
        "vector, tdl-a, features, 504",
        "scalar, plain, features, 504"
    })
    void fills(String backend, String channel, String output, int numbers) {
        RadioBenchmark benchmark = new RadioBenchmark();
        benchmark.backend = backend;
        benchmark.channel = channel;
        benchmark.output = output;
        benchmark.prepare();
        Batch batch = benchmark.samples();
        MemorySegment before = MemorySegment.ofArray(batch.tensor(0).toArray(Elements.F4));
        assertEquals(4L * numbers, before.byteSize());
        assertTrue(batch.tensor("power_dbm").getAtIndex(Elements.F8, 0) < 0);
        benchmark.samples();
        assertTrue(before.mismatch(batch.tensor(0)) >= 0, "the next one is another");
        benchmark.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void kernels(String backend) {
        SampleBenchmark benchmark = new SampleBenchmark();
        benchmark.backend = backend;
        benchmark.prepare();
        assertTrue(Math.abs(benchmark.noise()) < 7);
        assertEquals(1, benchmark.curve());
        assertTrue(benchmark.delay() != 0);
        assertTrue(Math.abs(benchmark.phasor()) <= 1);
        assertTrue(Float.isFinite(benchmark.multiply()));
        assertEquals(2048, benchmark.power(), 300);
        assertTrue(benchmark.interleave().getAtIndex(Elements.F4, 2) != 0);
        assertEquals(2048, benchmark.window(), 300);
        benchmark.release();
    }
}
