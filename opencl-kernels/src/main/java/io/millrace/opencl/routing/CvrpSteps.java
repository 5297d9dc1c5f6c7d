package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Queue;
import io.millrace.random.Philox;
import io.millrace.routing.Backhauls;
import io.millrace.routing.Capacity;
import io.millrace.routing.CvrpSpec;
import io.millrace.routing.Distances;
import io.millrace.routing.Metric;
import io.millrace.routing.Problem;
import java.util.ArrayList;
import java.util.List;

/** The parts of routing instances in their order, which is that of a worker's parts on the host. */
final class CvrpSteps implements Steps {
    private final Room room;
    private final List<PartOpenCl> parts = new ArrayList<>();

    CvrpSteps(CvrpSpec spec, long seed, Queue queue) {
        this.room = new Room(spec, Philox.of(CvrpSpec.WORKLOAD, seed), queue);
        if (spec.padded()) {
            parts.add(new SizeOpenCl(room));
        }
        if (spec.problem() == Problem.ATSP) {
            parts.add(new ClosureOpenCl(room));
            return;
        }
        addCoordinates(spec);
        if (spec.problem() == Problem.CVRP) {
            addDemands(spec);
        }
        parts.add(new ConstraintOpenCl(room));
        addDistances(spec);
    }

    private void addCoordinates(CvrpSpec spec) {
        if (spec.coordinates().grid()) {
            parts.add(new UchoaOpenCl(room));
        } else {
            parts.add(new UniformOpenCl(spec, room.philox(), room.queue()));
        }
        switch (spec.coordinates().kind()) {
            case CLUSTER, MIXED, MIX_DISTRIBUTION -> parts.add(new ClusterOpenCl(room));
            case GAUSSIAN_MIXTURE, GAUSSIAN_11_MIX -> parts.add(new MixtureOpenCl(room));
            case UNIFORM, UCHOA_X, XML100 -> {}
        }
        parts.add(new CoordinateOpenCl(room));
    }

    private void addDemands(CvrpSpec spec) {
        boolean plain = spec.demand().plain() && !spec.padded();
        if (plain) {
            parts.add(new DemandOpenCl(spec, room.philox(), room.queue()));
        } else {
            parts.add(new DemandLawOpenCl(room));
        }
        if (!plain || spec.capacity().kind() == Capacity.Kind.ROUTE_LENGTH) {
            parts.add(new CapacityOpenCl(room));
        }
        if (spec.backhauls() != Backhauls.NONE) {
            parts.add(new BackhaulOpenCl(room));
        }
    }

    private void addDistances(CvrpSpec spec) {
        boolean direct = spec.distances() == Distances.FULL
                && !spec.padded()
                && spec.metric().base() == Metric.Base.EUCLIDEAN
                && spec.measuresInFloats();
        if (direct) {
            parts.add(new DistanceOpenCl(spec, room.queue()));
        } else if (spec.distances() == Distances.NEAREST) {
            parts.add(new NearestOpenCl(room));
        } else if (spec.distances() != Distances.NONE) {
            parts.add(new PairsOpenCl(room));
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
}
