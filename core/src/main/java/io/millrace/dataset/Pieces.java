package io.millrace.dataset;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** Cuts what is written to a file into pieces that stay in cache between their checksum and their write. */
final class Pieces {
    /** A quarter of a MiB: read twice, it fits the second-level caches that are common. */
    static final int BYTES = 256 << 10;

    private Pieces() {}

    /** Takes a piece. */
    interface Target<E extends Exception> {
        /** Takes the bytes that belong at that offset of the file. */
        void write(long offset, ByteBuffer piece) throws E;
    }

    /** Passes a segment on, piece by piece, and adds the checksum of each piece just before. */
    static <E extends Exception> void cut(MemorySegment data, long start, BlockSums sums, Target<E> target) throws E {
        long size = data.byteSize();
        long done = 0;
        while (done < size) {
            long offset = start + done;
            long length = Math.min(Math.min(BYTES, size - done), sums.blockEnd(offset) - offset);
            ByteBuffer piece = data.asSlice(done, length).asByteBuffer();
            sums.add(offset, length, Checksums.crc(piece));
            target.write(offset, piece.rewind());
            done += length;
        }
    }
}
