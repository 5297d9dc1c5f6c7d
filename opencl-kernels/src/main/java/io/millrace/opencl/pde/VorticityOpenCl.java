package io.millrace.opencl.pde;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.fft.FftPlan;
import io.millrace.opencl.FftOpenCl;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Scratch;
import io.millrace.opencl.device.Source;
import io.millrace.pde.PdeSpec;
import io.millrace.pde.Prologue;
import io.millrace.pde.Scheme;
import io.millrace.pde.spectral.Etdrk4;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code vorticity.cl}: exponential time differencing on a square, of the spec's points a side or of some times as many. A quarter of a step is a launch over all columns and one over all rows: one trajectory of a large grid alone fills a device.
 */
final class VorticityOpenCl implements SolverOpenCl {
    /** Arrays of modes of a trajectory: v, a, the forces at v, a and b, real and imaginary parts. */
    private static final int STATES = 10;

    /** Rows of a group: of k_x and of −k_x. */
    private static final int ROWS = 2;

    /** Columns of a group on a processor, at least. */
    private static final int LEAST_COLUMNS = 8;

    /** Launches whose events are kept at once. */
    private static final int MOST_LAUNCHES = 1 << 12;

    /** What {@code vorticity_rows} does: TURN_BEGIN and the others of {@code etd.cl}, of which four make a step. */
    private static final int BEGIN = 0;

    private static final int RESUME = 1;
    private static final int FIRST = 2;
    private static final int LAST = 5;

    private final Room room;
    private final PdeSpec spec;
    /** Points of a side that are one of the spec's, and all of them. */
    private final int split;

    private final int points;
    private final int modes;
    private final int halvings;
    private final int width;
    private final FftOpenCl rowFft;
    private final FftOpenCl columnFft;
    private final Kernel begin;
    private final Kernel rows;
    private final Kernel square;
    private final Kernel frame;
    private final Buffer rowStages;
    private final Buffer columnStages;
    private final Buffer factors;
    private final Buffer waves;
    private final Scratch states;
    private final Scratch planes;
    private final Scratch work;
    private int launches;

    VorticityOpenCl(Room room, Prologue prologue, int split) {
        this.room = room;
        this.split = split;
        spec = room.spec();
        points = split * spec.points();
        modes = Etdrk4.modes(points, spec.equation().power);
        halvings = prologue.halvings(Scheme.SPECTRAL);
        FftPlan plan = FftPlan.of(points);
        long one = new FftOpenCl(plan, DType.F8).localBytes();
        width = Math.clamp(room.local() / one, room.processor() ? LEAST_COLUMNS : 1, points);
        rowFft = new FftOpenCl(plan, DType.F8, ROWS);
        columnFft = new FftOpenCl(plan, DType.F8, width);
        Map<String, Object> constants = new HashMap<>();
        constants.put("STATES", STATES);
        constants.put("COMPLEX", 0);
        constants.put("STEP_WIDTH", StepColumn.FORCE_RE.ordinal());
        Source.define(constants, "STEP", StepColumn.values());
        Source.define(constants, "WAVE", WaveColumn.values());
        frame = kernel("vorticity_frame", constants, columnFft);
        begin = kernel("vorticity_begin", constants, columnFft);
        rows = kernel("vorticity_rows", constants, rowFft);
        square = kernel("vorticity_square", constants, columnFft);
        Queue queue = room.queue();
        rowStages = rowFft.stages(queue);
        columnStages = columnFft.stages(queue);
        factors = rowFft.factors(queue);
        List<double[]> turns = prologue.waves(split);
        waves = queue.constant(
                "waves of " + points + " points a side of " + spec.length(),
                (long) Double.BYTES * turns.size() * held(),
                memory -> {
                    for (int column = 0; column < turns.size(); column++) {
                        MemorySegment.copy(
                                turns.get(column),
                                0,
                                memory,
                                Elements.F8,
                                (long) Double.BYTES * column * held(),
                                held());
                    }
                });
        states = queue.newScratch();
        planes = queue.newScratch();
        work = queue.newScratch();
    }

    private Kernel kernel(String name, Map<String, ?> constants, FftOpenCl fft) {
        return room.kernel(name, constants, fft.localBytes(), "etd.cl", "vorticity.cl");
    }

    /** Modes that are held. */
    private int held() {
        return modes * points;
    }

    @Override
    public int width() {
        return (halvings + 1) * StepColumn.FORCE_RE.ordinal() * held() + 2;
    }

    @Override
    public void table(Prologue prologue, int times, double[] to, int at) {
        int next = at;
        for (int part = 0; part <= halvings; part++) {
            for (double[] numbers : prologue.modes(times, part)) {
                System.arraycopy(numbers, 0, to, next, held());
                next += held();
            }
        }
        System.arraycopy(prologue.push(times), 0, to, next, 2);
    }

    private long planeBytes() {
        return 2L * Double.BYTES * (2 * modes - 1) * points;
    }

    @Override
    public long stateBytes() {
        long rowWork = room.workBytes(rowFft.localBytes(), modes);
        long columnWork = room.workBytes(columnFft.localBytes(), blocks());
        return (long) Double.BYTES * STATES * held() + planeBytes() + Math.max(rowWork, columnWork);
    }

    /** Groups of columns of a square. */
    private int blocks() {
        return Math.ceilDiv(points, width);
    }

    @Override
    public int group() {
        return blocks() * columnGroup(frame);
    }

    /** Work-items of a group of columns: a butterfly of four numbers each. */
    private int columnGroup(Kernel kernel) {
        return room.group(kernel, width * points / 4);
    }

    @Override
    public void enqueue(Trajectories trajectories, Pass pass) {
        begin(trajectories, pass);
        rows(trajectories, BEGIN, true, 0);
        frame(trajectories, pass, 0);
        rows(trajectories, RESUME, false, 0);
        int steps = trajectories.steps(Scheme.SPECTRAL);
        // of the parts of the first frame's interval two have the shortest steps
        for (int part = 0; part < halvings + spec.frames() - 1; part++) {
            int row = Math.clamp(part - 1, 0, halvings);
            for (int step = 1; step <= steps; step++) {
                boolean stored = step == steps && part >= halvings;
                for (int turn = FIRST; turn <= LAST; turn++) {
                    square(trajectories);
                    rows(trajectories, turn, stored && turn == LAST, row);
                }
                if (stored) {
                    frame(trajectories, pass, part - halvings + 1);
                    rows(trajectories, RESUME, false, row);
                }
            }
        }
    }

    private Buffer planes(Trajectories trajectories) {
        return planes.of(planeBytes() * trajectories.count());
    }

    /** The arguments that all kernels of columns have in common, but for the first. */
    private Kernel columns(Kernel kernel, Trajectories trajectories) {
        return kernel.arg((long) trajectories.count() * blocks())
                .arg(width)
                .arg(Divisor.of(width))
                .arg(points)
                .arg(modes)
                .arg(columnFft.plan().stages())
                .arg(columnStages)
                .arg(factors);
    }

    private void runColumns(Kernel kernel, Trajectories trajectories) {
        run(kernel, columnFft, (long) trajectories.count() * blocks(), columnGroup(kernel));
    }

    private void run(Kernel kernel, FftOpenCl fft, long items, int group) {
        long groups = room.groups(fft.localBytes(), items);
        room.work(kernel, work, fft.localBytes(), groups);
        kernel.runGroups(groups, group);
        if (++launches % MOST_LAUNCHES == 0) {
            room.queue().finish();
        }
    }

    private void begin(Trajectories trajectories, Pass pass) {
        columns(begin, trajectories)
                .arg(split)
                .arg(trajectories.rows())
                .arg(pass.starts())
                .arg(planes(trajectories));
        runColumns(begin, trajectories);
    }

    private void square(Trajectories trajectories) {
        columns(square, trajectories).arg(planes(trajectories));
        runColumns(square, trajectories);
    }

    private void frame(Trajectories trajectories, Pass pass, int number) {
        columns(frame, trajectories)
                .arg(split)
                .arg(number)
                .arg(spec.frames())
                .arg(trajectories.compared() ? 1 : 0)
                .arg(trajectories.rows())
                .arg(planes(trajectories))
                .arg(pass.fields().buffer("u"))
                .arg(room.spec().dtype().ordinal())
                .arg(pass.flags())
                .arg(trajectories.differences());
        runColumns(frame, trajectories);
    }

    private void rows(Trajectories trajectories, int turn, boolean vorticity, int part) {
        long items = (long) trajectories.count() * modes;
        rows.arg(items)
                .arg(turn)
                .arg(vorticity ? 1 : 0)
                .arg(part)
                .arg(halvings + 1)
                .arg(points)
                .arg(split)
                .arg(Etdrk4.modes(spec.points(), spec.equation().power))
                .arg(modes)
                .arg(rowFft.plan().stages())
                .arg(rowStages)
                .arg(factors)
                .arg(waves)
                .arg(trajectories.rows())
                .arg(trajectories.tables())
                .arg(states.of((long) Double.BYTES * STATES * held() * trajectories.count()))
                .arg(planes(trajectories));
        run(rows, rowFft, items, room.group(rows, ROWS * points / 4));
    }
}
