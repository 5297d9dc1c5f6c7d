package io.millrace.cli;

import io.millrace.causal.CausalSpec;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Causal models over numbers of nodes. */
@Command(
        name = "causal",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measure causal models over numbers of nodes and threads: where nothing else is set, linear and Gaussian, "
                        + "64 rows and as many of each node's twin world.")
final class BenchCausal implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--nodes",
            split = ",",
            paramLabel = "N",
            defaultValue = "10,20,50",
            description = "Numbers of nodes (default: ${DEFAULT-VALUE}).")
    private List<String> nodes;

    @Mixin
    private BenchOptions options = new BenchOptions();

    BenchCausal(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.run(BenchOptions.Job.over(CausalSpec.WORKLOAD, 0, "nodes", nodes), console);
    }
}
