package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** What a pipeline adds to a batch, where filling takes no time; the unit is a batch, in nanoseconds. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandOverBenchmark extends Measured {
    /** Threads that fill; as many batches are prefetched. */
    @Param({"1", "2", "4"})
    public int workers;

    /** Instances of 1 KiB per batch. */
    @Param({"1", "512", "4096"})
    public int batch;

    private Pipeline pipeline;

    /** Starts the workers. */
    @Setup
    public void prepare() {
        pipeline =
                Pipeline.open(new IdleGenerator(), new Range(0, Long.MAX_VALUE), new Options(workers, batch, workers));
    }

    /** One batch, taken and handed back; the index of its first instance. */
    @Benchmark
    public long handOver() throws InterruptedException {
        try (Batch taken = pipeline.next()) {
            return taken.first();
        }
    }

    /** Stops the workers. */
    @TearDown
    public void release() {
        pipeline.close();
    }
}
