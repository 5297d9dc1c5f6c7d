package io.millrace.cli.pde;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.cli.export.ExportFormat;
import io.millrace.cli.export.Hdf5;
import io.millrace.cli.export.Instances;
import io.millrace.cli.export.Npz;
import io.millrace.cli.export.Reals;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Plan;
import io.millrace.dataset.StoredConstant;
import io.millrace.pde.PdeSpec;
import io.millrace.pipeline.Progress;
import io.millrace.spec.Settings;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One HDF5 file as PDEBench's loaders read it (Takamoto et al., NeurIPS 2022): those of equations in one dimension take all trajectories from one tensor, those in two
 * every group for a trajectory.
 *
 * <table class="striped">
 * <caption>one dimension; B trajectories, F frames, N points</caption>
 * <tr><th>tensor</th><td>float32 (B, F, N)</td><td>u</td></tr>
 * <tr><th>x-coordinate</th><td>float32 (N)</td><td>the points</td></tr>
 * <tr><th>t-coordinate</th><td>float32 (F)</td><td>the times of the frames. PDEBench's own files have one more, which its loaders cut off</td></tr>
 * <tr><th>nu, beta, rho</th><td>float64 (B)</td><td>those that the equation has</td></tr>
 * </table>
 *
 * <table class="striped">
 * <caption>two dimensions; a group 0000, 0001, … for each trajectory</caption>
 * <tr><th>data</th><td>float32 (F, N, M, 1)</td><td>u</td></tr>
 * <tr><th>grid/x, grid/y, grid/t</th><td>float32 (N), (M), (F)</td><td>as above</td></tr>
 * <tr><th>nu, beta, rho</th><td>float64</td><td>attributes of the group</td></tr>
 * </table>
 *
 * <p>Attributes of the file: {@code millrace}, {@code seed}, {@code first} and {@code spec.KEY} of each setting, all text.
 */
public final class PdeBenchExport implements ExportFormat {
    private static final String U = "u";
    private static final String Y = "y";

    /** Links that one header holds in reasonable time. */
    private static final int MOST_GROUPS = 10_000;

    /** The format. */
    public PdeBenchExport() {}

    @Override
    public String name() {
        return "pdebench";
    }

    @Override
    public void write(Dataset dataset, Path out, Progress progress) throws IOException {
        Plan plan = dataset.plan();
        if (!plan.workload().equals(PdeSpec.WORKLOAD)) {
            throw new IllegalArgumentException(name() + " holds trajectories of " + PdeSpec.WORKLOAD
                    + ": this dataset has instances of " + plan.workload());
        }
        List<String> letters = ((PdeSpec) dataset.spec())
                .equation().letters.stream().map(Settings::kebab).toList();
        Field u = plan.fields().stream()
                .filter(field -> field.name().equals(U))
                .findFirst()
                .orElseThrow();
        boolean plane = dataset.constants().contains(Y);
        if (plane && dataset.count() > MOST_GROUPS) {
            throw new IllegalArgumentException(name() + " holds " + MOST_GROUPS
                    + " trajectories in two dimensions, a group each, and this dataset has " + dataset.count()
                    + ": generate it in parts, by --first and --count");
        }
        // read before the file is begun
        double[][] values = plane ? values(dataset, letters) : null;
        Hdf5.write(out, root -> {
            root.attribute("millrace", plan.millrace());
            root.attribute("seed", Long.toString(plan.seed()));
            root.attribute("first", Long.toString(plan.first()));
            plan.spec().forEach((key, value) -> root.attribute("spec." + key, value));
            if (plane) {
                groups(root, dataset, u, letters, values, progress);
            } else {
                tensor(root, dataset, u, letters, progress);
            }
        });
    }

    private static void tensor(Hdf5.Group root, Dataset dataset, Field u, List<String> letters, Progress progress) {
        List<Long> shape = new ArrayList<>(List.of(dataset.count()));
        u.shape().forEach(extent -> shape.add((long) extent));
        root.add("tensor", Hdf5.Type.FLOAT32, shape, frameBytes(u), sink -> {
            long done = 0;
            try (Instances instances = Instances.of(dataset, List.of(U))) {
                while (instances.next()) {
                    frames(u, instances.field(U), sink);
                    progress.update(++done, dataset.count());
                }
            }
        });
        axis(root, "x-coordinate", dataset, "x");
        axis(root, "t-coordinate", dataset, "t");
        for (String letter : letters) {
            root.add(letter, Hdf5.Type.FLOAT64, List.of(dataset.count()), Double.BYTES, sink -> {
                try (Instances instances = Instances.of(dataset, List.of(letter))) {
                    while (instances.next()) {
                        double value = instances.field(letter).getAtIndex(Elements.F8, 0);
                        sink.write(to -> to.putDouble(value));
                    }
                }
            });
        }
    }

    /** Of each trajectory those of each letter. */
    private static double[][] values(Dataset dataset, List<String> letters) throws IOException {
        double[][] values = new double[(int) dataset.count()][letters.size()];
        try (Instances instances = Instances.of(dataset, letters)) {
            for (double[] row : values) {
                instances.next();
                for (int letter = 0; letter < row.length; letter++) {
                    row[letter] = instances.field(letters.get(letter)).getAtIndex(Elements.F8, 0);
                }
            }
        }
        return values;
    }

    private static void groups(
            Hdf5.Group root, Dataset dataset, Field u, List<String> letters, double[][] values, Progress progress) {
        int digits = Math.max(4, Integer.toString(values.length - 1).length());
        List<Long> shape = new ArrayList<>();
        u.shape().forEach(extent -> shape.add((long) extent));
        shape.add(1L);
        long[] done = {0};
        for (int row = 0; row < values.length; row++) {
            long index = dataset.plan().first() + row;
            Hdf5.Group group = root.group(String.format(Locale.ROOT, "%0" + digits + "d", row));
            for (int letter = 0; letter < letters.size(); letter++) {
                group.attribute(letters.get(letter), values[row][letter]);
            }
            group.add("data", Hdf5.Type.FLOAT32, shape, frameBytes(u), sink -> {
                try (Instances instance = Instances.at(dataset, index)) {
                    frames(u, instance.field(U), sink);
                }
                progress.update(++done[0], dataset.count());
            });
            Hdf5.Group grid = group.group("grid");
            for (String axis : List.of("x", Y, "t")) {
                axis(grid, axis, dataset, axis);
            }
        }
    }

    private static int frameBytes(Field u) {
        return Math.toIntExact(u.elements() / u.shape().getFirst() * Float.BYTES);
    }

    /** Puts the frames of one trajectory, a piece each. */
    private static void frames(Field u, MemorySegment trajectory, Npz.Sink sink) throws IOException {
        int frames = u.shape().getFirst();
        long numbers = u.elements() / frames;
        long bytes = trajectory.byteSize() / frames;
        for (int frame = 0; frame < frames; frame++) {
            MemorySegment from = trajectory.asSlice(frame * bytes, bytes);
            sink.write(to -> {
                if (u.dtype() == DType.F4) {
                    to.asFloatBuffer()
                            .put(from.asByteBuffer()
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .asFloatBuffer());
                    to.position(to.position() + frameBytes(u));
                } else {
                    for (long number = 0; number < numbers; number++) {
                        to.putFloat((float) Reals.at(u.dtype(), from, number));
                    }
                }
            });
        }
    }

    private static void axis(Hdf5.Group group, String name, Dataset dataset, String constant) {
        Field field = dataset.plan().constants().stream()
                .map(StoredConstant::field)
                .filter(known -> known.name().equals(constant))
                .findFirst()
                .orElseThrow();
        group.add(name, Hdf5.Type.FLOAT32, List.of(field.elements()), Float.BYTES, sink -> {
            MemorySegment values = dataset.constant(constant);
            for (long number = 0; number < field.elements(); number++) {
                float value = (float) Reals.at(field.dtype(), values, number);
                sink.write(to -> to.putFloat(value));
            }
        });
    }
}
