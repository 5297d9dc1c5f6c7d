package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;
import io.millrace.routing.CvrpSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** CVRP with the full matrix, in batches of 512, to a consumer that hands each back at once; unit: an instance. */
@OperationsPerInvocation(PipelineBenchmark.BATCH)
public class PipelineBenchmark extends Measured {
    /** Instances per batch. */
    static final int BATCH = 512;

    /** The kernels. */
    @Param("vector")
    public String backend;

    /** Threads that fill; as many batches are prefetched. */
    @Param({"1", "2", "4"})
    public int workers;

    /** Of an instance. */
    @Param({"10", "20", "50", "100"})
    public int customers;

    private Pipeline pipeline;

    /** Starts the workers. */
    @Setup
    public void prepare() {
        CvrpSpec spec = CvrpSpec.DEFAULT.with("customers", customers);
        Generator generator = Backends.choose(backend, spec, SEED).generator();
        pipeline = Pipeline.open(generator, new Range(0, Long.MAX_VALUE), new Options(workers, BATCH, workers));
    }

    /** One batch; the index of its last instance. */
    @Benchmark
    public long batch() throws InterruptedException {
        try (Batch batch = pipeline.next()) {
            return batch.first() + batch.count() - 1;
        }
    }

    /** Stops the workers. */
    @TearDown
    public void release() {
        pipeline.close();
    }
}
