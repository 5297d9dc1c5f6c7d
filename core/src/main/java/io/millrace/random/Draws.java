package io.millrace.random;

import io.millrace.simd.Simd;

/**
 * Many draws at once into arrays; the scalar and the vector kind write the same bits. One thread's: it may own scratch.
 *
 * <p>Arrays need {@link #SLACK} elements more than are asked for: a kernel's last vector may reach past the end.
 */
public abstract sealed class Draws permits DrawsScalar, DrawsVector {
    /** Elements that a kernel may overwrite past the end of what was asked for. */
    public static final int SLACK = 64;

    /** Complex numbers that are drawn together, of {@code PAIRS/2} blocks. */
    public static final int PAIRS = 64;

    Draws() {}

    /** The reference. */
    public static Draws scalar(Philox philox) {
        return new DrawsScalar(philox);
    }

    /** Over lanes; only where {@link Simd#present()}. */
    public static Draws vector(Philox philox) {
        return new DrawsVector(philox);
    }

    /**
     * The words of {@code blocks} blocks of one stream, from {@code firstBlock} on, for consecutive instances.
     *
     * @param first the first instance's index
     * @param instances how many
     * @param out word {@code v} of those of instance {@code first + i} goes to {@code out[4·blocks·i + v]}
     */
    public abstract void words(
            long first, int instances, int attempt, int stream, int firstBlock, int blocks, int[] out);

    /** The words from a stream's beginning on. */
    public final void words(long first, int instances, int attempt, int stream, int blocks, int[] out) {
        words(first, instances, attempt, stream, 0, blocks, out);
    }

    /**
     * Two words each for {@code count} complex numbers, rounded up to a multiple of {@value #PAIRS}: first and second of number 64u + 32h + 2q
     * + p, u from 0 on, h and p 0 or 1, q below 16, are the words 2h, 2h + 1 of block {@code firstBlock} + 32u + 16p + q. In this order lanes
     * of blocks become lanes of numbers without a permutation.
     */
    public abstract void pairs(
            long index, int attempt, int stream, int firstBlock, int count, int[] first, int[] second);

    /** Uniform floats: {@code out[k] = (words[k] ≫ 8)·2⁻²⁴}. */
    public abstract void uniforms(int[] words, int count, float[] out);

    /** Uniform doubles, each of two words: {@code out[k]} of words 2k, 2k+1. */
    public abstract void uniforms(int[] words, int count, double[] out);

    /** Normal doubles; {@code count} is rounded up to even; 2k and 2k+1 of words 4k … 4k+3. */
    public abstract void normals(int[] words, int count, double[] out);

    /** Normal floats; {@code count} is rounded up to even. */
    public abstract void normals(int[] words, int count, float[] out);

    /** Integers from {@code origin} on, {@code bound} different ones, each of two words: {@code out[k]} of words 2k, 2k+1. */
    public abstract void integers(int[] words, int count, int origin, int bound, int[] out);

    /** Blocks that hold {@code words} words. */
    public static int blocks(int words) {
        return Math.ceilDiv(words, 4);
    }
}
