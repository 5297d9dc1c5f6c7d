package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.generator.UnavailableException;
import org.junit.jupiter.api.Test;

/** Where there is a LALSimulation it makes waveforms; where there is none it says so. */
final class LalBenchmarkTest {
    @Test
    void makesWaveformsOrSaysWhatIsMissing() {
        LalBenchmark benchmark = new LalBenchmark();
        benchmark.approximant = "IMRPhenomD";
        benchmark.type = "C8";
        benchmark.count = 2;
        try {
            benchmark.prepare();
        } catch (UnavailableException absent) {
            assertTrue(absent.getMessage().contains("install LALSuite"), absent.getMessage());
            return;
        }
        benchmark.chooseFrequencyDomain();
        Batch batch = benchmark.chooseFrequencyDomain();
        for (int bin : new int[] {320, 8193 + 320}) {
            float value = batch.tensor("h_plus").getAtIndex(Elements.F4, 2L * bin);
            assertTrue(Math.abs(value) > 1e-26 && Math.abs(value) < 1e-20, () -> "bin " + bin + ": " + value);
        }
        benchmark.release();
    }
}
