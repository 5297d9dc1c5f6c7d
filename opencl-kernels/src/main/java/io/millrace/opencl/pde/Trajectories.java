package io.millrace.opencl.pde;

import io.millrace.batch.Elements;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Scratch;
import io.millrace.pde.Prologue;
import io.millrace.pde.Scheme;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Trajectories that one solver solves at once: a row of words each, and tables of what their steps take, which those of the same parameters share.
 */
final class Trajectories {
    private static final int ROW = TrajectoryColumn.values().length;

    private final SolverOpenCl solver;
    private final int times;
    private final Prologue prologue;
    private final Queue queue;
    private final Scratch rowBuffer;
    private final Scratch tableBuffer;
    private final Scratch differenceBuffer;
    private final Scratch startBuffer;
    private int[] rows = {};
    private double[] tables = {};
    private double[] starts = {};
    private final double[] start;
    private double[] values = {};
    private int count;
    private int tableCount;

    /** As they are written, or {@code times} as fine, which are compared with what is written. */
    Trajectories(SolverOpenCl solver, int times, Prologue prologue, Queue queue) {
        this.solver = solver;
        this.times = times;
        this.prologue = prologue;
        this.queue = queue;
        rowBuffer = queue.newScratch();
        tableBuffer = queue.newScratch();
        differenceBuffer = queue.newScratch();
        startBuffer = queue.newScratch();
        start = new double[solver.starts()];
    }

    /** Bytes of device memory that a trajectory takes. */
    long scratchBytes() {
        return solver.stateBytes() + (long) Double.BYTES * (solver.width() + solver.group() + start.length);
    }

    /** Numbers that are uploaded of a trajectory, at most. */
    int width() {
        return solver.width() + start.length;
    }

    int count() {
        return count;
    }

    /** From a frame to the next. */
    int steps(Scheme scheme) {
        return prologue.steps(scheme, times);
    }

    boolean compared() {
        return times > 1;
    }

    void clear() {
        count = 0;
        tableCount = 0;
    }

    /** Adds what was drawn last. */
    void add(int place, int slot) {
        if (tableCount == 0 || !Arrays.equals(values, prologue.values())) {
            values = prologue.values().clone();
            tables = grown(tables, (tableCount + 1) * solver.width());
            solver.table(prologue, times, tables, tableCount * solver.width());
            tableCount++;
        }
        if (rows.length < (count + 1) * ROW) {
            rows = Arrays.copyOf(rows, 2 * (count + 1) * ROW);
        }
        if (start.length > 0) {
            prologue.field(start.length, start);
            starts = grown(starts, (count + 1) * start.length);
            System.arraycopy(start, 0, starts, count * start.length, start.length);
        }
        rows[count * ROW + TrajectoryColumn.PLACE.ordinal()] = place;
        rows[count * ROW + TrajectoryColumn.SLOT.ordinal()] = slot;
        rows[count * ROW + TrajectoryColumn.TABLE.ordinal()] = tableCount - 1;
        count++;
    }

    private static double[] grown(double[] numbers, int length) {
        return numbers.length < length ? Arrays.copyOf(numbers, Math.max(length, 2 * numbers.length)) : numbers;
    }

    private long rowBytes() {
        return (long) Integer.BYTES * ROW * count;
    }

    private long tableBytes() {
        return (long) Double.BYTES * tableCount * solver.width();
    }

    private long startBytes() {
        return (long) Double.BYTES * count * start.length;
    }

    /** Bytes of an upload. */
    long uploadBytes() {
        return tableBytes() + startBytes() + rowBytes();
    }

    /** Uploads all through this memory, and solves. */
    void enqueue(MemorySegment memory, Pass pass) {
        if (count > 0) {
            MemorySegment table = memory.asSlice(0, tableBytes());
            MemorySegment.copy(tables, 0, table, Elements.F8, 0, tableCount * solver.width());
            queue.write(table, tables());
            MemorySegment begin = memory.asSlice(tableBytes(), startBytes());
            MemorySegment.copy(starts, 0, begin, Elements.F8, 0, count * start.length);
            queue.write(begin, starts(pass));
            MemorySegment row = memory.asSlice(tableBytes() + startBytes(), rowBytes());
            MemorySegment.copy(rows, 0, row, Elements.I4, 0, count * ROW);
            queue.write(row, rows());
            solver.enqueue(this, pass);
        }
    }

    /** The rows on the device. */
    Buffer rows() {
        return rowBuffer.of(rowBytes());
    }

    /** The tables there. */
    Buffer tables() {
        return tableBuffer.of(tableBytes());
    }

    /** u at time 0 there: those of the pass by place, or their own in the order of the rows. */
    Buffer starts(Pass pass) {
        return start.length == 0 ? pass.starts() : startBuffer.of(startBytes());
    }

    /** A difference for each work-item. */
    Buffer differences() {
        return differenceBuffer.of(differenceBytes());
    }

    long differenceBytes() {
        return (long) Double.BYTES * count * solver.group();
    }

    /** Of each trajectory that was compared, by its place, the largest difference, of these that were downloaded. */
    void differences(MemorySegment memory, double[] to) {
        for (int t = 0; t < count; t++) {
            double most = 0;
            for (int item = 0; item < solver.group(); item++) {
                most = Math.max(most, memory.getAtIndex(Elements.F8, (long) t * solver.group() + item));
            }
            to[rows[t * ROW + TrajectoryColumn.PLACE.ordinal()]] = Double.isNaN(most) ? Double.NaN : most;
        }
    }
}
