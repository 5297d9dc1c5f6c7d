package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import java.util.Map;

/** {@code nearest.cl}. */
final class NearestOpenCl implements PartOpenCl {
    /** Neighbours that a work-item's registers and its own memory hold. */
    private static final int MOST_PRIVATE = 64;

    private final Room room;
    private final int k;
    private final MeasureOpenCl measure;
    private final Kernel kernel;
    private final Scratch best;

    NearestOpenCl(Room room) {
        this.room = room;
        this.measure = new MeasureOpenCl(room.spec());
        this.k = room.spec().neighbours();
        this.kernel =
                measure.kernel(room, "nearest", "nearest.cl", Map.of("PRIVATE_NEIGHBOURS", k <= MOST_PRIVATE ? k : 0));
        this.best = room.queue().newScratch();
    }

    @Override
    public long scratchBytes() {
        return k <= MOST_PRIVATE || measure.stored()
                ? 0
                : (long) measure.bytes() * k * room.spec().nodes();
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        Buffer distance = fields.buffer("distance");
        Buffer lists = scratchBytes() == 0 ? distance : best.of(count * scratchBytes());
        measure.scale(room.shape(kernel, fields))
                .arg(k)
                .arg(fields.buffer("coords"))
                .arg(fields.buffer("neighbours"))
                .arg(distance)
                .arg(lists)
                .run(room.nodes(count));
    }
}
