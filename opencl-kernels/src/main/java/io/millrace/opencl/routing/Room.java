package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.random.Philox;
import io.millrace.routing.CvrpSpec;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/** What the parts of one worker share. */
final class Room {
    /** Work-items of a group that makes one instance: a node each at common sizes, a bit each of a {@code ulong}. */
    private static final int GROUP = 64;

    private final CvrpSpec spec;
    private final Philox philox;
    private final Queue queue;
    private final Divisor byNodes;

    Room(CvrpSpec spec, Philox philox, Queue queue) {
        this.spec = spec;
        this.philox = philox;
        this.queue = queue;
        this.byNodes = Divisor.of(spec.nodes());
    }

    CvrpSpec spec() {
        return spec;
    }

    Philox philox() {
        return philox;
    }

    Queue queue() {
        return queue;
    }

    /** A kernel of a file, which stands on {@code routing.cl}. */
    Kernel kernel(String name, String file) {
        return kernel(name, Map.of(), List.of(file));
    }

    /** The same of several files and with constants of its own. */
    Kernel kernel(String name, Map<String, Integer> constants, List<String> files) {
        return queue.kernel(CvrpOpenCl.source(constants, files), name);
    }

    /** These numbers on the device, under a name. */
    Buffer constant(String name, int[] numbers) {
        return queue.constant(
                name, (long) Integer.BYTES * numbers.length, memory -> memory.copyFrom(MemorySegment.ofArray(numbers)));
    }

    /** Sets the arguments that random numbers depend on: {@code ulong first, uint2 key}. */
    Kernel draws(Kernel kernel, long first) {
        return kernel.arg(first).arg(philox);
    }

    /** Sets the arguments that sizes depend on: {@code uint width, uint2 by_width, uint depot, global int *customers}. */
    Kernel shape(Kernel kernel, DeviceBatch fields) {
        return kernel.arg(spec.nodes())
                .arg(byNodes)
                .arg(spec.nodes() - spec.customers().most())
                .arg(spec.padded() ? fields.buffer("customers").handle() : 0L);
    }

    /** Items of a kernel that makes a node each. */
    long nodes(int count) {
        return (long) count * spec.nodes();
    }

    /** Work-items of a group that makes one instance. */
    static int group(Kernel kernel) {
        return Math.min(GROUP, kernel.group());
    }
}
