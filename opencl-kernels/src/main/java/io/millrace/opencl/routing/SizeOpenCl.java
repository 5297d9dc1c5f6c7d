package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Kernel;
import io.millrace.spec.IntRange;

/** {@code size.cl}. */
final class SizeOpenCl implements PartOpenCl {
    private final Room room;
    private final Kernel draw;
    private final Kernel mask;

    SizeOpenCl(Room room) {
        this.room = room;
        this.draw = room.kernel("draw_sizes", "size.cl");
        this.mask = room.kernel("mask_rows", "size.cl");
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        IntRange sizes = room.spec().customers();
        room.draws(draw, first)
                .arg(sizes.least())
                .arg(sizes.most() - sizes.least() + 1)
                .arg(fields.buffer("customers"))
                .run(count);
        room.shape(mask, fields).arg(fields.buffer("mask")).run(room.nodes(count));
    }
}
