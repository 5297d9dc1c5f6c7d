package io.millrace.opencl.radio;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.radio.signal.Modulation;

/** {@code linear.cl}. */
final class LinearOpenCl implements BasebandOpenCl {
    private final Room room;
    private final Kernel kernel;
    private final Buffer table;

    LinearOpenCl(Room room, Modulation modulation) {
        this.room = room;
        kernel = room.kernel("linear", "envelope.cl", "symbols.cl", "linear.cl");
        table = room.constant(modulation.text(), modulation.table(room.spec().emission()));
    }

    @Override
    public void enqueue(Piece piece, int at, int members) {
        piece.envelope(kernel, at)
                .arg(piece.first())
                .arg(room.philox())
                .arg(table)
                .runGroups((long) members * piece.blocks(), room.group(kernel));
    }
}
