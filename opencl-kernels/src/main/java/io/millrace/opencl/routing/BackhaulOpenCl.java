package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.routing.BackhaulPick;
import io.millrace.routing.Variants;

/** {@code backhaul.cl}. */
final class BackhaulOpenCl implements PartOpenCl {
    private final Room room;
    private final boolean exact;
    private final int drawn;
    private final Kernel code;
    private final Kernel split;
    private final Scratch chosen;

    BackhaulOpenCl(Room room) {
        this.room = room;
        this.exact = room.spec().backhaulPick() == BackhaulPick.EXACT;
        this.drawn = room.spec().variants() == Variants.DRAWN ? 1 : 0;
        this.code = room.kernel("write_class", "backhaul.cl");
        this.split = room.kernel(exact ? "split_exact" : "split_each", "backhaul.cl");
        this.chosen = room.queue().newScratch();
    }

    @Override
    public long scratchBytes() {
        return exact ? (long) Integer.BYTES * room.spec().customers().most() : 0;
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        room.draws(code, first)
                .arg(drawn)
                .arg(room.spec().backhauls().code())
                .arg(fields.buffer("backhaul_class"))
                .run(count);
        room.shape(room.draws(split, first), fields).arg(drawn);
        if (exact) {
            split.arg(chosen.of(count * scratchBytes()));
        }
        split.arg(fields.buffer("demand")).arg(fields.buffer("demand_backhaul")).run(exact ? count : room.nodes(count));
    }
}
