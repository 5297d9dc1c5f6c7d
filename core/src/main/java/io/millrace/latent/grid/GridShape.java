package io.millrace.latent.grid;

import io.millrace.spec.SpecException;
import java.util.List;

/**
 * What a grid encoder takes and gives: a field (C, X) or (C, H, W), and its latent (L, D).
 *
 * <p>A patch is p cells, or p × p, and one token of C′ = C·p or C·p² channels: channel c·p + i, or c·p² + i·p + j, is the field's channel c at the patch's cell i, or row
 * i and column j (PyTorch's {@code pixel_unshuffle}). The N tokens are counted row by row.
 *
 * @param channels C, 1 to {@value #MOST_CHANNELS}
 * @param extent X, or H and W; each 1 to {@value #MOST_EXTENT} and a multiple of the patch
 * @param patch p, 1 to {@value #MOST_PATCH}
 * @param tokens L, 1 to {@value #MOST_TOKENS}
 * @param width D, 1 to {@value #MOST_WIDTH}
 */
public record GridShape(int channels, List<Integer> extent, int patch, int tokens, int width) {
    /** The largest C, and C′. */
    public static final int MOST_CHANNELS = 1024;
    /** The largest X, H or W. */
    public static final int MOST_EXTENT = 1 << 20;
    /** The largest p. */
    public static final int MOST_PATCH = 64;
    /** The largest L. */
    public static final int MOST_TOKENS = 1 << 20;
    /** The largest D. */
    public static final int MOST_WIDTH = 1 << 14;
    /** The most elements of a field, and of a latent. */
    public static final int MOST_ELEMENTS = 1 << 26;

    private static final int LEAST_HIDDEN = 32;
    /** Sine and cosine of one and of two periods. */
    private static final int WAVES = 4;

    /**
     * Checks everything.
     *
     * @throws SpecException for a number out of its range, a patch that does not divide, or more than {@value #MOST_ELEMENTS} elements
     */
    public GridShape {
        extent = List.copyOf(extent);
        if (extent.isEmpty() || extent.size() > 2) {
            throw new SpecException("extent", extent, "one size, or two");
        }
        check("channels", channels, MOST_CHANNELS);
        check("patch", patch, MOST_PATCH);
        check("tokens", tokens, MOST_TOKENS);
        check("width", width, MOST_WIDTH);
        for (int size : extent) {
            check("extent", size, MOST_EXTENT);
            if (size % patch != 0) {
                throw new SpecException("patch", patch, "what divides the extent, and " + size + " is no multiple");
            }
        }
        long unshuffled = channels * cells(patch, extent.size());
        if (unshuffled > MOST_CHANNELS) {
            throw new SpecException("a patch of " + patch + " makes " + unshuffled + " channels: allowed are "
                    + MOST_CHANNELS + " at most");
        }
        checkElements(
                "field", channels * extent.stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b));
        checkElements("latent", (long) tokens * width);
    }

    /** In one dimension. */
    public static GridShape line(int channels, int x, int patch, int tokens, int width) {
        return new GridShape(channels, List.of(x), patch, tokens, width);
    }

    /** In two dimensions. */
    public static GridShape plane(int channels, int h, int w, int patch, int tokens, int width) {
        return new GridShape(channels, List.of(h, w), patch, tokens, width);
    }

    private static void check(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new SpecException(key, value, "1 to " + most);
        }
    }

    private static void checkElements(String what, long elements) {
        if (elements > MOST_ELEMENTS) {
            throw new SpecException(
                    "the " + what + " has " + elements + " elements: allowed are " + MOST_ELEMENTS + " at most");
        }
    }

    private static long cells(int patch, int dimensions) {
        return dimensions == 1 ? patch : (long) patch * patch;
    }

    /** 1 or 2. */
    public int dimensions() {
        return extent.size();
    }

    /** Rows of patches; 1 in one dimension. */
    public int rows() {
        return dimensions() == 1 ? 1 : extent.getFirst() / patch;
    }

    /** Patches of a row. */
    public int columns() {
        return extent.getLast() / patch;
    }

    /** N, tokens before pooling. */
    public int patches() {
        return rows() * columns();
    }

    /** C′, channels of a token. */
    public int patchChannels() {
        return (int) (channels * cells(patch, dimensions()));
    }

    /** Channels between the convolutions, max(C′, 32). */
    public int hidden() {
        return Math.max(patchChannels(), LEAST_HIDDEN);
    }

    /** Taps of the first convolution: 3, or 9. */
    public int taps() {
        return dimensions() == 1 ? 3 : 9;
    }

    /** Coordinate features: 4 of each dimension. */
    public int coordinates() {
        return WAVES * dimensions();
    }

    /** Inputs of the linear layer: C′, then the coordinates. */
    public int features() {
        return patchChannels() + coordinates();
    }

    /** The first token of bin i, ⌊iN/L⌋. */
    public int binFirst(int i) {
        return (int) ((long) i * patches() / tokens);
    }

    /** The token behind the last one of bin i, ⌈(i + 1)N/L⌉. Bins overlap where L does not divide N; one has at least one token. */
    public int binEnd(int i) {
        return (int) Math.ceilDiv((i + 1L) * patches(), (long) tokens);
    }

    /** Numbers of a field. */
    public int fieldElements() {
        return patches() * patchChannels();
    }

    /** Numbers of a latent, L·D. */
    public int latentElements() {
        return tokens * width;
    }
}
