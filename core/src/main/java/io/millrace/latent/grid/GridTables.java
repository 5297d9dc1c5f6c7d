package io.millrace.latent.grid;

import io.millrace.math.Turns;

/**
 * What follows from the weights alone, for every backend: with the definition of a latent's bits, in single precision.
 *
 * <pre>
 * hidden[k, n] = b1[k], then for each channel, and in it for each tap, rows first: fma(W1[k, c, tap], x[c, n + tap], ·);
 *                x is 0 outside of the grid, and such taps count
 * r[c, n]      = b2[c], then for each k: fma(gelu(hidden[k, n]), W2[c, k], ·)
 * y[c, n]      = x[c, n] + r[c, n]; where W2 is 0: x[c, n] + b2[c]
 * pooled[l, c] = (0 + y[c, first] + … + y[c, end − 1]) · (1/(end − first)), bin l's tokens in their order, the reciprocal rounded
 * base[l, d]   = in double, rounded once: bias[d], then for each coordinate j: fma(W[d, C′ + j], mean of j over bin l, ·)
 * latent[l, d] = base[l, d], then for each channel: fma(pooled[l, c], W[d, c], ·)
 * </pre>
 *
 * <p>gelu is {@link io.millrace.math.Gelu}. The coordinates of token n: of each axis, H before W, sine and cosine of one turn, then of two, times the patch's centre
 * (i + ½)/N′, i and N′ its number and how many there are along that axis. They are constants, so they are pooled once; channels are pooled before the linear layer, for
 * both commute.
 */
public final class GridTables {
    private final GridShape shape;
    private final GridWeights weights;
    private final boolean residual;
    private final float[] base;
    private final float[] channelWeights;
    private final int[] bins;
    private final float[] reciprocals;

    private GridTables(GridWeights weights) {
        this.weights = weights;
        this.shape = weights.shape();
        this.residual = weights.residual();
        this.bins = new int[2 * shape.tokens()];
        this.reciprocals = new float[shape.tokens()];
        for (int l = 0; l < shape.tokens(); l++) {
            bins[2 * l] = shape.binFirst(l);
            bins[2 * l + 1] = shape.binEnd(l);
            reciprocals[l] = 1.0f / (bins[2 * l + 1] - bins[2 * l]);
        }
        this.base = makeBase();
        this.channelWeights = transposed();
    }

    /** Of weights. */
    public static GridTables of(GridWeights weights) {
        return new GridTables(weights);
    }

    /** What they are for. */
    public GridShape shape() {
        return shape;
    }

    /** What they follow from. */
    public GridWeights weights() {
        return weights;
    }

    /** Whether the residual branch is computed, see {@link GridWeights#residual}. */
    public boolean residual() {
        return residual;
    }

    /** A copy of base, (L, D). */
    public float[] toBase() {
        return base.clone();
    }

    /** A copy of the linear layer's weights of the channels, (C′, D). */
    public float[] toChannelWeights() {
        return channelWeights.clone();
    }

    /** A copy of the bins, (L, 2): the first token, and the one behind the last. */
    public int[] toBins() {
        return bins.clone();
    }

    /** A copy of what sums over bins are multiplied by, (L). */
    public float[] toReciprocals() {
        return reciprocals.clone();
    }

    float[] base() {
        return base;
    }

    float[] channelWeights() {
        return channelWeights;
    }

    int[] bins() {
        return bins;
    }

    float[] reciprocals() {
        return reciprocals;
    }

    private float[] transposed() {
        float[] linear = weights.tensor(GridWeights.LINEAR_WEIGHT).values();
        int width = shape.width();
        float[] out = new float[shape.patchChannels() * width];
        for (int c = 0; c < shape.patchChannels(); c++) {
            for (int d = 0; d < width; d++) {
                out[c * width + d] = linear[d * shape.features() + c];
            }
        }
        return out;
    }

    private float[] makeBase() {
        float[] linear = weights.tensor(GridWeights.LINEAR_WEIGHT).values();
        float[] bias = weights.tensor(GridWeights.LINEAR_BIAS).values();
        int width = shape.width();
        float[] out = new float[shape.latentElements()];
        double[] waves = new double[shape.coordinates()];
        for (int l = 0; l < shape.tokens(); l++) {
            pooledWaves(l, waves);
            for (int d = 0; d < width; d++) {
                double sum = bias[d];
                for (int j = 0; j < waves.length; j++) {
                    sum = Math.fma(linear[d * shape.features() + shape.patchChannels() + j], waves[j], sum);
                }
                out[l * width + d] = (float) sum;
            }
        }
        return out;
    }

    private void pooledWaves(int l, double[] out) {
        int waves = shape.coordinates();
        for (int j = 0; j < waves; j++) {
            int axis = j / (waves / shape.dimensions());
            boolean along = axis == shape.dimensions() - 1;
            int most = along ? shape.columns() : shape.rows();
            double sum = 0;
            for (int n = bins[2 * l]; n < bins[2 * l + 1]; n++) {
                int i = along ? n % shape.columns() : n / shape.columns();
                double turns = (1 + (j >> 1 & 1)) * (i + 0.5) / most;
                sum += (j & 1) == 0 ? Turns.sinOf(turns) : Turns.cosOf(turns);
            }
            out[j] = sum / (bins[2 * l + 1] - bins[2 * l]);
        }
    }
}
