package io.millrace.cli;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.pipeline.Options;
import io.millrace.spec.Spec;
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
    @Option(
            names = "--workers",
            split = ",",
            paramLabel = "W",
            description =
                    "Numbers of threads; where not given 1, 2, 4 … up to the machine's processors, or to what keeps "
                            + "the backend's devices busy.")
    private List<Integer> workers;

    @Option(
            names = "--batch",
            paramLabel = "B",
            description = "Instances per batch; where not given 512 of routing, about 1 MiB of others, "
                    + "what suits the backend's devices, or what fits in half of the memory.")
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

    @Option(names = "--backend", paramLabel = "NAME", defaultValue = Backends.AUTO, description = RunOptions.BACKEND)
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
     * What a workload's benchmark measures.
     *
     * @param workload its name
     * @param batch instances per batch where the user does not say; 0: about 1 MiB of them
     * @param axes the keys that head the table
     * @param cases settings of each row, of some of these keys; those of others are the options'
     * @param given stronger than the options
     * @param byDefault weaker than the options
     * @param columns beyond those of every workload
     */
    record Job(
            String workload,
            int batch,
            List<String> axes,
            List<Map<String, String>> cases,
            SettingsOptions.Strongest given,
            SettingsOptions.Weakest byDefault,
            BenchColumns columns) {
        /** One key over several values. */
        static Job over(String workload, int batch, String axis, List<String> values) {
            return new Job(
                    workload,
                    batch,
                    List.of(axis),
                    values.stream().map(value -> Map.of(axis, value)).toList(),
                    SettingsOptions.Strongest.NONE,
                    SettingsOptions.Weakest.NONE,
                    BenchColumns.NONE);
        }
    }

    /** The settings, for a workload's own options to look at. */
    SettingsOptions settings() {
        return settings;
    }

    /** Measures each case with each number of threads, and prints rows as they come. */
    int run(Job job, Console console) throws IOException, InterruptedException {
        if (!(seconds >= 0.05 && seconds <= 3600)) {
            throw new IllegalArgumentException("--seconds is " + seconds + ": allowed is 0.05 to 3600");
        }
        Workload workload = Workloads.named(job.workload());
        List<Generator> generators = new ArrayList<>();
        try {
            for (Map<String, String> one : job.cases()) {
                SettingsOptions.Strongest strongest = job.given().and(one);
                Spec spec = settings.spec(workload, console, strongest, job.byDefault());
                generators.add(Endless.of(Backends.choose(backend, spec, 0).generator()));
            }
            return run(job, generators, console);
        } finally {
            generators.forEach(Generator::close);
        }
    }

    private int run(Job job, List<Generator> generators, Console console) throws InterruptedException {
        List<Integer> threads = threads(generators.getFirst());
        PrintStream words = console.words(json);
        words.println(job.workload() + ", batches of " + batches(job, generators.getFirst()) + ", backend "
                + generators.getFirst().backend());
        words.println(cells(job.axes(), job.axes())
                + String.format(
                        Locale.ROOT,
                        "%7s %15s %8s %9s %11s",
                        "workers",
                        "instances/s",
                        "GB/s",
                        "speed-up",
                        "efficiency")
                + job.columns().heading());
        for (Generator generator : generators) {
            if (!measure(generator, job, threads, console)) {
                return ExitCode.STOPPED;
            }
        }
        return ExitCode.OK;
    }

    /** Measures one case; whether the user let it end. */
    private boolean measure(Generator generator, Job job, List<Integer> threads, Console console)
            throws InterruptedException {
        List<String> values =
                job.axes().stream().map(generator.spec().settings()::get).toList();
        Rates base = null;
        for (int count : threads) {
            Options options = options(generator, job, count);
            Rates rates = Throughput.measure(generator, options, consumer, seconds, console.stop());
            BenchColumns.Cells own = job.columns().measure(generator, options, rates, console.stop());
            if (console.stop().cancelled()) {
                return false;
            }
            base = base == null ? rates : base;
            console.words(json)
                    .println(cells(job.axes(), values) + row(count, rates, base, threads.getFirst()) + own.text());
            rates.deviceWords().ifPresent(words -> console.words(json).println("  " + words));
            if (json) {
                JsonLine line = JsonLine.of(generator.spec());
                for (int i = 0; i < values.size(); i++) {
                    line.put(job.axes().get(i), JsonLine.scalar(values.get(i)));
                }
                rates.line(generator, options, line);
                own.figures().forEach(line::put);
                console.out().println(line);
            }
        }
        return true;
    }

    /** Text in columns of the keys' widths, ten at least. */
    private static String cells(List<String> axes, List<String> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < axes.size(); i++) {
            int width = Math.max(10, axes.get(i).length());
            text.append(String.format(Locale.ROOT, "%-" + width + "s ", values.get(i)));
        }
        return text.toString();
    }

    private List<Integer> threads(Generator generator) {
        if (workers != null) {
            return workers;
        }
        int most = Options.forMachine(generator).workers();
        TreeSet<Integer> counts = new TreeSet<>();
        for (int count = 1; count < most; count *= 2) {
            counts.add(count);
        }
        counts.add(most);
        return List.copyOf(counts);
    }

    private String batches(Job job, Generator generator) {
        if (batch != null) {
            return batch.toString();
        }
        return job.batch() > 0 && generator.pace().isEmpty()
                ? "up to " + job.batch()
                : "about " + Figures.bytes(Options.batchBytes(generator));
    }

    private Options options(Generator generator, Job job, int count) {
        Schema schema = generator.schema();
        int most = job.batch() > 0 && generator.pace().isEmpty() ? job.batch() : Options.batchFor(generator);
        Options options = new Options(
                count, batch == null ? most : batch, prefetch == null ? Options.prefetchFor(count) : prefetch);
        int held = options.workers() + options.prefetch();
        if (batch == null) {
            long instances = Machine.allowed(Batch.bytes(schema, 1), (long) most * held);
            options = new Options(count, Math.clamp(instances / held, 1, most), options.prefetch());
        }
        Machine.requireMemory(
                Math.multiplyExact(Batch.bytes(schema, options.batch()), (long) held),
                options.workers() + " workers and " + options.prefetch() + " batches ahead, each of "
                        + options.batch());
        return options;
    }

    private static String row(int count, Rates rates, Rates base, int baseCount) {
        double speedUp = rates.instancesPerSecond() / base.instancesPerSecond();
        return String.format(
                Locale.ROOT,
                "%7d %,15.0f %8.2f %8.2fx %9.1f %%",
                count,
                rates.instancesPerSecond(),
                rates.bytesPerSecond() / 1e9,
                speedUp,
                100 * speedUp * baseCount / count);
    }
}
