package io.millrace.opencl.pde;

import io.millrace.batch.DType;
import io.millrace.fft.FftPlan;
import io.millrace.opencl.FftOpenCl;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Scratch;
import io.millrace.opencl.device.Source;
import io.millrace.pde.PdeSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the kernels of one worker share.
 *
 * @param spec what is made
 * @param queue the worker's
 */
record Room(PdeSpec spec, Queue queue) {
    /** Bytes of local memory that every device of the full profile has. */
    private static final long LOCAL = 32 << 10;

    /** Work-items of a group on a GPU, at least and at most; between them a butterfly of four numbers each. */
    private static final int LEAST_GROUP = 32;

    private static final int MOST_GROUP = 256;

    /** Work-groups of a launch where each needs memory. */
    private static final long MOST_GROUPS = 1 << 10;

    /** Points times steps of a launch: some tenths of a second, for a device that draws, too. */
    private static final long LAUNCH = 1 << 19;

    /** A kernel of the last of these files, which stand on {@code pde.cl}, with constants of its own. */
    Kernel kernel(String name, Map<String, ?> more, long workBytes, String... files) {
        Map<String, Object> constants = new HashMap<>(more);
        constants.put("PROCESSOR", processor() ? 1 : 0);
        constants.put("DIMENSIONS", spec.equation().dimensions);
        constants.put("WORK", fits(workBytes) ? "local" : "global");
        constants.put("TRAJECTORY_WIDTH", TrajectoryColumn.values().length);
        FftOpenCl.define(constants, DType.F8);
        Source.define(constants, "TRAJECTORY", TrajectoryColumn.values());
        Source.define(constants, "DTYPE", DType.values());
        String[] all = Stream.concat(Stream.of(FftOpenCl.FILE, FftOpenCl.REAL_FILE, "pde.cl"), Stream.of(files))
                .toArray(String[]::new);
        return queue.kernel(Source.of(Room.class, constants, all), name);
    }

    /** Whether a device is the host's processors. */
    boolean processor() {
        return queue.context().device().type() == Device.Type.CPU;
    }

    /** Whether a work-group works in local memory: on a processor that is memory like any other, but PoCL compiles anew for each size of it. */
    boolean fits(long workBytes) {
        return !processor() && workBytes <= LOCAL;
    }

    /** Bytes of local memory that a work-group may take. */
    long local() {
        return LOCAL;
    }

    /** Groups that share so many items of work: one each, but where each group needs memory. */
    long groups(long workBytes, long items) {
        return fits(workBytes) ? items : Math.min(MOST_GROUPS, items);
    }

    /** Bytes of memory of the device that these take to work in. */
    long workBytes(long workBytes, long items) {
        return fits(workBytes) ? 0 : groups(workBytes, items) * workBytes;
    }

    /** Sets a kernel's last argument: what so many groups work in. */
    void work(Kernel kernel, Scratch memory, long workBytes, long groups) {
        if (fits(workBytes)) {
            kernel.local(workBytes);
        } else {
            kernel.arg(memory.of(workBytes * groups));
        }
    }

    /** The transforms of the modes of so many points. */
    FftOpenCl fft(int points) {
        return new FftOpenCl(FftPlan.of(points / 2), DType.F8);
    }

    /** Work-items of a group that solves in one dimension. */
    int group(Kernel kernel) {
        return group(kernel, spec.points() / 8);
    }

    /** Work-items of a group that has so many butterflies to do at once. */
    int group(Kernel kernel, int butterflies) {
        int wanted = Math.clamp(Integer.highestOneBit(butterflies), LEAST_GROUP, MOST_GROUP);
        return processor() ? 1 : Math.min(wanted, kernel.group());
    }

    /** The most steps of a launch, of so many points. */
    long steps(int points) {
        return Math.max(1, LAUNCH / points);
    }
}
