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
import java.util.List;

/**
 * One thread's trajectories: some at once, frame after frame. One that leaves the finite is drawn again, alone; those that are certified are solved again, alone, with half the
 * step.
 */
final class PdeWorker implements Worker {
    /** Attempts of a trajectory, the first among them. */
    private static final int MOST_ATTEMPTS = 100;

    private static final ValueLayout.OfShort F2 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final PdeSpec spec;
    private final Conditions conditions;
    private final Solver many;
    private final Solver one;
    /** With half the step; null where nothing is certified. */
    private final Solver half;

    private final double[] u;
    private final double[] alone;
    private final double[] values;
    private final Certificate certificate;
    private MemorySegment fields;
    private final List<MemorySegment> letters = new ArrayList<>();
    private MemorySegment error;
    private MemorySegment drift;
    private MemorySegment growth;
    private MemorySegment attempts;

    PdeWorker(PdeGenerator generator, PdeKernels kernels) {
        spec = generator.spec();
        conditions = new Conditions(spec, generator.seed());
        int steps = spec.stepsOfFrame();
        many = kernels.many(spec, steps);
        one = many.trajectories() == 1 ? many : kernels.one(spec, steps);
        boolean certified = spec.certify() > 0 && spec.equation() != Equation.ADVECTION;
        half = certified ? kernels.one(spec, 2 * steps) : null;
        u = new double[spec.points() * many.trajectories()];
        alone = new double[spec.points()];
        values = new double[spec.equation().letters.size()];
        certificate = new Certificate(spec.points());
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
        attempts = batch.tensor("attempts");
        int width = many.trajectories();
        for (int row = 0; row < count; row += width) {
            if (count - row >= width) {
                solve(many, first + row, row, width);
            } else {
                for (int r = row; r < count; r++) {
                    solve(one, first + r, r, 1);
                }
            }
        }
    }

    /** Solves as many trajectories as the solver takes, the first of index and row. */
    private void solve(Solver solver, long index, int row, int width) {
        for (int b = 0; b < width; b++) {
            conditions.parameters(index + b, 0, values);
            solver.set(b, values);
            tell(row + b, 0);
            conditions.field(index + b, 0, u, b, width);
        }
        boolean[] finite = frames(solver, row, width);
        for (int b = 0; b < width; b++) {
            int attempt = 0;
            while (!finite[b]) {
                attempt = again(index + b, row + b, attempt);
                finite[b] = retry(index + b, row + b, attempt);
            }
            certify(index + b, row + b, attempt);
        }
    }

    private static int again(long index, int row, int attempt) {
        if (attempt + 1 == MOST_ATTEMPTS) {
            throw new GenerationException(
                    index,
                    "each of " + MOST_ATTEMPTS
                            + " trajectories left the finite: ask for more steps, more points, or other parameters",
                    null);
        }
        return attempt + 1;
    }

    private boolean retry(long index, int row, int attempt) {
        conditions.parameters(index, attempt, values);
        one.set(0, values);
        tell(row, attempt);
        conditions.field(index, attempt, u, 0, 1);
        return frames(one, row, 1)[0];
    }

    private void tell(int row, int attempt) {
        for (int letter = 0; letter < values.length; letter++) {
            letters.get(letter).setAtIndex(Elements.F8, row, values[letter]);
        }
        attempts.setAtIndex(Elements.I4, row, attempt);
    }

    /** Writes all frames; which trajectories are finite, as floats of the type that is written. */
    private boolean[] frames(Solver solver, int row, int width) {
        boolean[] finite = new boolean[width];
        Arrays.fill(finite, true);
        solver.begin(u);
        for (int frame = 0; frame < spec.frames(); frame++) {
            if (frame > 0) {
                solver.advance();
            }
            solver.fields(u);
            for (int b = 0; b < width; b++) {
                finite[b] &= store(row + b, frame, b, width);
            }
        }
        return finite;
    }

    /** Writes a frame; whether it is finite. */
    private boolean store(int row, int frame, int b, int width) {
        long element = ((long) row * spec.frames() + frame) * spec.points();
        boolean finite = true;
        for (int j = 0; j < spec.points(); j++) {
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
        boolean certified = half != null && index % spec.certify() == 0;
        Solver solver = certified ? half : null;
        certificate.begin();
        if (certified) {
            conditions.parameters(index, attempt, values);
            solver.set(0, values);
            conditions.field(index, attempt, alone, 0, 1);
            solver.begin(alone);
        }
        for (int frame = 0; frame < spec.frames(); frame++) {
            if (certified) {
                if (frame > 0) {
                    solver.advance();
                }
                solver.fields(alone);
            }
            certificate.add(frame, written(row, frame), certified ? alone : null);
        }
        error.setAtIndex(Elements.F8, row, certified ? certificate.error() : Double.NaN);
        drift.setAtIndex(Elements.F8, row, certificate.drift());
        growth.setAtIndex(Elements.F8, row, certificate.growth());
    }

    private double[] written(int row, int frame) {
        long element = ((long) row * spec.frames() + frame) * spec.points();
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
