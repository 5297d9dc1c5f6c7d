package io.millrace.opencl.device;

import io.millrace.random.Philox;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A kernel with its arguments. Argument 0 of every kernel is a {@code uint}: how many items (or rows) there are, for a launch is
 * rounded up to whole work-groups; {@link #run} sets it. The others are set in their order, anew for each run:
 *
 * <pre>{@code
 * uniform.arg(first).arg(key).arg(coords).run(items);
 * }</pre>
 */
public final class Kernel {
    /** Groups of the second dimension that every device takes at once. */
    private static final long MOST_GROUPS = 65_535;
    /** Work-items of a group: enough for a GPU to hide latencies; on a processor a group is a loop, and costs a call. */
    private static final int GROUP_GPU = 256;

    private static final int GROUP_CPU = 1024;

    /** Items that a GPU does in step: no group is smaller. */
    private static final int WARP = 32;
    /** Groups for each of a GPU's units, at least, before groups grow. */
    private static final int GROUPS_A_UNIT = 4;

    private final Queue queue;
    private final Cl cl;
    private final long handle;
    private final boolean processor;
    private final int units;
    private final int mostRows;
    private final int group;
    private final MemorySegment value;
    private final MemorySegment offset;
    private final MemorySegment global;
    private final MemorySegment local;
    private int position = 1;

    Kernel(Queue queue, long handle) {
        this.queue = queue;
        this.cl = queue.context().cl();
        this.handle = handle;
        Device device = queue.context().device();
        this.processor = device.type() == Device.Type.CPU;
        this.units = device.units();
        this.mostRows = device.workRows();
        int wanted = Math.min(processor ? GROUP_CPU : GROUP_GPU, device.workGroup());
        this.group = (int) Math.min(wanted, cl.workGroup(handle, device.deviceId()));
        MemorySegment scratch = queue.hostMemory(8 + 3 * 16);
        value = scratch.asSlice(0, 8);
        offset = scratch.asSlice(8, 16);
        global = scratch.asSlice(24, 16);
        local = scratch.asSlice(40, 16);
    }

    /** The largest work-group that {@link #run} makes. */
    public int group() {
        return group;
    }

    /** An {@code int} or {@code uint}. */
    public Kernel arg(int number) {
        value.set(ValueLayout.JAVA_INT, 0, number);
        return set(4);
    }

    /** A {@code long} or {@code ulong}. */
    public Kernel arg(long number) {
        value.set(ValueLayout.JAVA_LONG, 0, number);
        return set(8);
    }

    /** A {@code float}. */
    public Kernel arg(float number) {
        value.set(ValueLayout.JAVA_FLOAT, 0, number);
        return set(4);
    }

    /** A {@code double}. */
    public Kernel arg(double number) {
        value.set(ValueLayout.JAVA_DOUBLE, 0, number);
        return set(8);
    }

    /** A {@code uint2}: the key of the random numbers. */
    public Kernel arg(Philox philox) {
        return arg(philox.key0() & 0xffff_ffffL | (long) philox.key1() << 32);
    }

    /** A {@code uint2}: what {@code divide} divides by. */
    public Kernel arg(Divisor divisor) {
        return arg(divisor.multiplier() & 0xffff_ffffL | (long) divisor.shift() << 32);
    }

    /** A {@code global} pointer. */
    public Kernel arg(Buffer buffer) {
        return arg(buffer.handle());
    }

    /** Local memory of a work-group. */
    public Kernel local(long bytes) {
        cl.setArgument(handle, position++, bytes, 0);
        return this;
    }

    private Kernel set(long bytes) {
        cl.setArgument(handle, position++, bytes, value.address());
        return this;
    }

    /** Forgets arguments that were set and not run with. */
    void restart() {
        position = 1;
    }

    private void items(int count) {
        value.set(ValueLayout.JAVA_INT, 0, count);
        cl.setArgument(handle, 0, 4, value.address());
        position = 1;
    }

    /** One dimension: at least so many work-items, in groups that leave no unit of the device idle. Nothing for 0. */
    public void run(long items) {
        items(Math.toIntExact(items));
        if (items > 0) {
            int size = spread(items);
            launch(1, 0, 0, Math.ceilDiv(items, size) * size, 1, size, 1);
        }
    }

    private int spread(long items) {
        if (processor || group <= WARP) {
            return group;
        }
        return Math.clamp(items / ((long) GROUPS_A_UNIT * units) / WARP * WARP, WARP, group / WARP * WARP);
    }

    /** One work-group for each of {@code groups} items: argument 0 is their number, and none is too many. */
    public void runGroups(long groups, int size) {
        items(Math.toIntExact(groups));
        if (groups > 0) {
            launch(1, 0, 0, groups * size, 1, size, 1);
        }
    }

    /**
     * Two dimensions: exactly {@code width} work-items in the first, so that a kernel has no condition for them and a processor
     * loops over them; at least {@code rows} in the second. Nothing where one is 0.
     */
    public void run(int width, long rows) {
        items(Math.toIntExact(rows));
        if (width == 0 || rows == 0) {
            return;
        }
        if (width <= group) {
            rows(0, width, width, rows);
            return;
        }
        int whole = width / group * group;
        rows(0, whole, group, rows);
        if (whole < width) {
            rows(whole, width - whole, width - whole, rows);
        }
    }

    private void rows(int from, int width, int localWidth, long rows) {
        int localRows = Math.min(group / localWidth, mostRows);
        long most = MOST_GROUPS * localRows;
        for (long done = 0; done < rows; done += most) {
            long now = Math.min(most, rows - done);
            launch(2, from, done, width, Math.ceilDiv(now, localRows) * localRows, localWidth, localRows);
        }
    }

    private void launch(int dimensions, long x, long y, long width, long height, int localWidth, int localHeight) {
        put(offset, x, y);
        put(global, width, height);
        put(local, localWidth, localHeight);
        queue.enqueue(handle, dimensions, offset, global, local);
    }

    private static void put(MemorySegment pair, long first, long second) {
        pair.set(ValueLayout.JAVA_LONG, 0, first);
        pair.set(ValueLayout.JAVA_LONG, 8, second);
    }

    void release() {
        cl.releaseKernel(handle);
    }
}
