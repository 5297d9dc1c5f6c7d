package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.routing.Coordinates;
import io.millrace.routing.CvrpSpec;

/** {@code uchoa.cl}. */
final class UchoaOpenCl implements PartOpenCl {
    private final Room room;
    /** Binary logarithm of the slots of an instance's table of taken points: it is at most half full. */
    private final int bits;

    private final Kernel kernel;
    private final Scratch tables;

    UchoaOpenCl(Room room) {
        this.room = room;
        this.bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * room.spec().nodes() - 1);
        this.kernel = room.kernel("uchoa", "uchoa.cl");
        this.tables = room.queue().newScratch();
    }

    @Override
    public long scratchBytes() {
        return (long) Integer.BYTES << bits;
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        CvrpSpec spec = room.spec();
        int group = Room.group(kernel);
        room.shape(room.draws(kernel, first), fields)
                .arg(spec.coordinates().kind() == Coordinates.Kind.XML100 ? 1 : 0)
                .arg(spec.depot().ordinal())
                .arg(spec.placement().ordinal())
                .arg(bits)
                .arg(tables.of(count * scratchBytes()))
                .local((long) Integer.BYTES * group)
                .local(Long.BYTES)
                .local((long) Double.BYTES * group)
                .arg(fields.buffer("coords"))
                .runGroups(count, group);
    }
}
