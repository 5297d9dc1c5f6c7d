package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Kernel;

/** {@code coordinate.cl}. */
final class CoordinateOpenCl implements PartOpenCl {
    private static final int SYMMETRIES = 8;

    private final Room room;
    private final Kernel clear;
    private final Kernel reflect;

    CoordinateOpenCl(Room room) {
        this.room = room;
        this.clear = room.spec().padded() ? room.kernel("clear_padding", "coordinate.cl") : null;
        this.reflect = room.spec().augmentation() == SYMMETRIES ? room.kernel("reflect", "coordinate.cl") : null;
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        if (clear != null) {
            room.shape(clear, fields).arg(fields.buffer("coords")).run(room.nodes(count));
        }
        if (reflect != null) {
            room.shape(reflect, fields)
                    .arg((float) room.spec().coordinates().extent())
                    .arg(fields.buffer("coords"))
                    .arg(fields.buffer("coords_x8"))
                    .run(SYMMETRIES * room.nodes(count));
        }
    }
}
