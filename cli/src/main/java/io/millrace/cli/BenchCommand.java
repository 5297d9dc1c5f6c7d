package io.millrace.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The benchmarks, one subcommand for each workload. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WORKLOAD",
        description = "Measure how fast a workload is generated, over sizes and threads.")
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private final Console console;

    private BenchCommand(Console console) {
        this.console = console;
    }

    static CommandLine commandLine(Console console) {
        return new CommandLine(new BenchCommand(console))
                .addSubcommand(new BenchRouting(console))
                .addSubcommand(new BenchWaveform(console))
                .addSubcommand(new BenchRadio(console))
                .addSubcommand(new BenchCausal(console))
                .addSubcommand(new BenchPde(console))
                .addSubcommand(new BenchLatent(console));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "a workload is missing: allowed are "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
