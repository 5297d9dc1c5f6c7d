package io.millrace.dataset;

import java.nio.ByteBuffer;

/** Compresses the cold tier: zstd (RFC 8878). Found through {@link java.util.ServiceLoader}; for all threads. */
public interface ColdCodec {
    /** The most bytes that so many become. */
    long bound(int bytes);

    /**
     * One frame, with its content's size and checksum; equal bytes give equal frames.
     *
     * @param from direct
     * @param to direct; what it gets begins at its position, which moves
     */
    void compress(ByteBuffer from, ByteBuffer to);

    /**
     * The content of one frame, which fills {@code to}.
     *
     * @param from direct, exactly a frame
     * @param to direct
     * @throws DatasetException if it is no such frame
     */
    void decompress(ByteBuffer from, ByteBuffer to) throws DatasetException;
}
