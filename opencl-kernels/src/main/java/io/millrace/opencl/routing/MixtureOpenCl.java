package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Kernel;
import io.millrace.routing.Coordinates;

/** {@code mixture.cl}. */
final class MixtureOpenCl implements PartOpenCl {
    private final Room room;
    private final Kernel kernel;

    MixtureOpenCl(Room room) {
        this.room = room;
        this.kernel = room.kernel("mixture", "mixture.cl");
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        Coordinates law = room.spec().coordinates();
        boolean eleven = law.kind() == Coordinates.Kind.GAUSSIAN_11_MIX;
        int group = Room.group(kernel);
        room.shape(room.draws(kernel, first), fields)
                .arg(eleven ? Coordinates.ELEVEN.size() : 0)
                .arg(law.modes())
                .arg(law.spread())
                .local((long) Float.BYTES * group)
                .arg(fields.buffer("coords"))
                .runGroups(count, group);
    }
}
