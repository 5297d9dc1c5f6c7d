package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.pipeline.Options;
import io.millrace.waveform.WaveformKeys;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Waveforms of one thread's worker: both polarizations from 20 to 1024 Hz, masses uniform from 10 to 80 solar masses, aligned
 * spins from -0.9 to 0.9; the unit is a waveform. It fills batches of about 1 MiB again and again.
 */
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", Measured.VECTOR_MODULE, "--enable-native-access=ALL-UNNAMED"})
public class WaveformBenchmark extends Measured {
    /** Waveforms at a time. */
    static final int WAVEFORMS = 64;

    /** The kernels; {@code lal} may be asked for, too. */
    @Param({"scalar", "vector"})
    public String backend;

    /** The model. */
    @Param({"IMRPhenomD", "TaylorF2"})
    public String approximant;

    /** {@code c8} or {@code c16}. */
    @Param({"c8", "c16"})
    public String dtype;

    /** In Hz; with 16 there are 65 bins, so that draws and coefficients are most of it. */
    @Param({"0.125", "16"})
    public String deltaF;

    private Generator generator;
    private Worker worker;
    private Batch batch;
    private long first;

    /** Takes a worker and its memory. */
    @Setup
    public void prepare() {
        Map<String, String> settings = new HashMap<>();
        settings.put("approximant", approximant);
        settings.put("dtype", dtype);
        settings.put("delta-f", deltaF);
        settings.put("mass_1", "uniform(10, 80)");
        settings.put("mass_2", "uniform(10, 80)");
        settings.put("chi_1", "uniform(-0.9, 0.9)");
        settings.put("chi_2", "uniform(-0.9, 0.9)");
        generator = Backends.choose(backend, WaveformKeys.parse(settings, Map.of()), SEED)
                .generator();
        worker = generator.newWorker();
        batch = generator.newBatch(Math.min(WAVEFORMS, Options.batchFor(generator)));
    }

    /** The next {@value #WAVEFORMS} waveforms; the batch holds the first ones of the last piece. */
    @Benchmark
    @OperationsPerInvocation(WAVEFORMS)
    public Batch waveforms() {
        for (int done = 0; done < WAVEFORMS; done += batch.capacity()) {
            worker.fill(first + done, Math.min(batch.capacity(), WAVEFORMS - done), batch);
        }
        first += WAVEFORMS;
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
