package io.millrace.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Routing over numbers of customers. */
@Command(
        name = "routing",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measure routing over numbers of customers and threads.")
final class BenchRouting implements Callable<Integer> {
    /** What trainers use most. */
    private static final int BATCH = 512;

    private final Console console;

    @Option(
            names = "--customers",
            split = ",",
            paramLabel = "N",
            defaultValue = "10,20,50,100",
            description = "Numbers of customers (default: ${DEFAULT-VALUE}).")
    private List<String> customers;

    @Mixin
    private BenchOptions options = new BenchOptions();

    BenchRouting(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.run(BenchOptions.Job.over("routing", BATCH, "customers", customers), console);
    }
}
