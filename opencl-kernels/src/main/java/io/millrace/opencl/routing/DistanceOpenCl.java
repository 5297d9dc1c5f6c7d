package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.routing.CvrpSpec;

/** {@code distance.cl}. */
final class DistanceOpenCl implements PartOpenCl {
    private final int nodes;
    private final Kernel kernel;

    DistanceOpenCl(CvrpSpec spec, Queue queue) {
        this.nodes = spec.nodes();
        this.kernel = queue.kernel(CvrpOpenCl.source("distance.cl"), "euclidean_matrix");
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        kernel.arg(nodes)
                .arg(Divisor.of(nodes))
                .arg(fields.buffer("coords"))
                .arg(fields.buffer("distance"))
                .run(nodes, (long) count * nodes);
    }
}
