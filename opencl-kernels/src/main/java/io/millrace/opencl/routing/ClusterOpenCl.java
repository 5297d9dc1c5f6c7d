package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.routing.Coordinates;

/** {@code cluster.cl}. */
final class ClusterOpenCl implements PartOpenCl {
    private final Room room;
    private final Coordinates.Kind kind;
    private final Kernel all;
    private final Kernel half;
    private final Scratch chosen;

    ClusterOpenCl(Room room) {
        this.room = room;
        this.kind = room.spec().coordinates().kind();
        this.all = kind == Coordinates.Kind.MIXED ? null : room.kernel("move_all", "cluster.cl");
        this.half = kind == Coordinates.Kind.CLUSTER ? null : room.kernel("move_half", "cluster.cl");
        this.chosen = room.queue().newScratch();
    }

    @Override
    public long scratchBytes() {
        return half == null ? 0 : (long) Integer.BYTES * room.spec().customers().most();
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        if (all != null) {
            room.shape(room.draws(all, first), fields)
                    .arg(kind.ordinal())
                    .arg(fields.buffer("coords"))
                    .run(room.nodes(count));
        }
        if (half != null) {
            room.shape(room.draws(half, first), fields)
                    .arg(kind.ordinal())
                    .arg(chosen.of(count * scratchBytes()))
                    .arg(fields.buffer("coords"))
                    .run(count);
        }
    }
}
