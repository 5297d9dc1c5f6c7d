package io.millrace.cli.export;

import io.millrace.dataset.NewDirectories;
import io.millrace.dataset.Space;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Puts a file or a flat directory in place whole, or not at all: written under another name beside it, then renamed. */
public final class Staging {
    /** Writes to the path that it is given. */
    @FunctionalInterface
    public interface Writing {
        /** Writes. */
        void to(Path path) throws IOException;
    }

    private Staging() {}

    /**
     * Makes what is not there yet.
     *
     * @throws FileAlreadyExistsException if it is there
     */
    public static void create(Path target, Writing writing) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        stage(target, writing);
    }

    /** Makes a file, in place of one that is there. */
    public static void replace(Path target, Writing writing) throws IOException {
        stage(target, writing, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void stage(Path target, Writing writing, CopyOption... options) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path partial = absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".partial");
        NewDirectories parents = makeParents(target, absolute);
        try {
            writing.to(partial);
            if (Files.isRegularFile(partial)) {
                try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Files.move(partial, absolute, options);
        } catch (IOException e) {
            IOException named = named(target, partial, e);
            discard(partial, parents, named);
            throw named;
        } catch (RuntimeException | Error e) {
            discard(partial, parents, e);
            throw e;
        }
    }

    private static NewDirectories makeParents(Path target, Path absolute) throws IOException {
        try {
            return NewDirectories.make(absolute.getParent());
        } catch (IOException e) {
            throw Space.isShort(e, absolute)
                    ? new IOException("the disk is full: nothing of " + target + " is written", e)
                    : e;
        }
    }

    /** The failure by the name that the user gave. */
    private static IOException named(Path target, Path partial, IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return String.valueOf(denied.getFile()).startsWith(partial.toString())
                    ? new AccessDeniedException(target.toString())
                    : denied;
        }
        return Space.isShort(failure, partial)
                ? new IOException("the disk is full: what was begun of " + target + " is deleted", failure)
                : failure;
    }

    private static void discard(Path partial, NewDirectories parents, Throwable cause) {
        try {
            delete(partial);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        parents.remove(cause);
    }

    private static void delete(Path partial) throws IOException {
        if (Files.isDirectory(partial, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(partial)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(partial);
    }
}
