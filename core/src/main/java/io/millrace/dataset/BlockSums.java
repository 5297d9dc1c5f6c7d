package io.millrace.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The checksums of a file whose pieces arrive on several threads, in no order; see {@link CrcCombine}. */
final class BlockSums {
    private final long bytes;
    private final AtomicIntegerArray blocks;

    BlockSums(long bytes) {
        this.bytes = bytes;
        this.blocks = new AtomicIntegerArray(Checksums.blocks(bytes));
    }

    /** The end of the block that a byte lies in: no piece may cross it. */
    long blockEnd(long offset) {
        return Math.min(bytes, (offset / Layout.BLOCK + 1) * Layout.BLOCK);
    }

    /** Adds a piece with its own CRC32C; every byte of the file comes exactly once. */
    void add(long offset, long length, int crc) {
        int share = CrcCombine.shift(crc, blockEnd(offset) - (offset + length));
        blocks.accumulateAndGet((int) (offset / Layout.BLOCK), share, (sum, piece) -> sum ^ piece);
    }

    /** The result, once every piece has arrived. */
    Checksums result() {
        List<Integer> sums = new ArrayList<>(blocks.length());
        for (int i = 0; i < blocks.length(); i++) {
            sums.add(blocks.get(i));
        }
        return new Checksums(bytes, sums);
    }
}
