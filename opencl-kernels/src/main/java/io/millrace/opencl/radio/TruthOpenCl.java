package io.millrace.opencl.radio;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.radio.Prologue;
import io.millrace.radio.RadioSpec;

/** {@code truth.cl}: what the samples tell. */
final class TruthOpenCl {
    private static final String[] FILES = {"reception.cl", "truth.cl"};

    private final RadioSpec spec;
    private final int receptionRow;
    private final Kernel realised;
    private final Kernel clear;

    TruthOpenCl(Room room, int receptionRow) {
        this.spec = room.spec();
        this.receptionRow = receptionRow;
        realised = room.kernel("realised", FILES);
        clear = room.kernel("clear", FILES);
    }

    /** Enqueues zeros for all samples of a batch, where some receivers are not there. */
    void clear(int instances, DeviceBatch fields) {
        clear.arg(spec.samples()).arg(fields.buffer("iq")).run(spec.samples(), (long) instances * spec.receivers());
    }

    /** Enqueues the ratios of a piece's receptions. */
    void enqueue(Piece piece, int blocks, Buffer powers) {
        realised.arg(piece.row())
                .arg(piece.receptions())
                .arg(receptionRow)
                .arg(spec.receivers())
                .arg(spec.samples())
                .arg(blocks)
                .arg(Prologue.DECIBEL)
                .arg(powers)
                .arg(piece.fields().buffer("snr_db_realised"))
                .run(piece.rows());
    }
}
