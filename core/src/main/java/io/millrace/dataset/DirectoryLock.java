package io.millrace.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps two runs out of one directory: a lock on the file {@code .lock}, which is gone when the run is. A killed run
 * leaves the file, but the system has dropped its lock; the next run takes it over.
 */
final class DirectoryLock implements AutoCloseable {
    /** Two files agree in all lengths by chance once in 4096³. */
    private static final int DRAWS = 3;

    private static final int LONGEST = 4096;

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
     * @throws IOException if no lock can be made; no file is left then
     */
    static DirectoryLock take(Path directory, Checkpoint checkpoint) throws IOException {
        Path file = directory.resolve(Layout.LOCK);
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = tryLock(channel);
                if (lock == null) {
                    throw new DatasetException(directory
                            + " is being written by another run: wait for its end, or choose another directory");
                }
                checkpoint.reached(Checkpoint.LOCKED);
                if (holdsName(file, channel)) {
                    return new DirectoryLock(file, channel);
                }
                channel.close();
            } catch (Throwable t) {
                discard(file, channel, lock, t);
                throw t;
            }
        }
    }

    /** Deletes a file that could be locked but not written; whoever opened it meanwhile finds its name gone. */
    private static void discard(Path file, FileChannel channel, FileLock lock, Throwable cause) {
        try (channel) {
            if (lock != null) {
                channel.truncate(0);
                if (Files.size(file) == 0) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
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
     * Whether the file that was locked is still the one of that name: its owner may have deleted it in between. Lengths
     * that are drawn go in through the lock's channel and must come out under the name. They are asked for, not read, for
     * POSIX drops a process's locks on a file as soon as the process closes any descriptor of it.
     */
    private static boolean holdsName(Path file, FileChannel channel) throws IOException {
        for (int draw = 0; draw < DRAWS; draw++) {
            int length = 1 + ThreadLocalRandom.current().nextInt(LONGEST);
            channel.truncate(0);
            Durable.writeFully(channel, ByteBuffer.allocate(length), 0);
            try {
                if (Files.size(file) != length) {
                    return false;
                }
            } catch (NoSuchFileException e) {
                return false;
            }
        }
        return true;
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
