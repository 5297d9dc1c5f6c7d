package io.millrace.radio.kernel;

/**
 * Samples that are made at once: what is in flight between kernels stays in the first-level cache. Carried from block to block are
 * integer phases and sums in double, so that nothing depends on how many blocks are made in a row.
 */
public final class Block {
    /** Samples of a block. */
    public static final int LENGTH = 1024;

    /** Samples over which a delay's fraction is constant; divides {@link #LENGTH}. */
    public static final int STEP = 64;

    /** Samples that go through several kernels before the next ones do; a multiple of {@link #STEP}. */
    public static final int PART = 256;

    /** Elements past the end of a block that a kernel may read or write. */
    public static final int SLACK = 64;

    /** Of scratch arrays. */
    public static final int ARRAY = LENGTH + SLACK;

    private Block() {}

    /** Blocks of so many samples, the last one perhaps shorter. */
    public static int count(int samples) {
        return Math.ceilDiv(samples, LENGTH);
    }
}
