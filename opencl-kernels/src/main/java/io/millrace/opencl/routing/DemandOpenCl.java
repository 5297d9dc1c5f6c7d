package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.routing.CvrpSpec;
import io.millrace.routing.Demand;

/** {@code demand.cl}. */
final class DemandOpenCl implements PartOpenCl {
    private final CvrpSpec spec;
    private final Philox philox;
    private final int nodes;
    private final int blocks;
    private final Kernel kernel;

    DemandOpenCl(CvrpSpec spec, Philox philox, Queue queue) {
        this.spec = spec;
        this.philox = philox;
        this.nodes = spec.nodes();
        this.blocks = Draws.blocks(2 * nodes);
        this.kernel = queue.kernel(CvrpOpenCl.source("demand.cl"), "plain_demand");
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        Demand law = spec.demand();
        kernel.arg(first)
                .arg(philox)
                .arg(nodes)
                .arg(blocks)
                .arg(Divisor.of(blocks))
                .arg(law.least())
                .arg(law.most() - law.least() + 1)
                .arg(spec.capacity().fixed(spec.customers().most()))
                .arg(fields.buffer("demand"))
                .arg(fields.buffer("capacity"))
                .run((long) count * blocks);
    }
}
