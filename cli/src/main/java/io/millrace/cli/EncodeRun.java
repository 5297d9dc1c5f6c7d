package io.millrace.cli;

import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Range;
import io.millrace.spec.SpecException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options that say how to encode; none of them changes a latent. */
final class EncodeRun {
    private static final String AUTO = "auto";

    @Option(
            names = "--workers",
            paramLabel = "W|auto",
            description =
                    "Threads that make trajectories and encode them; auto: what a short measured search finds best. "
                            + "Where not given as many as the machine has processors.")
    private String workers;

    @Option(
            names = "--batch",
            paramLabel = "B|auto",
            description =
                    "Trajectories per batch; auto: what a short measured search finds best. Where not given 16 of each task.")
    private String batch;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = Backends.AUTO,
            description = "Of the trajectories: " + RunOptions.BACKEND)
    private String backend;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    String backend() {
        return backend;
    }

    boolean quiet() {
        return quiet;
    }

    /** Workers and batches; a search's choice is printed. */
    Options options(Generator generator, Range range, PrintStream words, Cancellation stop) throws IOException {
        OptionalInt askedWorkers = number("--workers", workers);
        OptionalInt askedBatch = number("--batch", batch);
        if (!AUTO.equals(workers) && !AUTO.equals(batch)) {
            return RunOptions.options(generator, range.count(), boxed(askedWorkers), boxed(askedBatch), null);
        }
        Tuning tuning = Tuning.search(
                generator,
                range,
                AUTO.equals(workers)
                        ? OptionalInt.empty()
                        : fixed(askedWorkers, Options.forMachine(generator).workers()),
                AUTO.equals(batch) ? OptionalInt.empty() : fixed(askedBatch, Options.batchFor(generator)),
                stop);
        words.println(tuning.words());
        return tuning.best();
    }

    private static OptionalInt fixed(OptionalInt asked, int usual) {
        return asked.isPresent() ? asked : OptionalInt.of(usual);
    }

    private static Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static OptionalInt number(String option, String text) {
        if (text == null || text.equals(AUTO)) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new SpecException(option, text, AUTO + ", or a number from 1 on");
    }
}
