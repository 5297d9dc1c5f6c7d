package io.millrace.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * Keeps two runs out of one directory: a lock on the file {@code .lock}, which is gone when the run is. A killed run
 * leaves the file, but the system has dropped its lock; the next run takes it over.
 */
final class DirectoryLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws DatasetException if another run, of this process or of another, has it
     */
    static DirectoryLock take(Path directory) throws IOException {
        Path file = directory.resolve(Layout.LOCK);
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = tryLock(channel);
                if (lock == null) {
                    throw new DatasetException(directory
                            + " is being written by another run: wait for its end, or choose another directory");
                }
                if (holdsName(file, channel)) {
                    return new DirectoryLock(file, channel);
                }
                channel.close();
            } catch (Throwable t) {
                channel.close();
                throw t;
            }
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Whether the file that was locked is still the one of that name: its owner may have deleted it in between. A token
     * goes in through the lock's channel and must come out under the name.
     */
    private static boolean holdsName(Path file, FileChannel channel) throws IOException {
        byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        Durable.writeFully(channel, ByteBuffer.wrap(token), 0);
        try {
            return Arrays.equals(token, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Deletes the file while the lock is held, then lets go. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
        }
    }
}
