package io.millrace.latent.grid;

import io.millrace.batch.Elements;
import io.millrace.simd.Simd;
import java.lang.foreign.MemorySegment;

/**
 * The reference encoder of fields: a field (C, X) or (C, H, W) becomes a latent (L, D), each frame of a trajectory alone. Class: reproducible; {@link GridTables} is the
 * definition, to the bit, for finite fields. A NaN or ∞ spreads as there, NaNs with any payload.
 *
 * <pre>
 * patches of p → y = x + W2·GELU(W1 ∗ x + b1) + b2 → with sin, cos of 2π{1, 2}·centre → linear → adaptive average pool
 * </pre>
 *
 * <p>One thread's: it owns scratch. Nothing is allocated once it is made.
 */
public final class GridEncoder {
    private final GridTables tables;
    private final GridShape shape;
    private final LinearKernel linear;
    private final Residual residual;
    private final float[] field;
    /** The tokens by channels, (C′, N): the field itself where patches are single cells. */
    private final float[] channels;

    private final float[] pooled;

    private GridEncoder(GridTables tables, LinearKernel linear, ResidualKernel kernel) {
        this.tables = tables;
        this.shape = tables.shape();
        this.linear = linear;
        this.residual = tables.residual() ? new Residual(tables.weights(), kernel) : null;
        this.field = new float[shape.fieldElements()];
        this.channels = shape.patch() == 1 ? field : new float[shape.fieldElements()];
        this.pooled = new float[shape.tokens() * shape.patchChannels()];
    }

    /** The reference. */
    public static GridEncoder scalar(GridTables tables) {
        return new GridEncoder(tables, LinearKernel.scalar(), ResidualKernel.scalar());
    }

    /** Over lanes; only where {@link Simd#present()}. */
    public static GridEncoder vector(GridTables tables) {
        return new GridEncoder(tables, LinearKernel.vector(), ResidualKernel.vector());
    }

    /** What it takes and gives. */
    public GridShape shape() {
        return shape;
    }

    /**
     * Encodes one frame.
     *
     * @param fields little-endian floats, C·X or C·H·W of them from byte {@code from} on
     * @param latents off the heap: L·D little-endian floats are written from byte {@code to} on
     * @throws IndexOutOfBoundsException if one of them is too short
     */
    public void encode(MemorySegment fields, long from, MemorySegment latents, long to) {
        MemorySegment.copy(fields, Elements.F4, from, field, 0, field.length);
        if (channels != field) {
            unshuffle();
        }
        if (residual != null) {
            residual.add(channels);
        } else {
            addBias();
        }
        pool();
        linear.store(pooled, tables.channelWeights(), tables.base(), shape.width(), shape.tokens(), latents, to);
    }

    private void unshuffle() {
        int p = shape.patch();
        int columns = shape.columns();
        int down = shape.dimensions() == 1 ? 1 : p;
        int to = 0;
        for (int c = 0; c < shape.channels(); c++) {
            for (int i = 0; i < down; i++) {
                for (int j = 0; j < p; j++) {
                    for (int row = 0; row < shape.rows(); row++, to += columns) {
                        int from = ((c * shape.rows() + row) * down + i) * columns * p + j;
                        for (int column = 0; column < columns; column++) {
                            channels[to + column] = field[from + column * p];
                        }
                    }
                }
            }
        }
    }

    /** Sums start at 0, so that adding a bias of 0 changes nothing. */
    private void addBias() {
        float[] bias = tables.weights().tensor(GridWeights.CONV2_BIAS).values();
        int patches = shape.patches();
        for (int c = 0; c < bias.length; c++) {
            if (bias[c] != 0) {
                for (int n = c * patches; n < (c + 1) * patches; n++) {
                    channels[n] += bias[c];
                }
            }
        }
    }

    private void pool() {
        int[] bins = tables.bins();
        float[] reciprocals = tables.reciprocals();
        int tokens = shape.tokens();
        int count = shape.patchChannels();
        int patches = shape.patches();
        for (int c = 0; c < count; c++) {
            for (int l = 0; l < tokens; l++) {
                float sum = 0;
                for (int n = c * patches + bins[2 * l]; n < c * patches + bins[2 * l + 1]; n++) {
                    sum += channels[n];
                }
                pooled[l * count + c] = sum * reciprocals[l];
            }
        }
    }
}
