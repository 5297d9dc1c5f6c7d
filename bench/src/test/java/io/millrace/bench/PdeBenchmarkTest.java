package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each runs a few times; all solvers go the same way, which is that of the sine's slope: u_t = −u u_x + κ u_xx at first. */
final class PdeBenchmarkTest {
    @ParameterizedTest
    @CsvSource({"scalar, 128", "vector, 128", "vector, 1024"})
    void steps(String backend, int points) {
        PdeBenchmark benchmark = new PdeBenchmark();
        benchmark.backend = backend;
        benchmark.points = points;
        benchmark.prepare();
        double[] start = new double[points];
        double[] alone = new double[points];
        double[] side = new double[16 * points];
        double[] cells = new double[points];
        benchmark.muscl().fields(start);
        for (int step = 0; step < 100; step++) {
            benchmark.etdrk4();
            benchmark.together();
            benchmark.muscl();
        }
        benchmark.etdrk4().fields(alone);
        benchmark.together().fields(side);
        benchmark.muscl().fields(cells);
        double most = 0;
        for (int j = 0; j < points; j++) {
            for (int b = 0; b < 16; b++) {
                assertEquals(alone[j], side[16 * j + b], 1e-12);
            }
            assertEquals(alone[j], cells[j], 0.001);
            most = Math.max(most, Math.abs(alone[j] - start[j]));
        }
        assertTrue(most > 0.002 && most < 0.01, "moved by " + most);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64})
    void transforms(int signals) {
        BatchFftBenchmark benchmark = new BatchFftBenchmark();
        benchmark.backend = "vector";
        benchmark.length = 64;
        benchmark.signals = signals;
        benchmark.prepare();
        for (int signal = 0; signal < 64; signal++) {
            benchmark.re[signal / signals * signals * 64 + signal % signals] = 1;
        }
        for (double number : benchmark.complex()) {
            assertEquals(1, number);
        }
        benchmark.prepare();
        for (int signal = 0; signal < 64; signal++) {
            benchmark.re[signal / signals * signals * 32 + signal % signals] = 1;
        }
        double[] spectra = benchmark.real();
        for (int number = 0; number < spectra.length; number++) {
            assertEquals(number < 64 * 32 ? 1 : 0, spectra[number]);
        }
    }
}
