package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.routing.CvrpSpec;

/** {@code uniform.cl}. */
final class UniformOpenCl implements PartOpenCl {
    private final Philox philox;
    private final int nodes;
    private final int blocks;
    private final Kernel kernel;

    UniformOpenCl(CvrpSpec spec, Philox philox, Queue queue) {
        this.philox = philox;
        this.nodes = spec.nodes();
        this.blocks = Draws.blocks(2 * nodes);
        this.kernel = queue.kernel(CvrpOpenCl.source("uniform.cl"), "uniform_coordinates");
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        kernel.arg(first)
                .arg(philox)
                .arg(nodes)
                .arg(blocks)
                .arg(Divisor.of(blocks))
                .arg(fields.buffer("coords"))
                .run((long) count * blocks);
    }
}
