package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.routing.CvrpSpec;
import io.millrace.routing.Demand;

/** {@code demand_law.cl}. */
final class DemandLawOpenCl implements PartOpenCl {
    private final Room room;
    private final Kernel kernel;
    private final Kernel enlarge;
    private final Scratch chosen;

    DemandLawOpenCl(Room room) {
        this.room = room;
        Demand law = room.spec().demand();
        this.kernel = room.kernel("demand_by_law", "demand_law.cl");
        this.enlarge = law == Demand.SMALL_LARGE || law == Demand.ANY ? room.kernel("enlarge", "demand_law.cl") : null;
        this.chosen = room.queue().newScratch();
    }

    @Override
    public long scratchBytes() {
        return enlarge == null
                ? 0
                : (long) Integer.BYTES * room.spec().customers().most();
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        CvrpSpec spec = room.spec();
        room.shape(room.draws(kernel, first), fields)
                .arg(spec.demand().ordinal())
                .arg(.5f * spec.coordinates().extent())
                .arg(fields.buffer("coords"))
                .arg(fields.buffer("demand"))
                .run(room.nodes(count));
        if (enlarge != null) {
            room.shape(room.draws(enlarge, first), fields)
                    .arg(spec.demand().ordinal())
                    .arg(spec.routeLength().ordinal())
                    .arg(chosen.of(count * scratchBytes()))
                    .arg(fields.buffer("demand"))
                    .run(count);
        }
    }
}
