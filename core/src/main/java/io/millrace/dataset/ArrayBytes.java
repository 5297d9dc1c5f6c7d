package io.millrace.dataset;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of an array's file, wherever they are: as they are, or in the cold tier. One thread's. */
interface ArrayBytes extends Closeable {
    /** How many there are. */
    long size();

    /** Fills a buffer from there on. */
    void read(ByteBuffer to, long offset) throws IOException;

    /** Opens the file, or what stands for it in the cold tier. */
    static ArrayBytes open(Path file) throws IOException {
        return !Sweeper.isFile(file) && ColdFile.standsFor(file) ? ColdFile.open(file) : new Plain(file);
    }

    /** Whether there is one of the two. */
    static boolean exists(Path file) {
        return Sweeper.isFile(file) || ColdFile.standsFor(file);
    }

    /** A file as it is. */
    final class Plain implements ArrayBytes {
        private final FileChannel channel;
        private final long size;

        Plain(Path file) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            size = channel.size();
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public void read(ByteBuffer to, long offset) throws IOException {
            long at = offset;
            while (to.hasRemaining()) {
                int read = channel.read(to, at);
                if (read < 0) {
                    throw new EOFException("it became shorter while it was read");
                }
                at += read;
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
