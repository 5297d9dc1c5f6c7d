package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Kernel;
import io.millrace.routing.Distances;

/** {@code pairs.cl}. */
final class PairsOpenCl implements PartOpenCl {
    private final Room room;
    private final MeasureOpenCl measure;
    private final Kernel kernel;

    PairsOpenCl(Room room) {
        this.room = room;
        this.measure = new MeasureOpenCl(room.spec());
        boolean full = room.spec().distances() == Distances.FULL;
        this.kernel = room.kernel(full ? "full_matrix" : "upper_triangle", measure.before("pairs.cl"));
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        measure.args(room.shape(kernel, fields))
                .arg(fields.buffer("coords"))
                .arg(fields.buffer("distance"))
                .run(room.spec().nodes(), room.nodes(count));
    }
}
