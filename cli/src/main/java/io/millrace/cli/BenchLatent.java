package io.millrace.cli;

import io.millrace.latent.LatentSpec;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Latents of trajectories that are made on the way. */
@Command(
        name = "latent",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measure latents, whose trajectories are made on the way, over tasks and threads: where nothing else is "
                        + "set, 201 frames of 1024 points by the grid encoder.")
final class BenchLatent implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--tasks",
            paramLabel = "NAME,…",
            defaultValue = "burgers",
            description = "Tasks that take turns; may be repeated (default: ${DEFAULT-VALUE}).")
    private List<String> tasks;

    @Mixin
    private BenchOptions options = new BenchOptions();

    BenchLatent(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.run(BenchOptions.Job.over(LatentSpec.WORKLOAD, 0, "tasks", tasks), console);
    }
}
