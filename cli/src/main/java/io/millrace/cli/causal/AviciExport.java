package io.millrace.cli.causal;

import io.millrace.causal.CausalSpec;
import io.millrace.cli.export.ExportFormat;
import io.millrace.cli.export.Instances;
import io.millrace.cli.export.Npz;
import io.millrace.dataset.Dataset;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * One {@code .npz} with the arrays that AVICI's sampler gives its trainer (Lorch et al. 2022, {@code avici.buffer.Sampler}), stacked as
 * the trainer stacks them. {@code model(x=x[..., 0], interv=x[..., 1])} takes rows of {@code x_obs[i]} and {@code x_int[i]} together.
 *
 * <table class="striped">
 * <caption>arrays, B instances of N nodes, m rows, W worlds of k rows</caption>
 * <tr><th>g</th><td>int32 (B, N, N)</td><td>1: the row is a cause of the column</td></tr>
 * <tr><th>n_vars</th><td>int32 (B)</td><td>nodes that are there, the first ones</td></tr>
 * <tr><th>x_obs</th><td>float32 (B, m, N, 2)</td><td>value, and 0</td></tr>
 * <tr><th>x_int</th><td>float32 (B, W·k, N, 2)</td><td>value, and 1 where the node is a target of its world, of whatever kind; worlds one
 * after another, then rows of 0 where there are fewer</td></tr>
 * <tr><th>n_observations_obs</th><td>int32 (B)</td><td>m</td></tr>
 * <tr><th>n_observations_int</th><td>int32 (B)</td><td>rows of the worlds that are there, the first ones</td></tr>
 * <tr><th>is_count_data</th><td>bool (B)</td><td>false: by the standard deviation, not by gene counts</td></tr>
 * <tr><th>node_mask</th><td>bool (B, N)</td><td>of padded instances: true for nodes that are there</td></tr>
 * </table>
 */
public final class AviciExport implements ExportFormat {
    private static final String I4 = "<i4";
    private static final String F4 = "<f4";
    private static final String B1 = "|b1";
    private static final List<String> FIELDS = List.of("base", "intervened", "target", "adjacency");

    /**
     * An array of the file.
     *
     * @param shape of an instance
     * @param pieceBytes that {@code pieces} puts at once
     */
    private record Column(String name, String descr, List<Integer> shape, int pieceBytes, Pieces pieces) {}

    /** Puts the elements of an instance, piece by piece. */
    @FunctionalInterface
    private interface Pieces {
        void write(CausalInstance instance, Npz.Sink sink) throws IOException;
    }

    /** The format. */
    public AviciExport() {}

    @Override
    public String name() {
        return "avici";
    }

    @Override
    public void write(Dataset dataset, Path out, Progress progress) throws IOException {
        CausalSpec spec;
        try (Instances none = Instances.of(dataset, List.of())) {
            spec = CausalInstance.of(dataset, none, name()).spec();
        }
        requireFields(dataset);
        List<String> fields = new ArrayList<>(FIELDS);
        fields.add("nodes");
        List<Column> columns = columns(spec);
        long passes = 2L * columns.size();
        long pass = 0;
        try (Npz npz = new Npz(out)) {
            for (Column column : columns) {
                List<Long> shape = new ArrayList<>(List.of(dataset.count()));
                column.shape().forEach(extent -> shape.add((long) extent));
                long before = pass * dataset.count();
                long[] seen = {0};
                npz.add(column.name(), column.descr(), shape, column.pieceBytes(), sink -> {
                    try (Instances instances = Instances.of(dataset, fields)) {
                        CausalInstance instance = CausalInstance.of(dataset, instances, name());
                        while (instances.next()) {
                            column.pieces().write(instance, sink);
                            progress.update((before + ++seen[0]) / passes, dataset.count());
                        }
                    }
                });
                pass += 2;
            }
        }
    }

    private static void requireFields(Dataset dataset) {
        for (String needed : FIELDS) {
            if (dataset.plan().fields().stream().noneMatch(field -> field.name().equals(needed))) {
                throw new IllegalArgumentException(
                        "avici holds " + String.join(", ", FIELDS) + ", and this dataset lacks " + needed
                                + ": generate it with --set fields=" + String.join(",", FIELDS));
            }
        }
    }

    private static List<Column> columns(CausalSpec spec) {
        int n = spec.width();
        int rows = Math.multiplyExact(spec.worlds(), spec.intervenedRows());
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("g", I4, List.of(n, n), n * Integer.BYTES, AviciExport::graph));
        columns.add(number("n_vars", CausalInstance::nodes));
        columns.add(new Column("x_obs", F4, List.of(spec.rows(), n, 2), n * 2 * Float.BYTES, AviciExport::base));
        columns.add(new Column("x_int", F4, List.of(rows, n, 2), n * 2 * Float.BYTES, AviciExport::worlds));
        columns.add(number("n_observations_obs", instance -> spec.rows()));
        columns.add(number("n_observations_int", instance -> instance.worlds() * spec.intervenedRows()));
        columns.add(new Column(
                "is_count_data", B1, List.of(), 1, (instance, sink) -> sink.write(out -> out.put((byte) 0))));
        if (spec.padded()) {
            columns.add(new Column("node_mask", B1, List.of(n), n, AviciExport::mask));
        }
        return columns;
    }

    private static Column number(String name, ToIntFunction<CausalInstance> count) {
        return new Column(
                name,
                I4,
                List.of(),
                Integer.BYTES,
                (instance, sink) -> sink.write(out -> out.putInt(count.applyAsInt(instance))));
    }

    private static void graph(CausalInstance instance, Npz.Sink sink) throws IOException {
        byte[] effects = new byte[instance.spec().width()];
        for (int cause = 0; cause < effects.length; cause++) {
            instance.effects(cause, effects);
            sink.write(out -> {
                for (byte effect : effects) {
                    out.putInt(effect);
                }
            });
        }
    }

    private static void base(CausalInstance instance, Npz.Sink sink) throws IOException {
        float[] none = new float[instance.spec().width()];
        float[] values = new float[none.length];
        for (int row = 0; row < instance.spec().rows(); row++) {
            instance.base(row, values);
            sink.write(out -> put(values, none, out));
        }
    }

    private static void worlds(CausalInstance instance, Npz.Sink sink) throws IOException {
        float[] values = new float[instance.spec().width()];
        for (int world = 0; world < instance.spec().worlds(); world++) {
            float[] target = new float[values.length];
            for (int node : instance.targets(world)) {
                target[node] = 1;
            }
            for (int row = 0; row < instance.spec().intervenedRows(); row++) {
                instance.intervened(world, row, values);
                sink.write(out -> put(values, target, out));
            }
        }
    }

    private static void put(float[] values, float[] target, ByteBuffer out) {
        for (int node = 0; node < values.length; node++) {
            out.putFloat(values[node]).putFloat(target[node]);
        }
    }

    private static void mask(CausalInstance instance, Npz.Sink sink) throws IOException {
        int nodes = instance.nodes();
        sink.write(out -> {
            for (int node = 0; node < instance.spec().width(); node++) {
                out.put((byte) (node < nodes ? 1 : 0));
            }
        });
    }
}
