package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.routing.CvrpSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** CVRP: uniform coordinates, demands, capacity, and the full float32 matrix or none; the unit is an instance. */
public class FillBenchmark extends RoutingBenchmark {
    /** Of an instance. */
    @Param({"10", "20", "50", "100", "1000"})
    public int customers;

    /** {@code none} leaves coordinates, demands and capacity. */
    @Param({"none", "full"})
    public String distances;

    @Override
    CvrpSpec spec() {
        return CvrpSpec.DEFAULT.with("customers", customers).with("distances", distances);
    }

    /** All fields. */
    @Benchmark
    public Batch fill() {
        return fillNext();
    }
}
