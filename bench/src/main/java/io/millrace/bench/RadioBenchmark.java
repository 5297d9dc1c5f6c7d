package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.radio.RadioKeys;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Radio signals of one thread's worker: FM voice at seven receivers, 20,000 samples at 200 kHz each; the unit is a complex sample. It
 * fills the same instance's memory, 1.1 MB, again and again.
 */
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", Measured.VECTOR_MODULE, "--enable-native-access=ALL-UNNAMED"})
public class RadioBenchmark extends Measured {
    static final int RECEIVERS = 7;
    static final int LENGTH = 20_000;

    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    /** {@code plain}: one path and noise; {@code fading}: two Rayleigh paths; {@code tdl-a}: 23 of them. */
    @Param({"plain", "fading", "tdl-a"})
    public String channel;

    /** What is written. */
    @Param({"iq", "features"})
    public String output;

    private Generator generator;
    private Worker worker;
    private Batch batch;
    private long first;

    /** Takes a worker and its memory. */
    @Setup
    public void prepare() {
        Map<String, String> settings = new HashMap<>();
        settings.put("sample-rate", "200000");
        settings.put("samples", Integer.toString(LENGTH));
        settings.put("output", output);
        if (!channel.equals("plain")) {
            settings.put("multipath", channel.equals("fading") ? "exponential" : channel);
            settings.put("fading", "rayleigh");
        }
        generator = Backends.choose(backend, RadioKeys.parse(settings, Map.of()), SEED)
                .generator();
        worker = generator.newWorker();
        batch = generator.newBatch(1);
    }

    /** The next transmission. */
    @Benchmark
    @OperationsPerInvocation(RECEIVERS * LENGTH)
    public Batch samples() {
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
