package io.millrace.cli;

import io.millrace.generator.Workloads;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command itself: its parts, and what becomes of their failures. */
@Command(
        name = "millrace",
        version = "millrace 0.1.0",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Synthetic training data, generated so fast that a GPU never waits.")
final class Millrace implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private final Console console;

    private Millrace(Console console) {
        this.console = console;
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return ExitCode.REFUSED;
    }

    /** Runs one command line; the exit code. */
    static int run(Console console, String... args) {
        try {
            return commandLine(console).execute(args);
        } catch (RuntimeException | Error e) {
            return Complaint.about(e, console.err());
        }
    }

    /** The command line with all its commands. */
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Millrace(console))
                .addSubcommand(new GenerateCommand(console))
                .addSubcommand(new EncodeCommand(console))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(new RepairCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new ShowCommand(console))
                .addSubcommand(new SpecCommand(console))
                .addSubcommand(new InfoCommand(console))
                .addSubcommand(BenchCommand.commandLine(console));
        line.registerConverter(Long.class, WholeNumber::parseLong)
                .registerConverter(Long.TYPE, WholeNumber::parseLong)
                .registerConverter(Integer.class, WholeNumber::parseInt)
                .registerConverter(Integer.TYPE, WholeNumber::parseInt)
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setUsageHelpWidth(Math.clamp(console.columns().orElse(100), 80, 120))
                .setParameterExceptionHandler((e, arguments) -> misused(e, console))
                .setExecutionExceptionHandler((e, command, result) -> Complaint.about(e, console.err()));
        return line;
    }

    private static int misused(ParameterException e, Console console) {
        String message = e.getMessage();
        if (e instanceof UnmatchedArgumentException unmatched) {
            String name =
                    unmatched.getUnmatched().getFirst().replaceFirst("^-+", "").replaceFirst("=.*", "");
            if (isKey(name)) {
                message += ": settings of a workload are given as --set " + name + "=VALUE";
            } else if (!unmatched.getSuggestions().isEmpty()) {
                message += ": did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
            }
        }
        return Complaint.of(message, console.err());
    }

    private static boolean isKey(String name) {
        return Workloads.all().stream()
                .flatMap(workload -> workload.keys().stream())
                .anyMatch(key -> key.name().equals(name));
    }
}
