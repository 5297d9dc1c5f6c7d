package io.millrace.opencl.radio;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.radio.signal.Family;

/** {@code am.cl}: amplitude modulation with and without a carrier. */
final class AmOpenCl implements BasebandOpenCl {
    private final Room room;
    private final AudioOpenCl audio;
    private final Kernel kernel;

    AmOpenCl(Room room, Family family) {
        this.room = room;
        audio = new AudioOpenCl(room, family);
        kernel = room.kernel(family == Family.AM ? "am" : "bands", "envelope.cl", "am.cl");
    }

    @Override
    public void enqueue(Piece piece, int at, int members) {
        Buffer levels = audio.enqueue(piece, at, members);
        piece.envelope(kernel, at).arg(levels).runGroups((long) members * piece.blocks(), room.group(kernel));
    }
}
