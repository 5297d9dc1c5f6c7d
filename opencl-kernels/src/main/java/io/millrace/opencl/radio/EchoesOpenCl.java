package io.millrace.opencl.radio;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.channel.Channel;
import io.millrace.radio.channel.Fading;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.FractionalDelay;
import java.util.Map;

/** {@code echoes.cl}: what receivers get and make of it. */
final class EchoesOpenCl {
    private static final String[] FILES = {"reception.cl", "curve.cl", "front_end.cl", "echoes.cl"};

    private final Room room;
    private final RadioSpec spec;
    private final Channel channel;
    private final int receptionRow;
    private final int all;
    private final ScanOpenCl scan;
    private final PathGainOpenCl gains;
    private final Kernel midpoints;
    private final Kernel wander;
    private final Kernel receive;
    private final Scratch powers;
    private final Buffer table;
    private final Buffer midpointTaps;

    EchoesOpenCl(Room room, ScanOpenCl scan, int receptionRow) {
        this.room = room;
        this.scan = scan;
        this.receptionRow = receptionRow;
        spec = room.spec();
        channel = spec.channel();
        all = Block.count(spec.samples());
        gains = channel.fading() == Fading.NONE ? null : new PathGainOpenCl(room, receptionRow);
        boolean wandering = channel.receiver().phaseNoise() > 0;
        Map<String, Integer> constants = Map.of("WANDERING", wandering ? 1 : 0);
        wander = wandering ? room.kernel("wander", constants, FILES) : null;
        midpoints = room.kernel("midpoints", constants, FILES);
        receive = room.kernel("receive", constants, FILES);
        powers = room.queue().newScratch();
        table = room.constant("delays", FractionalDelay.tableCopy());
        midpointTaps = room.constant("midpoints", FractionalDelay.midpointTaps());
    }

    /** Blocks of a receiver's samples. */
    int blocks() {
        return all;
    }

    /** Enqueues all samples of a piece, and returns the power of each block of each reception. */
    Buffer enqueue(Piece piece) {
        Buffer out = powers.of((long) Float.BYTES * piece.rows() * all);
        midpoints
                .arg(piece.blocks())
                .arg(Divisor.of(piece.blocks()))
                .arg(piece.stride())
                .arg(midpointTaps)
                .arg(piece.xRe())
                .arg(piece.xIm())
                .arg(piece.midRe())
                .arg(piece.midIm())
                .runGroups((long) piece.count() * piece.blocks(), room.group(midpoints));
        if (wander != null) {
            wander.arg(all)
                    .arg(Divisor.of(all))
                    .arg(piece.row())
                    .arg(piece.receptions())
                    .arg(receptionRow)
                    .arg(piece.first())
                    .arg(room.philox())
                    .arg(scan.sums(piece.rows(), all))
                    .runGroups((long) piece.rows() * all, room.group(wander));
            scan.enqueue(piece.rows(), all);
        }
        int most = gains == null ? all : gains.blocks(piece.rows(), all);
        for (int block = 0; block < all; block += most) {
            enqueue(piece, block, Math.min(most, all - block), out);
        }
        return out;
    }

    private void enqueue(Piece piece, int block, int blocks, Buffer out) {
        int node = 0;
        int count = 0;
        if (gains != null) {
            gains.enqueue(piece, block, blocks);
            node = gains.node(block);
            count = gains.nodes(block, blocks);
        }
        Channel.Receiver receiver = channel.receiver();
        receive.arg(blocks)
                .arg(Divisor.of(blocks))
                .arg(piece.row())
                .arg(piece.receptions())
                .arg(receptionRow)
                .arg(piece.first())
                .arg(room.philox())
                .arg(block)
                .arg(all)
                .arg(spec.samples())
                .arg(spec.receivers())
                .arg(channel.count())
                .arg(spec.sampleRate())
                .arg(table)
                .arg(gains == null ? 0 : gains.shift())
                .arg(node)
                .arg(count)
                .arg(gains == null ? 0L : gains.re(piece, count).handle())
                .arg(gains == null ? 0L : gains.im(piece, count).handle())
                .arg(piece.base())
                .arg(piece.stride())
                .arg(piece.xRe())
                .arg(piece.xIm())
                .arg(piece.midRe())
                .arg(piece.midIm())
                .arg(wander == null ? 0L : scan.sums(piece.rows(), all).handle())
                .arg(receiver.noise() ? 1 : 0)
                .arg(receiver.impaired() ? 1 : 0)
                .arg(receiver.bits() > 0 ? StrictMath.pow(2, receiver.bits() - 1) : 0.0)
                .arg(piece.iqBase())
                .arg(out)
                .arg(piece.fields().buffer("path_gain"))
                .arg(piece.iq())
                .runGroups((long) piece.rows() * blocks, room.group(receive));
    }
}
