package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.causal.CausalSpec;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Causal models of one thread's worker: 64 rows, and 64 of each node's twin world; the unit is a graph. It fills the same instance's memory
 * again and again.
 */
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", Measured.VECTOR_MODULE, "--enable-native-access=ALL-UNNAMED"})
public class CausalBenchmark extends Measured {
    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    /** Nodes of a graph. */
    @Param({"10", "20", "50"})
    public int nodes;

    /** How nodes follow from their causes. */
    @Param({"linear", "rff-gp", "mlp"})
    public String mechanism;

    private Generator generator;
    private Worker worker;
    private Batch batch;
    private long first;

    /** Takes a worker and its memory. */
    @Setup
    public void prepare() {
        CausalSpec spec = CausalSpec.DEFAULT.with("nodes", nodes).with("mechanism", mechanism);
        generator = Backends.choose(backend, spec, SEED).generator();
        worker = generator.newWorker();
        batch = generator.newBatch(1);
    }

    /** The next graph. */
    @Benchmark
    public Batch graph() {
        worker.fill(first, 1, batch);
        first++;
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
