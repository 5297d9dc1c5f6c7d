package io.millrace.cli;

import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.spec.Key;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the keys of a workload. */
@Command(
        name = "spec",
        mixinStandardHelpOptions = true,
        description = "Print every key of a workload's spec: default, unit, what is allowed, meaning.")
final class SpecCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "WORKLOAD",
            completionCandidates = WorkloadNames.class,
            description = "Whose keys: ${COMPLETION-CANDIDATES}.")
    private String workload;

    @Option(names = "--yaml", description = "As a file for --spec, with the defaults.")
    private boolean yaml;

    SpecCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Workload known = Workloads.named(workload);
        if (yaml) {
            template(known, console.out());
        } else {
            table(known, console.out());
        }
        return ExitCode.OK;
    }

    private static void table(Workload workload, PrintStream out) {
        Table table = new Table("key", "default", "unit", "allowed", "meaning");
        for (Key key : workload.keys()) {
            table.row(key.name(), key.byDefault(), key.unit(), key.allowed(), key.meaning());
        }
        table.print(out);
    }

    private static void template(Workload workload, PrintStream out) {
        out.println("# Settings of " + workload.name() + " with their defaults; for: millrace generate "
                + workload.name() + " --spec FILE.yaml");
        for (Key key : workload.keys()) {
            out.println();
            out.println("# " + key.meaning());
            out.println("# allowed: " + key.allowed() + (key.unit().isEmpty() ? "" : "; unit: " + key.unit()));
            out.println(key.name() + ": " + quoted(key.byDefault()));
        }
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9.][A-Za-z0-9.,()_+-]*") ? value : "'" + value.replace("'", "''") + "'";
    }
}
