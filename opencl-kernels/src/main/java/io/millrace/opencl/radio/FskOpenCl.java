package io.millrace.opencl.radio;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.radio.signal.Modulation;

/** {@code fsk.cl}. */
final class FskOpenCl implements BasebandOpenCl {
    private static final String[] FILES = {"envelope.cl", "symbols.cl", "fsk.cl"};

    private final Room room;
    private final ScanOpenCl scan;
    private final Kernel step;
    private final Kernel phasors;
    private final Buffer table;

    FskOpenCl(Room room, ScanOpenCl scan, Modulation modulation) {
        this.room = room;
        this.scan = scan;
        step = room.kernel("fsk_sums", FILES);
        phasors = room.kernel("fsk", FILES);
        table = room.constant(modulation.text(), modulation.table(room.spec().emission()));
    }

    @Override
    public void enqueue(Piece piece, int at, int members) {
        enqueue(step, piece, at, members);
        scan.enqueue(members, piece.blocks());
        enqueue(phasors, piece, at, members);
    }

    private void enqueue(Kernel kernel, Piece piece, int at, int members) {
        piece.envelope(kernel, at)
                .arg(piece.first())
                .arg(room.philox())
                .arg(table)
                .arg(scan.sums(members, piece.blocks()))
                .runGroups((long) members * piece.blocks(), room.group(kernel));
    }
}
