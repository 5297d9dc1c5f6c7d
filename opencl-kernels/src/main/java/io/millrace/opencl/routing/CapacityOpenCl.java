package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.routing.Capacity;
import io.millrace.routing.CvrpSpec;
import java.util.stream.IntStream;

/** {@code capacity.cl}. */
final class CapacityOpenCl implements PartOpenCl {
    private final Room room;
    private final Kernel lengths;
    private final Kernel byRoute;
    private final Kernel fixed;
    /** By customers, from the fewest on. */
    private final Buffer table;

    CapacityOpenCl(Room room) {
        this.room = room;
        CvrpSpec spec = room.spec();
        this.lengths = spec.usesRouteLength() ? room.kernel("draw_route_length", "capacity.cl") : null;
        if (spec.capacity().kind() == Capacity.Kind.ROUTE_LENGTH) {
            this.byRoute = room.kernel("route_capacity", "capacity.cl");
            this.fixed = null;
            this.table = null;
        } else {
            this.byRoute = null;
            this.fixed = room.kernel("fixed_capacity", "capacity.cl");
            this.table = room.constant(
                    "capacities",
                    IntStream.rangeClosed(
                                    spec.customers().least(), spec.customers().most())
                            .map(spec.capacity()::fixed)
                            .toArray());
        }
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        if (lengths != null) {
            room.draws(lengths, first)
                    .arg(room.spec().routeLength().ordinal())
                    .arg(fields.buffer("route_length"))
                    .run(count);
        }
        if (fixed != null) {
            room.shape(fixed, fields)
                    .arg(room.spec().customers().least())
                    .arg(table)
                    .arg(fields.buffer("capacity"))
                    .run(count);
        } else {
            int group = Room.group(byRoute);
            room.shape(byRoute, fields)
                    .local((long) Integer.BYTES * group)
                    .arg(fields.buffer("demand"))
                    .arg(fields.buffer("route_length"))
                    .arg(fields.buffer("capacity"))
                    .runGroups(count, group);
        }
    }
}
