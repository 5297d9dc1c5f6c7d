package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.routing.CvrpSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** ATSP: random matrices and their closure by Floyd and Warshall; the unit is an instance. */
public class ClosureBenchmark extends RoutingBenchmark {
    /** Of an instance. */
    @Param({"10", "20", "50", "100"})
    public int cities;

    @Override
    CvrpSpec spec() {
        return CvrpSpec.DEFAULT.with("problem", "atsp").with("customers", cities);
    }

    /** The matrix. */
    @Benchmark
    public Batch closure() {
        return fillNext();
    }
}
