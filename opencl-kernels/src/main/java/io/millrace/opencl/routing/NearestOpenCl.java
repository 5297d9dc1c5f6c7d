package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.Scratch;
import io.millrace.opencl.device.Kernel;

/** {@code nearest.cl}. */
final class NearestOpenCl implements PartOpenCl {
    private final Room room;
    private final MeasureOpenCl measure;
    private final Kernel kernel;
    private final Scratch best;

    NearestOpenCl(Room room) {
        this.room = room;
        this.measure = new MeasureOpenCl(room.spec());
        this.kernel = measure.kernel(room, "nearest", "nearest.cl");
        this.best = room.scratch();
    }

    @Override
    public long scratchBytes() {
        return measure.stored()
                ? 0
                : (long) measure.bytes()
                        * room.spec().neighbours()
                        * room.spec().nodes();
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        measure.scale(room.shape(kernel, fields))
                .arg(room.spec().neighbours())
                .arg(fields.buffer("coords"))
                .arg(fields.buffer("neighbours"))
                .arg(fields.buffer("distance"))
                .arg(measure.stored() ? fields.buffer("distance") : best.of(count * scratchBytes()))
                .run(room.nodes(count));
    }
}
