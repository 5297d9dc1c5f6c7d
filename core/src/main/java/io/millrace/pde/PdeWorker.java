package io.millrace.pde;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Worker;
import io.millrace.spec.Settings;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One thread's trajectories: some at once, frame after frame. One that leaves the finite is drawn again, alone; those that are certified are solved again, alone, finer.
 */
final class PdeWorker implements Worker {
    /** Attempts of a trajectory, the first among them. */
    private static final int MOST_ATTEMPTS = 100;

    /** Times the points and the steps of a trajectory that is solved again. */
    private static final int FINER = 2;

    private static final ValueLayout.OfShort F2 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final PdeSpec spec;
    private final Conditions conditions;
    private final PdeKernels kernels;
    /** Of the equation's usual scheme; null where none is solved so. */
    private Solver many;
    /** Of one trajectory, by scheme, and finer; made when asked for. */
    private final Map<Scheme, Solver> one = new EnumMap<>(Scheme.class);

    private final Map<Scheme, Solver> fine = new EnumMap<>(Scheme.class);
    private final int width;
    private final double[][] drawn;
    private final double[] u;
    private final double[] alone;
    private final double[] values;
    private final Certificate certificate;
    private MemorySegment fields;
    private final List<MemorySegment> letters = new ArrayList<>();
    private MemorySegment error;
    private MemorySegment drift;
    private MemorySegment growth;
    private MemorySegment doubtful;
    private MemorySegment attempts;

    PdeWorker(PdeGenerator generator, PdeKernels kernels) {
        spec = generator.spec();
        conditions = new Conditions(spec, generator.seed());
        this.kernels = kernels;
        width = kernels.width(spec);
        drawn = new double[width][spec.equation().letters.size()];
        u = new double[spec.numbers() * width];
        alone = new double[FINER * spec.numbers()];
        values = new double[spec.equation().letters.size()];
        certificate = new Certificate(spec.numbers());
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        fields = batch.tensor("u");
        letters.clear();
        for (Letter letter : spec.equation().letters) {
            letters.add(batch.tensor(Settings.kebab(letter)));
        }
        error = batch.tensor("error");
        drift = batch.tensor("mean_drift");
        growth = batch.tensor("energy_growth");
        doubtful = batch.tensor("doubtful");
        attempts = batch.tensor("attempts");
        for (int row = 0; row < count; row += width) {
            solve(first + row, row, Math.min(width, count - row));
        }
    }

    /** Solves some trajectories: at once if they are as many as the solver takes and all of the equation's usual scheme, else one after the other. */
    private void solve(long index, int row, int count) {
        boolean together = count == width && width > 1;
        for (int b = 0; b < count; b++) {
            conditions.parameters(index + b, 0, drawn[b]);
            together &= spec.schemeOf(drawn[b]) == spec.equation().usual;
        }
        boolean[] finite = new boolean[count];
        if (together) {
            if (many == null) {
                many = kernels.solver(spec, spec.equation().usual, false, 1);
            }
            for (int b = 0; b < count; b++) {
                many.set(b, drawn[b]);
                tell(row + b, 0, drawn[b]);
                conditions.field(index + b, 0, spec.points(), u, b, width);
            }
            Arrays.fill(finite, true);
            frames(many, row, finite);
        }
        for (int b = 0; b < count; b++) {
            int attempt = together ? 0 : -1;
            while (!finite[b]) {
                attempt = again(index + b, attempt);
                finite[b] = alone(index + b, row + b, attempt);
            }
            certify(index + b, row + b, attempt);
        }
    }

    private static Solver of(Map<Scheme, Solver> solvers, PdeKernels kernels, PdeSpec spec, Scheme scheme, int times) {
        return solvers.computeIfAbsent(scheme, asked -> kernels.solver(spec, asked, true, times));
    }

    /** The attempt that follows one that left the finite. */
    static int again(long index, int attempt) {
        if (attempt + 1 == MOST_ATTEMPTS) {
            throw new GenerationException(
                    index,
                    "each of " + MOST_ATTEMPTS
                            + " trajectories left the finite: ask for more steps, more points, or other parameters",
                    null);
        }
        return attempt + 1;
    }

    private boolean alone(long index, int row, int attempt) {
        conditions.parameters(index, attempt, values);
        Solver solver = of(one, kernels, spec, spec.schemeOf(values), 1);
        solver.set(0, values);
        tell(row, attempt, values);
        conditions.field(index, attempt, spec.points(), u, 0, 1);
        boolean[] finite = {true};
        frames(solver, row, finite);
        return finite[0];
    }

    private void tell(int row, int attempt, double[] values) {
        for (int letter = 0; letter < values.length; letter++) {
            letters.get(letter).setAtIndex(Elements.F8, row, values[letter]);
        }
        attempts.setAtIndex(Elements.I4, row, attempt);
    }

    /** Writes all frames, and which trajectories are finite as numbers of the type that is written. */
    private void frames(Solver solver, int row, boolean[] finite) {
        solver.begin(u);
        for (int frame = 0; frame < spec.frames(); frame++) {
            if (frame > 0) {
                solver.advance();
            }
            solver.fields(u);
            for (int b = 0; b < finite.length; b++) {
                finite[b] &= store(row + b, frame, b, finite.length);
            }
        }
    }

    /** Writes a frame; whether it is finite. */
    private boolean store(int row, int frame, int b, int width) {
        long element = ((long) row * spec.frames() + frame) * spec.numbers();
        boolean finite = true;
        for (int j = 0; j < spec.numbers(); j++) {
            double value = u[j * width + b];
            switch (spec.dtype()) {
                case F8 -> fields.setAtIndex(Elements.F8, element + j, value);
                case F4 -> fields.setAtIndex(Elements.F4, element + j, (float) value);
                default -> fields.setAtIndex(F2, element + j, Float.floatToFloat16((float) value));
            }
            finite &= Math.abs(value) <= most();
        }
        return finite;
    }

    private double most() {
        return switch (spec.dtype()) {
            case F8 -> Double.MAX_VALUE;
            case F4 -> Float.MAX_VALUE;
            default -> 65504;
        };
    }

    /** Solves the trajectory again. */
    private void certify(long index, int row, int attempt) {
        boolean again = spec.certified(index);
        Solver solver = null;
        certificate.begin();
        if (again) {
            conditions.parameters(index, attempt, values);
            solver = of(fine, kernels, spec, spec.schemeOf(values), FINER);
            solver.set(0, values);
            conditions.field(index, attempt, solver.points(), alone, 0, 1);
            solver.begin(alone);
        }
        for (int frame = 0; frame < spec.frames(); frame++) {
            if (again) {
                if (frame > 0) {
                    solver.advance();
                }
                solver.fields(alone);
            }
            certificate.add(frame, written(row, frame), again ? alone : null);
        }
        error.setAtIndex(Elements.F8, row, again ? certificate.error() : known(index, attempt));
        doubtful.setAtIndex(Elements.I4, row, again ? certificate.doubtful() : 0);
        drift.setAtIndex(Elements.F8, row, certificate.drift());
        growth.setAtIndex(Elements.F8, row, certificate.growth());
    }

    private double known(long index, int attempt) {
        conditions.parameters(index, attempt, values);
        return spec.knownError(index, values);
    }

    private double[] written(int row, int frame) {
        long element = ((long) row * spec.frames() + frame) * spec.numbers();
        double[] out = certificate.room();
        for (int j = 0; j < out.length; j++) {
            out[j] = switch (spec.dtype()) {
                case F8 -> fields.getAtIndex(Elements.F8, element + j);
                case F4 -> fields.getAtIndex(Elements.F4, element + j);
                default -> Float.float16ToFloat(fields.getAtIndex(F2, element + j));
            };
        }
        return out;
    }

    @Override
    public void close() {}
}
