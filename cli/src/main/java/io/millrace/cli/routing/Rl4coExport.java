package io.millrace.cli.routing;

import io.millrace.batch.DType;
import io.millrace.batch.Field;
import io.millrace.cli.export.ExportFormat;
import io.millrace.cli.export.Instances;
import io.millrace.cli.export.Npz;
import io.millrace.cli.export.Reals;
import io.millrace.dataset.Dataset;
import io.millrace.pipeline.Progress;
import io.millrace.routing.CvrpSpec;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@code .npz} as rl4co's environments load it; float32 but where said, demands and capacities as they are, not divided.
 *
 * <table class="striped">
 * <caption>arrays, B instances of N customers or cities</caption>
 * <tr><th>cvrp</th><td>locs (B, N, 2), depot (B, 2), demand (B, N), capacity (B)</td></tr>
 * <tr><th>cvrp with constraints</th><td>locs (B, N+1, 2) with the depot in row 0, demand_linehaul and demand_backhaul (B, N),
 * backhaul_class (B, 1) int32, time_windows (B, N+1, 2), service_time (B, N+1), open_route (B, 1) bool, distance_limit (B, 1),
 * vehicle_capacity and capacity_original (B, 1), speed (B, 1); each only where the spec asks for it</td></tr>
 * <tr><th>tsp</th><td>locs (B, N, 2)</td></tr>
 * <tr><th>atsp</th><td>cost_matrix (B, N, N)</td></tr>
 * </table>
 */
public final class Rl4coExport implements ExportFormat {
    private static final String F4 = "<f4";

    /**
     * An array of the file.
     *
     * @param field where its numbers come from; null: all are 1
     * @param from the first number of an instance that is taken
     */
    private record Column(String name, String descr, String field, int from, List<Integer> shape) {
        int numbers() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /** The format. */
    public Rl4coExport() {}

    @Override
    public String name() {
        return "rl4co-npz";
    }

    @Override
    public void write(Dataset dataset, Path out, Progress progress) throws IOException {
        CvrpSpec spec = RoutingPlan.spec(dataset.plan(), name());
        if (spec.padded()) {
            throw new IllegalArgumentException(
                    "rl4co-npz holds instances of one size: this dataset has customers " + spec.customers());
        }
        List<Column> columns = columns(dataset, spec);
        long passes = 2L * columns.size();
        long pass = 0;
        try (Npz npz = new Npz(out)) {
            for (Column column : columns) {
                List<Long> shape = new ArrayList<>(List.of(dataset.count()));
                column.shape().forEach(extent -> shape.add((long) extent));
                long before = pass * dataset.count();
                long[] seen = {0};
                DType type = type(dataset, column.field());
                npz.add(column.name(), column.descr(), shape, column.numbers() * bytes(column), sink -> {
                    List<String> fields = column.field() == null ? List.of() : List.of(column.field());
                    try (Instances instance = Instances.of(dataset, fields)) {
                        while (instance.next()) {
                            sink.write(buffer -> put(column, type, instance, buffer));
                            progress.update((before + ++seen[0]) / passes, dataset.count());
                        }
                    }
                });
                pass += 2;
            }
        }
    }

    private static List<Column> columns(Dataset dataset, CvrpSpec spec) {
        int n = spec.customers().most();
        List<Column> columns = new ArrayList<>();
        switch (spec.problem()) {
            case TSP -> columns.add(new Column("locs", F4, "coords", 0, List.of(n, 2)));
            case ATSP -> columns.add(new Column("cost_matrix", F4, "distance", 0, List.of(n, n)));
            case CVRP -> {
                if (constrained(dataset)) {
                    constrained(dataset, n, columns);
                } else {
                    columns.add(new Column("locs", F4, "coords", 2, List.of(n, 2)));
                    columns.add(new Column("depot", F4, "coords", 0, List.of(2)));
                    columns.add(new Column("demand", F4, "demand", 1, List.of(n)));
                    columns.add(new Column("capacity", F4, "capacity", 0, List.of()));
                }
            }
        }
        return columns;
    }

    private static boolean constrained(Dataset dataset) {
        return has(dataset, "time_windows")
                || has(dataset, "open_route")
                || has(dataset, "backhaul_class")
                || has(dataset, "distance_limit");
    }

    private static void constrained(Dataset dataset, int n, List<Column> columns) {
        columns.add(new Column("locs", F4, "coords", 0, List.of(n + 1, 2)));
        columns.add(new Column("demand_linehaul", F4, "demand", 1, List.of(n)));
        columns.add(new Column("vehicle_capacity", F4, "capacity", 0, List.of(1)));
        columns.add(new Column("capacity_original", F4, "capacity", 0, List.of(1)));
        columns.add(new Column("speed", F4, null, 0, List.of(1)));
        List.of(
                        new Column("demand_backhaul", F4, "demand_backhaul", 1, List.of(n)),
                        new Column("backhaul_class", "<i4", "backhaul_class", 0, List.of(1)),
                        new Column("time_windows", F4, "time_windows", 0, List.of(n + 1, 2)),
                        new Column("service_time", F4, "service_time", 0, List.of(n + 1)),
                        new Column("open_route", "|b1", "open_route", 0, List.of(1)),
                        new Column("distance_limit", F4, "distance_limit", 0, List.of(1)))
                .stream()
                .filter(column -> has(dataset, column.field()))
                .forEach(columns::add);
    }

    private static boolean has(Dataset dataset, String field) {
        return dataset.plan().fields().stream().anyMatch(known -> known.name().equals(field));
    }

    private static int bytes(Column column) {
        return column.descr().equals("|b1") ? 1 : Float.BYTES;
    }

    private static DType type(Dataset dataset, String field) {
        return dataset.plan().fields().stream()
                .filter(known -> known.name().equals(field))
                .findFirst()
                .map(Field::dtype)
                .orElse(DType.F4);
    }

    private static void put(Column column, DType type, Instances instance, ByteBuffer out) {
        if (column.field() == null) {
            out.putFloat(1);
            return;
        }
        MemorySegment numbers = instance.field(column.field());
        for (int i = 0; i < column.numbers(); i++) {
            double number = Reals.at(type, numbers, column.from() + (long) i);
            switch (column.descr()) {
                case F4 -> out.putFloat((float) number);
                case "<i4" -> out.putInt((int) number);
                default -> out.put((byte) number);
            }
        }
    }
}
