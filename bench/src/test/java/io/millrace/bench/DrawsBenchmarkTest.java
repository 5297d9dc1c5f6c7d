package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each runs once; means lie within ten standard errors. */
final class DrawsBenchmarkTest {
    private static final int COUNT = DrawsBenchmark.COUNT;

    private static <T extends DrawsBenchmark> T prepared(T benchmark, String backend) {
        benchmark.backend = backend;
        benchmark.prepare();
        return benchmark;
    }

    private static double mean(float[] values) {
        return IntStream.range(0, COUNT).mapToDouble(i -> values[i]).average().orElseThrow();
    }

    private static long distinct(int[] words) {
        return Arrays.stream(words, 0, COUNT).distinct().count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void wordsAreDifferentAndOthersEachTime(String backend) {
        WordsBenchmark benchmark = prepared(new WordsBenchmark(), backend);
        int[] before = benchmark.shortInstances().clone();
        assertEquals(COUNT, distinct(before), 1);
        int[] after = benchmark.longInstances();
        assertEquals(COUNT, distinct(after), 1);
        assertTrue(!Arrays.equals(before, after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void uniforms(String backend) {
        assertEquals(0.5, mean(prepared(new UniformsBenchmark(), backend).uniforms()), 0.04);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void normals(String backend) {
        assertEquals(0, mean(prepared(new NormalsBenchmark(), backend).normals()), 0.14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void integers(String backend) {
        int[] integers = prepared(new IntegersBenchmark(), backend).integers();
        assertEquals(45, Arrays.stream(integers, 0, COUNT).distinct().sum(), () -> Arrays.toString(integers));
    }
}
