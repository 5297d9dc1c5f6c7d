package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each runs once and makes waveforms of the grid and the type that its parameters say. */
final class WaveformBenchmarkTest {
    @ParameterizedTest
    @CsvSource({
        "scalar, IMRPhenomD, c8, 0.125, 8193",
        "vector, IMRPhenomD, c16, 0.125, 8193",
        "vector, TaylorF2, c8, 0.125, 8193",
        "scalar, TaylorF2, c16, 16, 65"
    })
    void fills(String backend, String approximant, String dtype, String deltaF, int bins) {
        WaveformBenchmark benchmark = new WaveformBenchmark();
        benchmark.backend = backend;
        benchmark.approximant = approximant;
        benchmark.dtype = dtype;
        benchmark.deltaF = deltaF;
        benchmark.prepare();
        Batch batch = benchmark.waveforms();
        MemorySegment before = MemorySegment.ofArray(batch.tensor("parameters").toArray(Elements.F8));
        assertEquals(bins, batch.schema().fields().getFirst().elements());
        int bin = bins > 100 ? 320 : 20;
        double value = dtype.equals("c8")
                ? batch.tensor("h_plus").getAtIndex(Elements.F4, 2L * bin)
                : batch.tensor("h_plus").getAtIndex(Elements.F8, 2L * bin);
        assertTrue(Math.abs(value) > 1e-28 && Math.abs(value) < 1e-19, () -> "bin " + bin + ": " + value);
        benchmark.waveforms();
        assertTrue(before.mismatch(batch.tensor("parameters")) >= 0, "the next ones are others");
        benchmark.release();
    }
}
