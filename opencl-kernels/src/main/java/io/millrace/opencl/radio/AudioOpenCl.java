package io.millrace.opencl.radio;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.radio.signal.Family;

/** {@code audio.cl}. */
final class AudioOpenCl {
    private static final String[] FILES = {"envelope.cl", "audio.cl"};

    private final Room room;
    private final Family family;
    private final Kernel measure;
    private final Kernel level;
    private final Scratch peaks;
    private final Scratch powers;
    private final Scratch levels;

    AudioOpenCl(Room room, Family family) {
        this.room = room;
        this.family = family;
        measure = room.kernel("measure", FILES);
        level = room.kernel("level", FILES);
        peaks = room.queue().newScratch();
        powers = room.queue().newScratch();
        levels = room.queue().newScratch();
    }

    /** Enqueues the audios of members, which are then in x, and returns what scales them: a factor and a carrier each. */
    Buffer enqueue(Piece piece, int at, int members) {
        long blocks = (long) members * piece.blocks();
        Buffer peak = peaks.of(Integer.BYTES * blocks);
        Buffer power = powers.of(2 * Float.BYTES * blocks);
        Buffer out = levels.of(2L * Float.BYTES * members);
        piece.envelope(measure, at)
                .arg(family == Family.SSB ? 1 : 0)
                .arg(piece.first())
                .arg(room.philox())
                .arg(peak)
                .arg(power)
                .runGroups(blocks, room.group(measure));
        level.arg(piece.order())
                .arg(at)
                .arg(piece.blocks())
                .arg(piece.signals())
                .arg(family.ordinal())
                .arg(peak)
                .arg(power)
                .arg(out)
                .run(members);
        return out;
    }
}
