package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Queue;
import io.millrace.random.Philox;
import io.millrace.routing.CvrpSpec;
import java.util.ArrayList;
import java.util.List;

/** The parts of routing instances in their order. */
final class CvrpSteps implements Steps {
    private final List<PartOpenCl> parts = new ArrayList<>();

    CvrpSteps(CvrpSpec spec, long seed, Queue queue) {
        Philox philox = Philox.of(CvrpSpec.WORKLOAD, seed);
        try {
            parts.add(new UniformOpenCl(spec, philox, queue));
            parts.add(new DemandOpenCl(spec, philox, queue));
            parts.add(new DistanceOpenCl(spec, queue));
        } catch (Throwable t) {
            close();
            throw t;
        }
    }

    @Override
    public long scratchBytes() {
        return parts.stream().mapToLong(PartOpenCl::scratchBytes).sum();
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        for (PartOpenCl part : parts) {
            part.enqueue(first, count, fields);
        }
    }

    @Override
    public void close() {
        parts.forEach(PartOpenCl::close);
    }
}
