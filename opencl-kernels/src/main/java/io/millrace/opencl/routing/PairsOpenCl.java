package io.millrace.opencl.routing;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Kernel;
import io.millrace.routing.Distances;
import java.util.Map;

/** {@code pairs.cl}. */
final class PairsOpenCl implements PartOpenCl {
    private final Room room;
    private final MeasureOpenCl measure;
    private final Kernel kernel;

    PairsOpenCl(Room room) {
        this.room = room;
        this.measure = new MeasureOpenCl(room.spec());
        boolean costly = room.spec().metric().spherical();
        String name = room.spec().distances() == Distances.UPPER
                ? "upper_triangle"
                : costly ? "mirrored_matrix" : "full_matrix";
        this.kernel = measure.kernel(room, name, "pairs.cl", Map.of());
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        measure.scale(room.shape(kernel, fields))
                .arg(fields.buffer("coords"))
                .arg(fields.buffer("distance"))
                .run(room.spec().nodes(), room.nodes(count));
    }
}
