package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Kernel;
import io.millrace.routing.CvrpSpec;
import io.millrace.routing.DistanceLimit;
import io.millrace.routing.Problem;
import io.millrace.routing.TimeWindows;
import io.millrace.routing.Variants;

/** {@code constraint.cl}: the fields that a spec asks for, none or all. */
final class ConstraintOpenCl implements PartOpenCl {
    private static final String FILE = "constraint.cl";
    /** A class that a spec does not have. */
    private static final int NONE = -1;

    private final Room room;
    private final int drawn;
    private final Kernel windows;
    private final Kernel open;
    private final Kernel limit;
    private final Kernel classes;

    ConstraintOpenCl(Room room) {
        this.room = room;
        CvrpSpec spec = room.spec();
        this.drawn = spec.variants() == Variants.DRAWN ? 1 : 0;
        this.windows = spec.timeWindows() == TimeWindows.NONE ? null : room.kernel("time_windows", FILE);
        this.open = spec.openRoutes() ? room.kernel("open_routes", FILE) : null;
        this.limit = switch (spec.distanceLimit().kind()) {
            case NONE -> null;
            case GIVEN -> room.kernel("given_limit", FILE);
            case DRAWN -> room.kernel("drawn_limit", FILE);
        };
        this.classes = spec.coordinates().grid() ? room.kernel("write_classes", FILE) : null;
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        if (windows != null) {
            TimeWindows law = room.spec().timeWindows();
            room.shape(room.draws(windows, first), fields)
                    .arg(drawn)
                    .arg(law.ordinal())
                    .arg(law.horizon())
                    .arg(fields.buffer("coords"))
                    .arg(fields.buffer("time_windows"))
                    .arg(fields.buffer("service_time"))
                    .run(room.nodes(count));
        }
        if (open != null) {
            room.draws(open, first).arg(drawn).arg(fields.buffer("open_route")).run(count);
        }
        if (limit != null) {
            enqueueLimit(first, count, fields);
        }
        if (classes != null) {
            enqueueClasses(first, count, fields);
        }
    }

    private void enqueueLimit(long first, int count, DeviceBatch fields) {
        DistanceLimit law = room.spec().distanceLimit();
        if (law.kind() == DistanceLimit.Kind.GIVEN) {
            room.draws(limit, first)
                    .arg(drawn)
                    .arg((float) law.given())
                    .arg(fields.buffer("distance_limit"))
                    .run(count);
        } else {
            int group = Room.group(limit);
            room.shape(room.draws(limit, first), fields)
                    .arg(drawn)
                    .local((long) Double.BYTES * group)
                    .arg(fields.buffer("coords"))
                    .arg(fields.buffer("distance_limit"))
                    .runGroups(count, group);
        }
    }

    private void enqueueClasses(long first, int count, DeviceBatch fields) {
        CvrpSpec spec = room.spec();
        boolean cvrp = spec.problem() == Problem.CVRP;
        room.draws(classes, first)
                .arg(cvrp ? spec.depot().ordinal() : NONE)
                .arg(spec.placement().ordinal())
                .arg(cvrp ? spec.demand().ordinal() : NONE)
                .arg(cvrp && spec.usesRouteLength() ? spec.routeLength().ordinal() : NONE)
                .arg(fields.buffer("classes"))
                .run(count);
    }
}
