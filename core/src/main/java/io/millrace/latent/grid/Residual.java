package io.millrace.latent.grid;

import java.util.Arrays;

/**
 * The residual branch of one thread's encoder.
 *
 * <p>Each channel lies in a frame of zeros, so that a tap is an offset, whatever the dimension, and positions are consecutive from the first token to the last:
 *
 * <pre>
 *   0 x x x x 0             one dimension: N + 2 numbers
 *
 *   0 0 0 0 0 0
 *   0 x x x x 0             two: rows of N′ + 2, and what is computed at the zeros between two rows is not used
 *   0 x x x x 0
 *   0 0 0 0 0 0
 * </pre>
 */
final class Residual {
    /** Positions at a time: their hidden numbers stay in the first-level cache. */
    private static final int BLOCK = 512;

    private final ResidualKernel kernel;
    private final int channels;
    private final int rows;
    private final int columns;
    /** Numbers from a row to the next. */
    private final int stride;
    /** The first token's position, and how many positions there are up to the last one's. */
    private final int first;

    private final int span;
    /** Numbers from a channel to the next, of x and of r. */
    private final int plane;

    private final int sums;
    private final int[] taps;
    private final float[] weights1;
    private final float[] bias1;
    private final float[] weights2;
    private final float[] bias2;
    private final float[] x;
    private final float[] r;
    private final float[] hidden = new float[BLOCK + ResidualKernel.SLACK];

    Residual(GridWeights weights, ResidualKernel kernel) {
        GridShape shape = weights.shape();
        boolean line = shape.dimensions() == 1;
        this.kernel = kernel;
        this.channels = shape.patchChannels();
        this.rows = shape.rows();
        this.columns = shape.columns();
        this.stride = columns + 2;
        this.first = line ? 1 : stride + 1;
        this.span = (rows - 1) * stride + columns;
        this.plane = (line ? 1 : rows + 2) * stride;
        this.sums = span + ResidualKernel.SLACK;
        this.taps = taps(shape.taps());
        this.weights1 = weights.tensor(GridWeights.CONV1_WEIGHT).values();
        this.bias1 = weights.tensor(GridWeights.CONV1_BIAS).values();
        this.weights2 = weights.tensor(GridWeights.CONV2_WEIGHT).values();
        this.bias2 = weights.tensor(GridWeights.CONV2_BIAS).values();
        this.x = new float[channels * plane + ResidualKernel.SLACK];
        this.r = new float[channels * sums];
    }

    private int[] taps(int count) {
        int[] all = new int[channels * count];
        for (int j = 0; j < all.length; j++) {
            int tap = j % count;
            int row = count == 3 ? 0 : tap / 3 - 1;
            all[j] = j / count * plane + row * stride + tap % 3 - 1;
        }
        return all;
    }

    /** Adds it to the tokens, (C′, N). */
    void add(float[] tokens) {
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < rows; row++) {
                int token = (c * rows + row) * columns;
                System.arraycopy(tokens, token, x, c * plane + first + row * stride, columns);
            }
            Arrays.fill(r, c * sums, c * sums + span, bias2[c]);
        }
        for (int at = 0; at < span; at += BLOCK) {
            block(at, Math.min(BLOCK, span - at));
        }
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < rows; row++) {
                int token = (c * rows + row) * columns;
                int sum = c * sums + row * stride;
                for (int column = 0; column < columns; column++) {
                    tokens[token + column] += r[sum + column];
                }
            }
        }
    }

    private void block(int at, int count) {
        for (int k = 0; k < bias1.length; k++) {
            kernel.convolve(x, first + at, weights1, k * taps.length, taps, bias1[k], count, hidden);
            kernel.activate(count, hidden);
            for (int c = 0; c < channels; c++) {
                kernel.accumulate(hidden, weights2[c * bias1.length + k], count, r, c * sums + at);
            }
        }
    }
}
