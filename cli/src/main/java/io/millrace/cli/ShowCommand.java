package io.millrace.cli;

import io.millrace.batch.Field;
import io.millrace.cli.causal.CausalPicture;
import io.millrace.cli.export.Instances;
import io.millrace.cli.export.Staging;
import io.millrace.cli.export.StoppedException;
import io.millrace.cli.pde.PdePicture;
import io.millrace.cli.picture.LinePicture;
import io.millrace.cli.picture.Picture;
import io.millrace.cli.picture.Summary;
import io.millrace.cli.radio.RadioPicture;
import io.millrace.cli.routing.RoutingPicture;
import io.millrace.cli.waveform.WaveformPicture;
import io.millrace.dataset.Dataset;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Figures of each field, and a picture of an instance. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Print the figures of each field and draw one instance, as PNG and SVG.",
            "routing: the nodes with their demands.",
            "waveform: amplitude, phase and the whitened time series.",
            "radio: spectrogram, powers, constellation and map.",
            "causal: the graph, and nodes of an intervened world against the base."
        })
final class ShowCommand implements Callable<Integer> {
    private static final List<Picture> PICTURES = List.of(
            new RoutingPicture(),
            new WaveformPicture(),
            new RadioPicture(),
            new CausalPicture(),
            new PdePicture(),
            new LinePicture());

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The dataset.")
    private Path directory;

    @Option(names = "--index", paramLabel = "I", description = "Which instance; the first where not given.")
    private Long index;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The pictures' name without .png and .svg; WORKLOAD-I here where not given.")
    private Path out;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        System.setProperty("java.awt.headless", "true");
        try (Dataset dataset = Dataset.open(console.path(directory))) {
            long first = dataset.plan().first();
            long chosen = index == null ? first : index;
            WholeNumber.require("--index", chosen, first, first + dataset.count() - 1);
            console.out()
                    .println(directory + ": " + Figures.counted(dataset.count(), "instance") + " of "
                            + dataset.plan().workload() + " from index " + first + " on, seed "
                            + dataset.plan().seed() + ", " + Figures.bytes(dataset.bytes()) + " in "
                            + Figures.counted(dataset.shards(), "shard"));
            figures(dataset);
            draw(dataset, chosen);
        }
        return ExitCode.OK;
    }

    private void figures(Dataset dataset) throws IOException {
        Progress stoppable = (done, total) -> {
            if (console.stop().cancelled()) {
                throw new StoppedException("stopped");
            }
        };
        Table table = new Table("field", "dtype", "shape", "min", "mean", "max", "std", "infinite", "meaning");
        for (Field field : dataset.plan().fields()) {
            Summary summary = Summary.of(dataset, field, stoppable);
            table.row(
                    field.name(),
                    field.dtype().descr(),
                    field.shape().toString(),
                    figure(summary.min()),
                    figure(summary.mean()),
                    figure(summary.max()),
                    figure(summary.deviation()),
                    Figures.grouped(summary.infinite() + summary.nan()),
                    field.meaning());
        }
        table.print(console.out());
    }

    private static String figure(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    private void draw(Dataset dataset, long chosen) throws IOException {
        IChart chart;
        try (Instances instance = Instances.at(dataset, chosen)) {
            chart = PICTURES.stream()
                    .filter(picture -> picture.suits(dataset.plan()))
                    .findFirst()
                    .orElseThrow()
                    .draw(dataset, instance);
        }
        String name = (out == null ? Path.of(dataset.plan().workload() + "-" + chosen) : out)
                .toString()
                .replaceFirst("\\.(png|svg)$", "");
        save(chart, name, "png");
        save(chart, name, "svg");
        console.out().println("instance " + chosen + " is drawn in " + name + ".png and " + name + ".svg");
    }

    private void save(IChart chart, String name, String format) throws IOException {
        Staging.replace(console.path(Path.of(name + "." + format)), path -> {
            try (OutputStream stream = Files.newOutputStream(path)) {
                ChartEncoder.saveChart(chart, stream, format);
            }
        });
    }
}
