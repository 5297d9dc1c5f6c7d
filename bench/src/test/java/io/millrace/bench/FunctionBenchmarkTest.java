package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Each runs once; the vector results are the scalar ones, and those are near {@link Math}'s. */
final class FunctionBenchmarkTest {
    private static void near(DoubleUnaryOperator function, FunctionBenchmark benchmark) {
        for (int i = 0; i < FunctionBenchmark.COUNT; i++) {
            near(function.applyAsDouble(benchmark.floats[i]), benchmark.floatResults[i], 0x1p-20);
            near(function.applyAsDouble(benchmark.doubles[i]), benchmark.doubleResults[i], 0x1p-48);
        }
    }

    private static void near(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)));
    }

    @Test
    void exp() {
        ExpBenchmark benchmark = new ExpBenchmark();
        benchmark.prepare();
        assertArrayEquals(benchmark.scalarFloat().clone(), benchmark.vectorFloat());
        assertArrayEquals(benchmark.scalarDouble().clone(), benchmark.vectorDouble());
        near(Math::exp, benchmark);
    }

    @Test
    void log() {
        LogBenchmark benchmark = new LogBenchmark();
        benchmark.prepare();
        assertArrayEquals(benchmark.scalarFloat().clone(), benchmark.vectorFloat());
        assertArrayEquals(benchmark.scalarDouble().clone(), benchmark.vectorDouble());
        near(Math::log, benchmark);
    }

    @Test
    void sin() {
        SinBenchmark benchmark = new SinBenchmark();
        benchmark.prepare();
        assertArrayEquals(benchmark.scalarFloat().clone(), benchmark.vectorFloat());
        assertArrayEquals(benchmark.scalarDouble().clone(), benchmark.vectorDouble());
        near(Math::sin, benchmark);
    }

    @Test
    void sinCosTurns() {
        SinCosTurnsBenchmark benchmark = new SinCosTurnsBenchmark();
        benchmark.prepare();
        assertArrayEquals(benchmark.scalarFloat().clone(), benchmark.vectorFloat());
        assertArrayEquals(benchmark.scalarDouble().clone(), benchmark.vectorDouble());
        for (int i = 0; i < FunctionBenchmark.COUNT; i++) {
            near(1, Math.hypot(benchmark.floatResults[i], benchmark.floatCosines[i]), 0x1p-20);
            near(1, Math.hypot(benchmark.doubleResults[i], benchmark.doubleCosines[i]), 0x1p-48);
        }
    }
}
