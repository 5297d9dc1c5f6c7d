package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.pipeline.Options;
import io.millrace.routing.CvrpSpec;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One thread's worker without a pipeline. It fills batches of about 1 MiB, at most {@value #INSTANCES} instances, again
 * and again: the kernels, and not the memory, are measured.
 */
@OperationsPerInvocation(RoutingBenchmark.INSTANCES)
public abstract class RoutingBenchmark extends Measured {
    /** Instances at a time. */
    static final int INSTANCES = 512;

    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    private Generator generator;
    private Worker worker;
    private Batch batch;
    private long first;

    RoutingBenchmark() {}

    /** What to fill. */
    abstract CvrpSpec spec();

    /** Takes a worker and its memory. */
    @Setup
    public void prepare() {
        generator = Backends.choose(backend, spec(), SEED).generator();
        worker = generator.newWorker();
        batch = generator.newBatch(Math.min(INSTANCES, Options.batchFor(generator)));
    }

    /** Fills the next {@value #INSTANCES} instances; the batch holds the first ones of the last piece. */
    Batch fillNext() {
        for (int done = 0; done < INSTANCES; done += batch.capacity()) {
            worker.fill(first + done, Math.min(batch.capacity(), INSTANCES - done), batch);
        }
        first += INSTANCES;
        return batch;
    }

    /** Gives all back. */
    @TearDown
    public void release() {
        batch.close();
        worker.close();
        generator.close();
    }
}
