package io.millrace.cli;

import io.millrace.batch.Field;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.DatasetWriter;
import io.millrace.dataset.Plan;
import io.millrace.dataset.WriteResult;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Range;
import io.millrace.spec.Spec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a dataset, or continues one. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Generate instances into a dataset directory. Stopped anywhere, the same command continues.",
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "WORKLOAD",
            completionCandidates = WorkloadNames.class,
            description = "What to generate: ${COMPLETION-CANDIDATES}.")
    private String workload;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Instances; where parameters are given, as many as these have rows.")
    private Long asked;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The dataset's directory.")
    private Path out;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private ParametersOption parameters = new ParametersOption();

    @Option(
            names = "--first",
            paramLabel = "I",
            defaultValue = "0",
            description = "Index of the first instance (default: ${DEFAULT-VALUE}).")
    private long first;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "Key of the random numbers (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--shard-size",
            paramLabel = "N",
            description = "Instances per shard; about 256 MiB of them where not given.")
    private Long shardSize;

    @Option(names = "--overwrite", description = "Delete the dataset that is there first, whatever its plan.")
    private boolean overwrite;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--json", description = "End with one JSON object on standard output, and nothing else there.")
    private boolean json;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (asked != null) {
            WholeNumber.require("--count", asked, 1, Long.MAX_VALUE);
            WholeNumber.require("--first", first, 0, Long.MAX_VALUE - asked);
        }
        Workload known = Workloads.named(workload);
        Spec spec = settings.spec(known, console, parameters.given(known, settings, console));
        try (Generator generator = Backends.choose(run.backend(), spec, seed).generator()) {
            return write(generator);
        }
    }

    private int write(Generator generator) throws IOException {
        long count = asked == null ? RunOptions.rest(generator, first) : asked;
        long bytes = bytes(generator, count);
        Options options = run.options(generator, count);
        Range range = new Range(first, count);
        Plan plan = shardSize == null ? Plan.of(generator, range) : Plan.of(generator, range, shardSize);

        long start = System.nanoTime();
        WriteResult result;
        try (Meter meter = Meter.open("generate", console, run.quiet())) {
            result = DatasetWriter.write(console.path(out), generator, plan, options, meter, console.stop(), overwrite);
        }
        double seconds = (System.nanoTime() - start) / 1e9;

        if (!result.complete()) {
            console.err().println("millrace: stopped " + standing(result));
            return ExitCode.STOPPED;
        }
        Rates rates = new Rates(result.written(), result.bytes(), seconds);
        summarize(console.words(json), generator, plan, options, result, rates, bytes);
        if (json) {
            console.out()
                    .println(rates.line(
                            generator,
                            options,
                            JsonLine.of(generator.spec())
                                    .put("seed", seed)
                                    .put("first", first)
                                    .put("count", count)));
        }
        return ExitCode.OK;
    }

    private String standing(WriteResult result) {
        return result.finished() == 0
                ? "before a shard of " + out + " was finished; the same command starts again"
                : "with " + result.finished() + " of " + Figures.counted(result.shards(), "shard") + " finished in "
                        + out + "; the same command continues";
    }

    private static long bytes(Generator generator, long count) {
        long each = generator.schema().instanceBytes();
        try {
            return Math.multiplyExact(each, count);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "--count is " + count + ": allowed with " + Figures.counted(each, "byte") + " each is 1 to "
                            + Long.MAX_VALUE / each,
                    e);
        }
    }

    private void summarize(
            PrintStream words,
            Generator generator,
            Plan plan,
            Options options,
            WriteResult result,
            Rates rates,
            long bytes)
            throws IOException {
        String whole = Figures.counted(plan.count(), "instance") + " (" + Figures.bytes(bytes) + ") in "
                + Figures.counted(result.shards(), "shard");
        if (result.written() == 0) {
            words.println(out + " is complete already: " + whole);
        } else {
            words.println(out + " is complete: " + whole);
            words.println(rates.words() + " (" + generator.backend() + ", "
                    + Figures.counted(options.workers(), "worker") + ", batches of " + options.batch() + ")");
        }
        ledger().ifPresent(words::println);
        Field field = generator.schema().fields().getFirst();
        words.println("read it with this line of Python:");
        words.println("import numpy as np; " + field.name() + " = np.load("
                + python(out.resolve("000000").resolve(field.name() + ".npy")) + ", mmap_mode=\"c\")");
    }

    /** The sums of counters that are not 0. */
    private Optional<String> ledger() throws IOException {
        try (Dataset dataset = Dataset.open(console.path(out))) {
            List<String> sums = new ArrayList<>();
            dataset.counters().forEach((name, sum) -> {
                if (sum != 0) {
                    sums.add(name + " " + Figures.grouped(sum));
                }
            });
            return sums.isEmpty() ? Optional.empty() : Optional.of("counted: " + String.join(", ", sums));
        }
    }

    private static String python(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
