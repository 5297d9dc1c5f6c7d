package io.millrace.opencl.latent;

import io.millrace.latent.grid.GridShape;
import io.millrace.latent.grid.GridTables;
import io.millrace.latent.grid.GridWeights;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Scratch;
import io.millrace.opencl.device.Source;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.Objects;

/**
 * {@code grid.cl}: the grid encoder on a device, with the bits of {@link io.millrace.latent.grid.GridEncoder}. One queue's, as long as that lives; weights are kept once for
 * all queues of a context. No doubles are needed.
 */
public final class GridOpenCl {
    /** Frames between the kernels take at most so many bytes, but for a single one. */
    private static final long SCRATCH_BYTES = 64L << 20;
    /** Rows of a launch that {@code divide} takes. */
    private static final long MOST_ROWS = Integer.MAX_VALUE;

    private final GridShape shape;
    private final boolean residual;
    private final Queue queue;
    private final String name;
    private final long scratchBytes;
    private final Kernel plain;
    private final Kernel pad;
    private final Kernel branch;
    private final Kernel pool;
    private final Kernel linear;
    private final Buffer conv1Weight;
    private final Buffer conv1Bias;
    private final Buffer conv2Weight;
    private final Buffer conv2Bias;
    private final Buffer bins;
    private final Buffer reciprocals;
    private final Buffer weights;
    private final Buffer base;
    private final Scratch padded;
    private final Scratch tokens;
    private final Scratch pooled;

    /**
     * Builds the kernels and uploads the weights, unless the context has them.
     *
     * @throws io.millrace.opencl.device.OpenClException if the device fails
     */
    public GridOpenCl(GridTables tables, Queue queue) {
        this(tables, queue, SCRATCH_BYTES);
    }

    GridOpenCl(GridTables tables, Queue queue, long scratchBytes) {
        this.scratchBytes = scratchBytes;
        this.shape = tables.shape();
        this.residual = tables.residual();
        this.queue = queue;
        this.name = "grid " + shape + " " + tables.weights().digest() + " ";
        Source source = Source.of(GridOpenCl.class, constants(shape), "grid.cl");
        this.plain = queue.kernel(source, "grid_plain");
        this.pad = queue.kernel(source, "grid_pad");
        this.branch = queue.kernel(source, "grid_residual");
        this.pool = queue.kernel(source, "grid_pool");
        this.linear = queue.kernel(source, "grid_linear");
        this.conv1Weight = tensor(tables, GridWeights.CONV1_WEIGHT);
        this.conv1Bias = tensor(tables, GridWeights.CONV1_BIAS);
        this.conv2Weight = tensor(tables, GridWeights.CONV2_WEIGHT);
        this.conv2Bias = tensor(tables, GridWeights.CONV2_BIAS);
        this.bins = ints("bins", tables.toBins());
        this.reciprocals = floats("reciprocals", tables.toReciprocals());
        this.weights = floats("weights", tables.toChannelWeights());
        this.base = floats("base", tables.toBase());
        this.padded = queue.newScratch();
        this.tokens = queue.newScratch();
        this.pooled = queue.newScratch();
    }

    private static Map<String, Integer> constants(GridShape shape) {
        return Map.of(
                "DIMENSIONS", shape.dimensions(),
                "PATCH", shape.patch(),
                "PATCH_CHANNELS", shape.patchChannels(),
                "HIDDEN", shape.hidden(),
                "TAPS", shape.taps());
    }

    private Buffer tensor(GridTables tables, String tensor) {
        return floats(tensor, tables.weights().tensor(tensor).toArray());
    }

    private Buffer floats(String what, float[] values) {
        return queue.constant(
                name + what,
                Float.BYTES * (long) values.length,
                memory -> MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, 0, values.length));
    }

    private Buffer ints(String what, int[] values) {
        return queue.constant(
                name + what,
                Integer.BYTES * (long) values.length,
                memory -> MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_INT, 0, values.length));
    }

    /** What it takes and gives. */
    public GridShape shape() {
        return shape;
    }

    /**
     * Enqueues the encoding of frames that lie one after the other, from the first of each buffer on.
     *
     * @param fields C·X or C·H·W floats a frame
     * @param latents L·D floats a frame
     * @throws IndexOutOfBoundsException if a buffer does not hold {@code count} frames
     */
    public void encode(Buffer fields, Buffer latents, int count) {
        encode(fields, 0, latents, 0, count);
    }

    /**
     * The same from any frame of the fields to any frame of the latents on.
     *
     * @throws IndexOutOfBoundsException if a buffer does not hold the frames
     */
    public void encode(Buffer fields, long fromFrame, Buffer latents, long toFrame, int count) {
        Objects.checkFromIndexSize(fromFrame, count, fields.bytes() / (Float.BYTES * (long) shape.fieldElements()));
        Objects.checkFromIndexSize(toFrame, count, latents.bytes() / (Float.BYTES * (long) shape.latentElements()));
        int most = mostFrames();
        for (int done = 0; done < count; done += most) {
            enqueue(fields, fromFrame + done, latents, toFrame + done, Math.min(most, count - done));
        }
    }

    private int mostFrames() {
        long numbers = shape.fieldElements() + (long) shape.tokens() * shape.patchChannels();
        long rows = Math.max(shape.tokens(), shape.patchChannels() * (long) paddedRows());
        if (residual) {
            numbers += shape.patchChannels() * paddedPlane();
        }
        return Math.toIntExact(Math.max(1, Math.min(scratchBytes / (Float.BYTES * numbers), MOST_ROWS / rows)));
    }

    private void enqueue(Buffer fields, long from, Buffer latents, long to, int count) {
        Buffer y = tokens.of((long) Float.BYTES * shape.fieldElements() * count);
        Buffer means = pooled.of((long) Float.BYTES * shape.tokens() * shape.patchChannels() * count);
        channels(fields, from, count, y);
        pool.arg(shape.patches())
                .arg(shape.tokens())
                .arg(bins)
                .arg(reciprocals)
                .arg(y)
                .arg(means)
                .run(shape.tokens(), (long) count * shape.patchChannels());
        linear.arg(Divisor.of(shape.tokens()))
                .arg(shape.tokens())
                .arg(shape.width())
                .arg(to)
                .arg(weights)
                .arg(base)
                .arg(means)
                .arg(latents)
                .run(shape.width(), (long) count * shape.tokens());
    }

    /** The tokens' channels, y. */
    private void channels(Buffer fields, long from, int count, Buffer y) {
        long planes = (long) count * shape.patchChannels();
        if (!residual) {
            plain.arg(Divisor.of(shape.rows()))
                    .arg(shape.rows())
                    .arg(shape.columns())
                    .arg(from)
                    .arg(conv2Bias)
                    .arg(fields)
                    .arg(y)
                    .run(shape.columns(), planes * shape.rows());
            return;
        }
        Buffer x = padded.of(Float.BYTES * planes * paddedPlane());
        pad.arg(Divisor.of(paddedRows()))
                .arg(shape.rows())
                .arg(shape.columns())
                .arg(from)
                .arg(fields)
                .arg(x)
                .run(shape.columns() + 2, planes * paddedRows());
        branch.arg(Divisor.of(shape.rows()))
                .arg(shape.rows())
                .arg(shape.columns())
                .arg(conv1Weight)
                .arg(conv1Bias)
                .arg(conv2Weight)
                .arg(conv2Bias)
                .arg(x)
                .arg(y)
                .run(shape.columns(), (long) count * shape.rows());
    }

    private int paddedRows() {
        return shape.dimensions() == 1 ? 1 : shape.rows() + 2;
    }

    private long paddedPlane() {
        return (long) paddedRows() * (shape.columns() + 2);
    }
}
