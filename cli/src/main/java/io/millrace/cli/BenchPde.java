package io.millrace.cli;

import io.millrace.pde.PdeSpec;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trajectories over equations. */
@Command(
        name = "pde",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measure trajectories over equations and threads: where nothing else is set, 201 frames of 1024 points.")
final class BenchPde implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--equation",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "advection,burgers,reaction-diffusion",
            description = "Equations (default: ${DEFAULT-VALUE}).")
    private List<String> equations;

    @Mixin
    private BenchOptions options = new BenchOptions();

    BenchPde(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.run(BenchOptions.Job.over(PdeSpec.WORKLOAD, 0, "equation", equations), console);
    }
}
