package io.millrace.opencl.radio;

import io.millrace.opencl.device.Kernel;

/** {@code lora.cl}. */
final class LoRaOpenCl implements BasebandOpenCl {
    private final Room room;
    private final Kernel kernel;

    LoRaOpenCl(Room room) {
        this.room = room;
        kernel = room.kernel("lora", "envelope.cl", "symbols.cl", "lora.cl");
    }

    @Override
    public void enqueue(Piece piece, int at, int members) {
        piece.envelope(kernel, at)
                .arg(piece.first())
                .arg(room.philox())
                .runGroups((long) members * piece.blocks(), room.group(kernel));
    }
}
