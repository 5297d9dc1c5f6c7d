package io.millrace.opencl.routing;

import io.millrace.batch.DType;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.random.Draws;

/** {@code closure.cl}. */
final class ClosureOpenCl implements PartOpenCl {
    private static final String FILE = "closure.cl";

    private final Room room;
    private final int nodes;
    private final int blocks;
    private final boolean alone;
    private final Kernel draw;
    private final Kernel close;
    private final Kernel divide;

    ClosureOpenCl(Room room) {
        this.room = room;
        this.nodes = room.spec().nodes();
        this.blocks = Draws.blocks(2 * nodes);
        this.draw = room.kernel("draw_entries", FILE);
        this.alone = room.queue().context().device().type() == Device.Type.CPU;
        this.close = room.kernel(alone ? "close_alone" : "close_matrix", FILE);
        this.divide = switch (room.spec().distanceType()) {
            case I4 -> null;
            case F8 -> room.kernel("divide_d", FILE);
            default -> room.kernel("divide_f", FILE);
        };
    }

    /** Whole rows of the matrix at a time, as many as fit; a row that is too long, a part at a time. */
    private int group() {
        return nodes < close.group() ? Math.min(nodes, close.group() / nodes) * nodes : close.group();
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        Buffer distance = fields.buffer("distance");
        int step = room.spec().distanceType() == DType.F8 ? 2 : 1;
        room.shape(room.draws(draw, first), fields)
                .arg(blocks)
                .arg(Divisor.of(blocks))
                .arg(step)
                .arg(distance)
                .run(room.nodes(count) * blocks);
        room.shape(close, fields).arg(step).arg(distance).runGroups(count, alone ? 1 : group());
        if (divide != null) {
            divide.arg(distance).run(room.nodes(count) * nodes);
        }
    }
}
