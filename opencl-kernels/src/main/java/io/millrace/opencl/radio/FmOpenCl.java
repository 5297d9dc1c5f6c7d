package io.millrace.opencl.radio;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.radio.signal.Family;

/** {@code fm.cl}. */
final class FmOpenCl implements BasebandOpenCl {
    private static final String[] FILES = {"envelope.cl", "fm.cl"};

    private final Room room;
    private final AudioOpenCl audio;
    private final ScanOpenCl scan;
    private final Kernel step;
    private final Kernel phasors;

    FmOpenCl(Room room, ScanOpenCl scan) {
        this.room = room;
        this.scan = scan;
        audio = new AudioOpenCl(room, Family.FM);
        step = room.kernel("fm_sums", FILES);
        phasors = room.kernel("fm", FILES);
    }

    @Override
    public void enqueue(Piece piece, int at, int members) {
        long blocks = (long) members * piece.blocks();
        Buffer levels = audio.enqueue(piece, at, members);
        Buffer sums = scan.sums(members, piece.blocks());
        piece.envelope(step, at).arg(levels).arg(sums).runGroups(blocks, room.group(step));
        scan.enqueue(members, piece.blocks());
        piece.envelope(phasors, at).arg(levels).arg(sums).runGroups(blocks, room.group(phasors));
    }
}
