package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each runs once and makes instances of the sizes that its parameters say. */
final class RoutingBenchmarkTest {
    private static <T extends RoutingBenchmark> T prepared(T benchmark, String backend) {
        benchmark.backend = backend;
        benchmark.prepare();
        return benchmark;
    }

    private static double mean(MemorySegment floats) {
        return floats.elements(Elements.F4)
                .mapToDouble(element -> element.get(Elements.F4, 0))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void fillWithMatrix(String backend) {
        FillBenchmark benchmark = new FillBenchmark();
        benchmark.customers = 10;
        benchmark.distances = "full";
        Batch batch = prepared(benchmark, backend).fill();
        assertEquals(RoutingBenchmark.INSTANCES, batch.count());
        assertEquals(
                11 * 11,
                batch.schema().fields().get(batch.schema().indexOf("distance")).elements());
        assertEquals(0.5214 * 10 / 11, mean(batch.tensor("distance")), 0.05);
        benchmark.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void fillWithoutMatrixInPieces(String backend) {
        FillBenchmark benchmark = new FillBenchmark();
        benchmark.customers = 1000;
        benchmark.distances = "none";
        Batch batch = prepared(benchmark, backend).fill();
        assertTrue(batch.capacity() < RoutingBenchmark.INSTANCES);
        assertTrue(
                batch.schema().fields().stream().noneMatch(field -> field.name().equals("distance")));
        assertEquals(0.5, mean(batch.tensor("coords")), 0.02);
        benchmark.release();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "euclidean",
                "manhattan",
                "chebyshev",
                "euc-2d",
                "ceil-2d",
                "man-2d",
                "max-2d",
                "att",
                "geo",
                "haversine"
            })
    void metrics(String metric) {
        MetricBenchmark benchmark = new MetricBenchmark();
        benchmark.metric = metric;
        Batch batch = prepared(benchmark, "vector").matrix();
        int nodes = MetricBenchmark.NODES;
        assertEquals(
                nodes * nodes,
                batch.schema().fields().get(batch.schema().indexOf("distance")).elements());
        assertTrue(mean(batch.tensor("distance")) > 0.3);
        benchmark.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "vector"})
    void closure(String backend) {
        ClosureBenchmark benchmark = new ClosureBenchmark();
        benchmark.cities = 10;
        double mean = mean(prepared(benchmark, backend).closure().tensor("distance"));
        assertTrue(mean > 0.05 && mean < 0.45, () -> "mean " + mean);
        benchmark.release();
    }

    @Test
    void nextInstancesAreOthers() {
        FillBenchmark benchmark = new FillBenchmark();
        benchmark.customers = 10;
        benchmark.distances = "none";
        MemorySegment coordinates = prepared(benchmark, "vector").fill().tensor("coords");
        MemorySegment before = MemorySegment.ofArray(coordinates.toArray(Elements.F4));
        benchmark.fill();
        assertTrue(before.mismatch(coordinates) >= 0);
        benchmark.release();
    }
}
