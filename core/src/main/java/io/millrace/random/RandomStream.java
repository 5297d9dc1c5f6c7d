package io.millrace.random;

import io.millrace.math.Normal;

/**
 * One stream of one attempt of one instance, a value at a time, at any position; see the package for the positions.
 * Not thread-safe; reusable by {@link #at}.
 */
public final class RandomStream {
    /** No block: words have 2³² positions, blocks a quarter of them. */
    private static final int NONE = -1;

    private final Philox philox;
    private final int[] words = new int[4];
    private long index;
    private int lane;
    private int block;

    /** At instance 0, attempt 0, stream 0. */
    public RandomStream(Philox philox) {
        this.philox = philox;
        at(0, 0, 0);
    }

    /** Moves to another stream. */
    public RandomStream at(long index, int attempt, int stream) {
        this.index = index;
        this.lane = Philox.lane(attempt, stream);
        this.block = NONE;
        return this;
    }

    /** Word {@code position}, counted without sign: 2³² of them. */
    public int word(int position) {
        if (position >>> 2 != block) {
            block = position >>> 2;
            philox.block(block, lane, index, words, 0);
        }
        return words[position & 3];
    }

    private long bits(int k) {
        return word(2 * k) & Philox.LOW | (long) word(2 * k + 1) << 32;
    }

    /** Uniform float {@code k} ∈ [0, 1), a multiple of 2⁻²⁴. */
    public float uniform(int k) {
        return (word(k) >>> 8) * 0x1p-24f;
    }

    /** Uniform double {@code k} ∈ [0, 1), a multiple of 2⁻⁵³. */
    public double uniformDouble(int k) {
        return (bits(k) >>> 11) * 0x1p-53;
    }

    /** Normal double {@code k}. */
    public double normal(int k) {
        long radius = bits(k & ~1);
        long turn = bits(k | 1);
        return (k & 1) == 0 ? Normal.first(radius, turn) : Normal.second(radius, turn);
    }

    /** Integer {@code k} ∈ [0, bound); the bias is below bound·2⁻⁶⁴ &lt; 2⁻³². */
    public int below(int k, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound of " + bound + " leaves no integer");
        }
        return (int) Math.unsignedMultiplyHigh(bits(k), bound);
    }

    /** Double {@code k} of the triangular law on [low, high] with that mode, by inversion. */
    public double triangular(int k, double low, double mode, double high) {
        double u = uniformDouble(k);
        double width = high - low;
        double rise = mode - low;
        return u * width < rise ? low + Math.sqrt(u * width * rise) : high - Math.sqrt((1 - u) * width * (high - mode));
    }

    /**
     * A uniform permutation of {@code 0 … count − 1} into {@code out} (Fisher–Yates from the end; integers 0 … count − 2
     * of this stream).
     */
    public void permutation(int count, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = i;
        }
        for (int i = count - 1, k = 0; i > 0; i--, k++) {
            int j = below(k, i + 1);
            int swap = out[i];
            out[i] = out[j];
            out[j] = swap;
        }
    }

    /**
     * A uniform choice of {@code count} of {@code 0 … from − 1} without repetition, in random order, into
     * {@code out[0 … count − 1]}; {@code out} holds {@code from} values of scratch.
     */
    public void choice(int count, int from, int[] out) {
        choice(0, count, from, out);
    }

    /** The same by integers {@code first} … {@code first + count − 1} of this stream. */
    public void choice(int first, int count, int from, int[] out) {
        for (int i = 0; i < from; i++) {
            out[i] = i;
        }
        for (int i = 0; i < count; i++) {
            int j = i + below(first + i, from - i);
            int swap = out[i];
            out[i] = out[j];
            out[j] = swap;
        }
    }
}
