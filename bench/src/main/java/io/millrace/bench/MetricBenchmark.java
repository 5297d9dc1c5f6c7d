package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.routing.CvrpSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/** The full matrix of 100 customers by each metric; the unit is a distance, its share of the coordinates included. */
@OperationsPerInvocation(RoutingBenchmark.INSTANCES * MetricBenchmark.NODES * MetricBenchmark.NODES)
public class MetricBenchmark extends RoutingBenchmark {
    /** 100 customers and the depot. */
    static final int NODES = 101;

    /** TSPLIB's types round, the others do not. */
    @Param({"euclidean", "manhattan", "chebyshev", "euc-2d", "ceil-2d", "man-2d", "max-2d", "att", "geo", "haversine"})
    public String metric;

    @Override
    CvrpSpec spec() {
        return CvrpSpec.DEFAULT.with("customers", NODES - 1).with("metric", metric);
    }

    /** All fields. */
    @Benchmark
    public Batch matrix() {
        return fillNext();
    }
}
