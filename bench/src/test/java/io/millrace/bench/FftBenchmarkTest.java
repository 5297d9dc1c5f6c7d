package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each runs once, on an impulse at 0, which becomes ones; a real one is back as its length. */
final class FftBenchmarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void impulses(String backend) {
        FftBenchmark benchmark = new FftBenchmark();
        benchmark.backend = backend;
        benchmark.length = 1000;
        benchmark.signals = 1;
        benchmark.prepare();
        benchmark.re[0] = 1;
        benchmark.doubleRe[0] = 1;
        float[] ones = new float[1000];
        double[] doubleOnes = new double[1000];
        Arrays.fill(ones, 1);
        Arrays.fill(doubleOnes, 1);
        assertArrayEquals(ones, benchmark.floats());
        assertArrayEquals(doubleOnes, benchmark.doubles());
        benchmark.prepare();
        benchmark.doubleRe[0] = 1;
        double[] real = benchmark.reals();

        assertArrayEquals(Arrays.copyOf(doubleOnes, 500), Arrays.copyOf(real, 500), 1e-15);
        assertEquals(1000, benchmark.inverseReals()[0], 1e-12);
    }
}
