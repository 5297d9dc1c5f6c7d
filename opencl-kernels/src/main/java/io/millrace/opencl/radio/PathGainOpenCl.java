package io.millrace.opencl.radio;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.channel.Channel;
import io.millrace.radio.channel.JakesFilter;
import io.millrace.radio.channel.Nodes;
import io.millrace.radio.channel.Scatter;
import io.millrace.radio.kernel.Block;

/** {@code path_gain.cl}: the gains of paths that fade, at nodes. */
final class PathGainOpenCl {
    private static final String[] FILES = {"reception.cl", "path_gain.cl"};

    private final Room room;
    private final Channel channel;
    private final int receptionRow;
    private final Nodes nodes;
    private final Kernel kernel;
    private final Scratch re;
    private final Scratch im;
    private Buffer filter;
    private int taps;

    PathGainOpenCl(Room room, int receptionRow) {
        this.room = room;
        this.receptionRow = receptionRow;
        RadioSpec spec = room.spec();
        channel = spec.channel();
        nodes = new Nodes(channel.doppler(), spec.sampleRate());
        re = room.queue().newScratch();
        im = room.queue().newScratch();
        if (channel.scatter() == Scatter.GAUSSIAN) {
            kernel = room.kernel("filter_noise", FILES);
            float[] h = JakesFilter.taps(nodes, channel.doppler(), spec.sampleRate());
            taps = h.length;
            filter = room.constant("filter", h);
        } else {
            kernel = room.kernel("sum_sinusoids", FILES);
        }
    }

    /** log₂ of the samples from node to node. */
    int shift() {
        return Integer.numberOfTrailingZeros(nodes.spacing());
    }

    /** The node that the interval of a block's first sample begins with. */
    int node(int block) {
        return block * Block.LENGTH >> shift();
    }

    /** Nodes that so many blocks from one on need. */
    int nodes(int block, int blocks) {
        int last = (int) (((long) block + blocks) * Block.LENGTH - 1 >> shift());
        return last - node(block) + Nodes.SUPPORT;
    }

    /** Blocks that are made at once: their nodes are within the budget. */
    int blocks(int rows, int all) {
        long bytes = 2L * Float.BYTES * rows * channel.count();
        int blocks = all;
        while (blocks > 1 && bytes * nodes(0, blocks) > room.budget()) {
            blocks = Math.ceilDiv(blocks, 2);
        }
        return blocks;
    }

    /** Where real parts are. */
    Buffer re(Piece piece, int count) {
        return re.of((long) Float.BYTES * piece.rows() * channel.count() * count);
    }

    /** Where imaginary parts are. */
    Buffer im(Piece piece, int count) {
        return im.of((long) Float.BYTES * piece.rows() * channel.count() * count);
    }

    /** Enqueues the nodes of so many blocks of all receptions. */
    void enqueue(Piece piece, int block, int blocks) {
        int count = nodes(block, blocks);
        int paths = channel.count();
        int chunks = Math.ceilDiv(count, Room.NODES);
        kernel.arg(chunks)
                .arg(Divisor.of(chunks))
                .arg(paths)
                .arg(Divisor.of(paths))
                .arg(piece.row())
                .arg(piece.receptions())
                .arg(receptionRow)
                .arg(node(block))
                .arg(count)
                .arg(re(piece, count))
                .arg(im(piece, count));
        if (filter != null) {
            long room = (long) Float.BYTES * (Room.NODES + taps + 1);
            kernel.arg(taps)
                    .arg(filter)
                    .arg(nodes.still() ? 1 : 0)
                    .arg(piece.first())
                    .arg(this.room.philox())
                    .local(room)
                    .local(room);
        } else {
            kernel.arg(channel.sinusoids())
                    .arg((float) (1 / Math.sqrt(channel.sinusoids())))
                    .arg(piece.sinusoids());
        }
        kernel.runGroups((long) piece.rows() * paths * chunks, room.group(kernel));
    }
}
