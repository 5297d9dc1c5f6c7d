package io.millrace.cli;

import io.millrace.cli.causal.AviciExport;
import io.millrace.cli.export.ExportFormat;
import io.millrace.cli.export.Safetensors;
import io.millrace.cli.export.Staging;
import io.millrace.cli.export.StoppedException;
import io.millrace.cli.pde.PdeBenchExport;
import io.millrace.cli.radio.SigmfExport;
import io.millrace.cli.routing.Rl4coExport;
import io.millrace.cli.routing.VrplibExport;
import io.millrace.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a dataset in a format that others read. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Write a dataset in a format that other programs read.")
final class ExportCommand implements Callable<Integer> {
    private static final List<ExportFormat> FORMATS = List.of(
            new VrplibExport(),
            new Rl4coExport(),
            new SigmfExport(),
            new AviciExport(),
            new PdeBenchExport(),
            new Safetensors());

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The dataset.")
    private Path directory;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = {
                "vrplib: a directory with one text file for each instance of routing.",
                "rl4co-npz: one .npz file as rl4co loads it, of routing.",
                "sigmf: a directory with one SigMF collection for each instance of radio.",
                "avici: one .npz file as AVICI stacks its training data, of causal.",
                "pdebench: one HDF5 file as PDEBench's loaders read it, of pde.",
                "safetensors: one file of named tensors."
            })
    private String format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description = "What to make; there must be nothing of that name.")
    private Path out;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ExportFormat chosen = FORMATS.stream()
                .filter(known -> known.name().equals(format))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--format is '" + format + "': allowed is "
                        + FORMATS.stream().map(ExportFormat::name).collect(Collectors.joining(", "))));
        try (Dataset dataset = Dataset.open(console.path(directory));
                Meter meter = Meter.open("export", console, quiet)) {
            Staging.create(
                    console.path(out),
                    path -> chosen.write(dataset, path, (done, total) -> {
                        if (console.stop().cancelled()) {
                            throw new StoppedException("stopped: nothing of " + out + " is left");
                        }
                        meter.update(done, total);
                    }));
            console.out().println(out + " has " + Figures.counted(dataset.count(), "instance"));
        }
        return ExitCode.OK;
    }
}
