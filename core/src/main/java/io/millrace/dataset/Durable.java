package io.millrace.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Changes to a directory that are whole and on the disk, or have not happened. */
final class Durable {
    static final OpenOption[] NEW_FILE = {StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW};

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private Durable() {}

    /** Writes all of a buffer. */
    static void writeFully(FileChannel channel, ByteBuffer bytes, long offset) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** Puts a small file in place: temporary file, force, atomic rename, directory force. */
    static void write(Path file, byte[] bytes, Checkpoint checkpoint, String point) throws IOException {
        Path partial = file.resolveSibling(Layout.partial(file.getFileName().toString()));
        Files.deleteIfExists(partial);
        try (FileChannel channel = FileChannel.open(partial, NEW_FILE)) {
            writeFully(channel, ByteBuffer.wrap(bytes), 0);
            channel.force(true);
        }
        checkpoint.reached(point);
        rename(partial, file);
    }

    /** Renames within a directory, at once and for good. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(to.getParent());
    }

    /** Forces the entries of a directory. Windows offers no such call, and journals them itself. */
    static void forceDirectory(Path directory) throws IOException {
        if (!WINDOWS) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
