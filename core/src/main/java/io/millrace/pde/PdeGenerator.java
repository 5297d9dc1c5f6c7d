package io.millrace.pde;

import io.millrace.batch.Constant;
import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.SpecGenerator;
import io.millrace.generator.Worker;
import io.millrace.spec.Settings;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Trajectories of one spec and seed.
 *
 * <table class="striped">
 * <caption>fields; F frames, N points</caption>
 * <tr><th>{@code u}</th><td>f2, f4 or f8 (F, N), of squares (F, N, N)</td><td>the solution; its first frame is the initial condition as the solver represents it</td></tr>
 * <tr><th>{@code nu}, {@code beta}, {@code rho}, {@code delta}, {@code d}, {@code k}, {@code n}, {@code f}</th><td>f8</td><td>those that the equation has, see {@link Letter}</td></tr>
 * <tr><th>{@code error}</th><td>f8</td><td>the largest difference, over all frames and points, from the same trajectory on twice the points with half the step, by modes from its first frame,
 * over the largest |u|; of advection a bound of its rounding; NaN where there is no estimate</td></tr>
 * <tr><th>{@code mean_drift}</th><td>f8</td><td>the largest change of the mean over the largest |u|, which would be 0 in all but reactions and between walls</td></tr>
 * <tr><th>{@code energy_growth}</th><td>f8</td><td>the largest ∫u² dx from a frame to the next, as a multiple of the one before, minus 1: in
 * advection, Burgers' equation never above 0 but by errors</td></tr>
 * <tr><th>{@code doubtful}</th><td>i4</td><td>1 where {@code error} is above 1e-3; counter</td></tr>
 * <tr><th>{@code attempts}</th><td>i4</td><td>trajectories that were thrown away, since they left the finite; counter</td></tr>
 * </table>
 *
 * <p>Constants: {@code x}, of squares {@code y}, and {@code t}, f8. Class of every field: reproducible.
 */
public final class PdeGenerator extends SpecGenerator<PdeSpec> {
    private final PdeKernels kernels;

    PdeGenerator(PdeSpec spec, long seed, String backend, PdeKernels kernels) {
        super(spec, seed, backend, schema(spec));
        this.kernels = kernels;
    }

    private static Schema schema(PdeSpec spec) {
        List<Field> fields = new ArrayList<>();
        String solved = Settings.kebab(spec.equation());
        fields.add(
                spec.equation().dimensions == 2
                        ? Field.of("u", spec.dtype(), solved, spec.frames(), spec.points(), spec.points())
                        : Field.of("u", spec.dtype(), solved, spec.frames(), spec.points()));
        for (Letter letter : spec.equation().letters) {
            fields.add(Field.of(Settings.kebab(letter), DType.F8, letter.meaning));
        }
        fields.add(Field.of(
                "error", DType.F8, "estimated, relative: of the grid and of the steps in time; NaN: no estimate"));
        fields.add(Field.of("mean_drift", DType.F8, "largest change of the mean, relative"));
        fields.add(Field.of("energy_growth", DType.F8, "largest growth of the energy in a frame, relative"));
        fields.add(Field.counter("doubtful", "trajectories solved again whose error is above 1e-3"));
        fields.add(Field.counter("attempts", "trajectories that were thrown away: they left the finite"));
        List<Constant> axes = new ArrayList<>();
        double width = spec.length() / spec.points();
        axes.add(axis("x", "points of the grid: centres of cells", spec.points(), 0.5, width));
        if (spec.equation().dimensions == 2) {
            axes.add(axis("y", "those of the other side", spec.points(), 0.5, width));
        }
        axes.add(axis("t", "times of the frames", spec.frames(), 0, spec.interval()));
        return new Schema(fields, axes);
    }

    private static Constant axis(String name, String meaning, int count, double first, double step) {
        MemorySegment data = MemorySegment.ofArray(new byte[Double.BYTES * count]);
        for (int j = 0; j < count; j++) {
            data.setAtIndex(Elements.F8, j, (j + first) * step);
        }
        return new Constant(Field.of(name, DType.F8, meaning, count), data);
    }

    /** What is scalar of trajectories, for one thread that solves them elsewhere. */
    public Prologue newPrologue() {
        return new Prologue(spec(), seed());
    }

    @Override
    public Worker newWorker() {
        return new PdeWorker(this, kernels);
    }
}
