package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each runs once, on an impulse at 0, which becomes ones. */
final class FftBenchmarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void impulses(String backend) {
        FftBenchmark benchmark = new FftBenchmark();
        benchmark.backend = backend;
        benchmark.length = 1000;
        benchmark.prepare();
        benchmark.re[0] = 1;
        benchmark.doubleRe[0] = 1;
        float[] ones = new float[1000];
        double[] doubleOnes = new double[1000];
        Arrays.fill(ones, 1);
        Arrays.fill(doubleOnes, 1);
        assertArrayEquals(ones, benchmark.floats());
        assertArrayEquals(doubleOnes, benchmark.doubles());
    }
}
