package io.millrace.cli;

import io.millrace.dataset.DatasetException;
import io.millrace.dataset.DatasetVerifier;
import io.millrace.dataset.Finding;
import io.millrace.dataset.VerifyReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks every byte of a dataset. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Check every byte of a dataset; print what is wrong.")
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The dataset.")
    private Path directory;

    @Option(names = "--workers", paramLabel = "W", description = "Threads; the machine's processors where not given.")
    private Integer workers;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        WholeNumber.require("--workers", threads, 1, 4096);
        VerifyReport report;
        try (Meter meter = Meter.open("verify", console, quiet)) {
            report = DatasetVerifier.verify(console.path(directory), threads, meter, console.stop());
        }
        print(report, console.out());
        if (!report.complete()) {
            console.err().println("millrace: stopped before all of " + directory + " was checked");
            return ExitCode.STOPPED;
        }
        if (!report.sound()) {
            throw new DatasetException(directory + " has " + counted(report) + ", first: "
                    + report.problems().getFirst().sentence() + "; millrace repair makes damaged parts again");
        }
        console.out().println(directory + " is sound: " + Figures.bytes(report.bytes()) + " checked");
        return ExitCode.OK;
    }

    /** One line for each problem, when there are several. */
    static void print(VerifyReport report, PrintStream out) {
        if (report.problems().size() > 1) {
            for (Finding finding : report.problems()) {
                out.println(finding.sentence());
            }
            if (report.unlisted() > 0) {
                out.println("and " + Figures.counted(report.unlisted(), "more problem"));
            }
        }
    }

    static String counted(VerifyReport report) {
        return Figures.counted(report.problems().size() + report.unlisted(), "problem");
    }
}
