package io.millrace.opencl.pde;

import io.millrace.opencl.FftOpenCl;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.opencl.device.Source;
import io.millrace.pde.Equation;
import io.millrace.pde.PdeSpec;
import io.millrace.pde.Prologue;
import io.millrace.pde.Scheme;
import io.millrace.pde.spectral.Etdrk4;
import java.util.HashMap;
import java.util.Map;

/** {@code etdrk4.cl}: exponential time differencing, on the spec's points or on twice as many. */
final class SpectralOpenCl implements SolverOpenCl {
    /** Arrays of a trajectory between launches: v, a, the forces at v, a and b, real and imaginary parts. */
    private static final int STATES = 10;

    private final Room room;
    private final PdeSpec spec;
    /** Points of a point of the spec's, and all of them. */
    private final int split;

    private final int points;
    private final int modes;
    private final int halvings;
    private final int columns;
    private final FftOpenCl fft;
    private final Kernel kernel;
    private final Buffer stages;
    private final Buffer factors;
    private final Buffer roots;
    private final Scratch states;
    private final Scratch work;

    SpectralOpenCl(Room room, Prologue prologue, int split) {
        this.room = room;
        this.split = split;
        halvings = prologue.halvings(Scheme.SPECTRAL);
        spec = room.spec();
        points = split * spec.points();
        modes = Etdrk4.modes(points, spec.equation().power);
        fft = room.fft(points);
        Map<String, Object> constants = new HashMap<>();
        constants.put("POWER", spec.equation().power);
        constants.put("STATES", STATES);
        boolean complex = spec.equation() == Equation.KORTEWEG_DE_VRIES;
        columns = StepColumn.count(complex);
        constants.put("COMPLEX", complex ? 1 : 0);
        constants.put("STEP_WIDTH", columns);
        Source.define(constants, "STEP", StepColumn.values());
        kernel = room.kernel("etdrk4", constants, fft.localBytes(), "etd.cl", "etdrk4.cl");
        stages = fft.stages(room.queue());
        factors = fft.factors(room.queue());
        roots = fft.roots(room.queue());
        states = room.queue().newScratch();
        work = room.queue().newScratch();
    }

    @Override
    public int width() {
        return (halvings + 1) * columns * modes;
    }

    @Override
    public void table(Prologue prologue, int times, double[] to, int at) {
        for (int part = 0, row = 0; part <= halvings; part++) {
            for (double[] numbers : prologue.modes(times, part)) {
                System.arraycopy(numbers, 0, to, at + row++ * modes, modes);
            }
        }
    }

    @Override
    public long stateBytes() {
        return (long) Double.BYTES * STATES * modes + room.workBytes(fft.localBytes(), 1);
    }

    @Override
    public int group() {
        return room.group(kernel);
    }

    @Override
    public void enqueue(Trajectories trajectories, Pass pass) {
        int steps = trajectories.steps(Scheme.SPECTRAL);
        long all = (halvings + spec.frames() - 1L) * steps;
        for (long from = 0; from < all; from += room.steps(points)) {
            kernel.arg(from)
                    .arg(Math.min(all, from + room.steps(points)))
                    .arg(steps)
                    .arg(halvings)
                    .arg(spec.frames())
                    .arg(trajectories.compared() ? 1 : 0)
                    .arg(points)
                    .arg(split)
                    .arg(Etdrk4.modes(spec.points(), spec.equation().power))
                    .arg(modes)
                    .arg(fft.plan().stages())
                    .arg(stages)
                    .arg(factors)
                    .arg(roots)
                    .arg(trajectories.rows())
                    .arg(pass.starts())
                    .arg(trajectories.tables())
                    .arg(states.of((long) Double.BYTES * STATES * modes * trajectories.count()))
                    .arg(pass.fields().buffer("u"))
                    .arg(room.spec().dtype().ordinal())
                    .arg(pass.flags())
                    .arg(trajectories.differences());
            room.work(kernel, work, fft.localBytes(), trajectories.count());
            kernel.runGroups(trajectories.count(), group());
        }
    }
}
