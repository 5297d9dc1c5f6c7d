package io.millrace.cli;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.pipeline.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every workload's benchmark has in common: the options, and the scaling table over one key and the threads. */
final class BenchOptions {
    /** What trainers of routing use most. */
    private static final int BATCH = 512;

    @Option(
            names = "--workers",
            split = ",",
            paramLabel = "W",
            description = "Numbers of threads; 1, 2, 4 … up to the machine's processors where not given.")
    private List<Integer> workers;

    @Option(
            names = "--batch",
            paramLabel = "B",
            description = "Instances per batch; 512 where not given, or what fits in half of the memory.")
    private Integer batch;

    @Option(
            names = "--consumer",
            description = "Hand every batch, in index order, to a consumer that gives it back at once. Otherwise each "
                    + "worker fills one batch of its own again and again.")
    private boolean consumer;

    @Option(
            names = "--prefetch",
            paramLabel = "P",
            description = "With --consumer: batches ahead of it; two per worker where not given.")
    private Integer prefetch;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = Backends.AUTO,
            description = "auto, or one that 'millrace info' lists (default: ${DEFAULT-VALUE}).")
    private String backend;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "2",
            description =
                    "How long each row is measured, after a warm-up of the same length (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--json", description = "One JSON object per row on standard output; the table goes elsewhere.")
    private boolean json;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    /**
     * Measures each value of a key with each number of threads, and prints rows as they come.
     *
     * @param axis the key
     * @param values what it is set to
     */
    int run(String name, String axis, List<String> values, Console console) throws IOException, InterruptedException {
        if (!(seconds >= 0.05 && seconds <= 3600)) {
            throw new IllegalArgumentException("--seconds is " + seconds + ": allowed is 0.05 to 3600");
        }
        Workload workload = Workloads.named(name);
        List<Generator> generators = new ArrayList<>();
        for (String value : values) {
            generators.add(Backends.choose(backend, settings.spec(workload, console, Map.of(axis, value)), 0)
                    .generator());
        }
        List<Integer> threads = threads();
        PrintStream words = console.words(json);
        words.println(name + ", batches of " + (batch == null ? "up to " + BATCH : batch) + ", backend "
                + generators.getFirst().backend());
        words.println(String.format(
                Locale.ROOT,
                "%-10s %7s %15s %8s %9s %11s",
                axis,
                "workers",
                "instances/s",
                "GB/s",
                "speed-up",
                "efficiency"));
        for (int i = 0; i < generators.size(); i++) {
            Rates base = null;
            for (int count : threads) {
                Options options = options(generators.get(i), count);
                Rates rates = Throughput.measure(generators.get(i), options, consumer, seconds, console.stop());
                if (console.stop().cancelled()) {
                    return ExitCode.STOPPED;
                }
                base = base == null ? rates : base;
                row(words, values.get(i), count, rates, base, threads.getFirst());
                if (json) {
                    JsonLine line = JsonLine.of(generators.get(i).spec()).put(axis, JsonLine.scalar(values.get(i)));
                    console.out().println(rates.line(generators.get(i), options, line));
                }
            }
        }
        return ExitCode.OK;
    }

    private List<Integer> threads() {
        if (workers != null) {
            return workers;
        }
        int processors = Runtime.getRuntime().availableProcessors();
        TreeSet<Integer> counts = new TreeSet<>();
        for (int count = 1; count < processors; count *= 2) {
            counts.add(count);
        }
        counts.add(processors);
        return List.copyOf(counts);
    }

    private Options options(Generator generator, int count) {
        Options options = new Options(
                count, batch == null ? BATCH : batch, prefetch == null ? Options.prefetchFor(count) : prefetch);
        Schema schema = generator.schema();
        int held = options.workers() + options.prefetch();
        if (batch == null) {
            long instances = Machine.allowed(Batch.bytes(schema, 1), (long) BATCH * held);
            options = new Options(count, Math.clamp(instances / held, 1, BATCH), options.prefetch());
        }
        Machine.requireMemory(
                Math.multiplyExact(Batch.bytes(schema, options.batch()), (long) held),
                options.workers() + " workers and " + options.prefetch() + " batches ahead, each of "
                        + options.batch());
        return options;
    }

    private static void row(PrintStream words, String value, int count, Rates rates, Rates base, int baseCount) {
        double speedUp = rates.instancesPerSecond() / base.instancesPerSecond();
        words.println(String.format(
                Locale.ROOT,
                "%-10s %7d %,15.0f %8.2f %8.2fx %9.1f %%",
                value,
                count,
                rates.instancesPerSecond(),
                rates.bytesPerSecond() / 1e9,
                speedUp,
                100 * speedUp * baseCount / count));
    }
}
