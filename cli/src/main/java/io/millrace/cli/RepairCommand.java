package io.millrace.cli;

import io.millrace.dataset.DatasetException;
import io.millrace.dataset.DatasetRepair;
import io.millrace.dataset.RepairResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes the damaged parts of a dataset again. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Make damaged and missing parts of a dataset again; they are then what they were, byte for byte.")
final class RepairCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The dataset.")
    private Path directory;

    @Mixin
    private RunOptions run = new RunOptions();

    RepairCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RepairResult result;
        try (Meter meter = Meter.open("repair", console, run.quiet())) {
            result = DatasetRepair.repair(
                    console.path(directory),
                    run.backend(),
                    generator -> run.options(generator, Integer.MAX_VALUE),
                    meter,
                    console.stop());
        }
        if (console.stop().cancelled() && !result.after().sound()) {
            console.err()
                    .println("millrace: stopped before all of " + directory
                            + " was repaired; the same command continues");
            return ExitCode.STOPPED;
        }
        if (!result.after().sound()) {
            VerifyCommand.print(result.after(), console.out());
            throw new DatasetException(directory + " still has " + VerifyCommand.counted(result.after()) + ", first: "
                    + result.after().problems().getFirst().sentence());
        }
        console.out()
                .println(
                        result.before().sound()
                                ? directory + " is sound: nothing to repair"
                                : directory + " is sound again: " + VerifyCommand.counted(result.before())
                                        + " repaired, " + Figures.counted(result.shards(), "shard") + " made again");
        return ExitCode.OK;
    }
}
