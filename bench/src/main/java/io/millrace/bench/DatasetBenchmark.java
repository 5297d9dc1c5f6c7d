package io.millrace.bench;

import io.millrace.batch.Field;
import io.millrace.dataset.DatasetWriter;
import io.millrace.dataset.Plan;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import io.millrace.routing.CvrpSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A dataset of 100-customer instances with their matrices, some 0.5 GB, beside plain writes of as many bytes into as
 * many files by as many threads; the unit is an instance. Both write fresh files: deleting them is not timed.
 */
@OperationsPerInvocation(DatasetBenchmark.INSTANCES)
public class DatasetBenchmark extends Measured {
    static final int INSTANCES = 12_800;

    /** So that each of four workers has a shard of its own. */
    private static final int SHARDS = 4;

    /** The kernels. */
    @Param("vector")
    public String backend;

    /** Threads. */
    @Param({"1", "2", "4"})
    public int workers;

    /** Where a directory is made for the files; {@code auto}: in memory at /dev/shm, or else among temporary files. */
    @Param("auto")
    public String parent;

    /** Fewer in tests. */
    int instances = INSTANCES;

    private Generator generator;
    private Plan plan;
    private Options options;
    private PlainFiles plain;
    private Path directory;

    /** Plans the dataset. */
    @Setup
    public void prepare() {
        CvrpSpec spec = CvrpSpec.DEFAULT.with("customers", 100);
        generator = Backends.choose(backend, spec, SEED).generator();
        plan = Plan.of(generator, new Range(0, instances), Math.ceilDiv(instances, SHARDS));
        options = new Options(workers, Options.batchFor(generator), 0);
        List<Field> fields = generator.schema().fields();
        plain = new PlainFiles(
                SHARDS,
                fields.stream().map(field -> field.bytes() * plan.shardSize()).toList(),
                workers);
    }

    /** Makes an empty directory. */
    @Setup(Level.Invocation)
    public void enter() throws IOException {
        directory = Files.createTempDirectory(parent(), "millrace-bench-");
    }

    private Path parent() {
        if (!parent.equals("auto")) {
            return Path.of(parent);
        }
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** The dataset, finished; its directory. */
    @Benchmark
    public Path dataset() throws IOException {
        DatasetWriter.write(directory, generator, plan, options, Progress.NONE, new Cancellation(), false);
        return directory;
    }

    /** The plain files; their directory. */
    @Benchmark
    public Path plain() throws IOException, InterruptedException {
        plain.write(directory);
        return directory;
    }

    /**
     * One after the other into directories side by side, so that a busy machine slows both alike: plain time over
     * dataset time is the share of the plain rate. The unit is an instance written twice.
     */
    @Benchmark
    public Path alternating(Times times) throws IOException, InterruptedException {
        long start = System.nanoTime();
        DatasetWriter.write(
                directory.resolve("dataset"), generator, plan, options, Progress.NONE, new Cancellation(), false);
        long between = System.nanoTime();
        plain.write(Files.createDirectory(directory.resolve("plain")));
        times.datasetMicros += (between - start) / 1000;
        times.plainMicros += (System.nanoTime() - between) / 1000;
        return directory;
    }

    /** Where {@link #alternating} spent its time, summed over the iterations. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Times {
        /** µs in datasets. */
        public long datasetMicros;

        /** µs in plain files. */
        public long plainMicros;
    }

    /** Deletes the directory. */
    @TearDown(Level.Invocation)
    public void leave() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
