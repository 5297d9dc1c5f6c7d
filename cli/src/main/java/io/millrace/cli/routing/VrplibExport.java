package io.millrace.cli.routing;

import io.millrace.cli.export.ExportFormat;
import io.millrace.cli.export.Instances;
import io.millrace.dataset.Dataset;
import io.millrace.pipeline.Progress;
import io.millrace.routing.CvrpSpec;
import io.millrace.routing.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A directory with one VRPLIB file for each instance, named by its index. */
public final class VrplibExport implements ExportFormat {
    private static final List<String> FIELDS = List.of(
            "coords",
            "demand",
            "capacity",
            "customers",
            "distance",
            "time_windows",
            "service_time",
            "open_route",
            "demand_backhaul",
            "backhaul_class",
            "distance_limit");

    /** The format. */
    public VrplibExport() {}

    @Override
    public String name() {
        return "vrplib";
    }

    @Override
    public void write(Dataset dataset, Path out, Progress progress) throws IOException {
        CvrpSpec spec = RoutingPlan.spec(dataset.plan(), name());
        String suffix =
                spec.problem() == Problem.CVRP ? "vrp" : spec.problem().name().toLowerCase(Locale.ROOT);
        Files.createDirectory(out);
        try (Instances instance = Instances.of(dataset, FIELDS);
                VrplibFile file = new VrplibFile(spec, dataset.plan().seed())) {
            for (long done = 1; instance.next(); done++) {
                Path path = out.resolve("routing-%012d.%s".formatted(instance.index(), suffix));
                try (BufferedWriter writer = Files.newBufferedWriter(path, StandardCharsets.US_ASCII)) {
                    file.write(instance, writer);
                }
                progress.update(done, dataset.count());
            }
        }
    }
}
