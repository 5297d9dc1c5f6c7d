package io.millrace.opencl.radio;

import io.millrace.opencl.device.Kernel;

/** {@code lfm.cl}. */
final class LfmOpenCl implements BasebandOpenCl {
    private final Room room;
    private final Kernel kernel;

    LfmOpenCl(Room room) {
        this.room = room;
        kernel = room.kernel("lfm", "envelope.cl", "symbols.cl", "lfm.cl");
    }

    @Override
    public void enqueue(Piece piece, int at, int members) {
        piece.envelope(kernel, at).runGroups((long) members * piece.blocks(), room.group(kernel));
    }
}
