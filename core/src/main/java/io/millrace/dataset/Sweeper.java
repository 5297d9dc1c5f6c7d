package io.millrace.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Deletes what Millrace wrote and nothing else: only recognised names, never through a link, never a tree. */
final class Sweeper {
    private Sweeper() {}

    /** What a directory is to a writer. */
    enum State {
        /** There is none of that name. */
        ABSENT,
        /** Nothing in it, or only what an interrupted run leaves before its plan stands. */
        EMPTY,
        /** It has a plan or a manifest. */
        DATASET
    }

    /**
     * What there is.
     *
     * @throws DatasetException if it is no directory, or holds something else than a dataset
     * @throws AccessDeniedException if there is no permission to look
     */
    static State state(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return State.ABSENT;
        }
        requirePermission(directory);
        if (Files.exists(directory.resolve(Layout.PLAN)) || Files.exists(directory.resolve(Layout.MANIFEST))) {
            return State.DATASET;
        }
        for (String name : names(directory)) {
            if (!Layout.isLeftover(name)) {
                throw new DatasetException(
                        directory,
                        "it holds '" + name
                                + "' and no plan.json, so it is not a dataset: choose an empty or a new directory");
            }
        }
        return State.EMPTY;
    }

    /**
     * The names in a directory, sorted.
     *
     * @throws DatasetException if it is no directory
     */
    static List<String> names(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                names.add(entry.getFileName().toString());
            }
        } catch (NotDirectoryException e) {
            throw new DatasetException(directory + ": it is not a directory", e);
        }
        Collections.sort(names);
        return names;
    }

    /**
     * Checks that what is in a directory can be found; without permission it would seem to lack it.
     *
     * @throws AccessDeniedException if it cannot
     */
    static void requirePermission(Path directory) throws AccessDeniedException {
        if (Files.isDirectory(directory) && !(Files.isReadable(directory) && Files.isExecutable(directory))) {
            throw new AccessDeniedException(directory.toString());
        }
    }

    static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Deletes what interrupted runs left, but the lock. */
    static void sweepLeftovers(Path directory) throws IOException {
        for (String name : names(directory)) {
            Path entry = directory.resolve(name);
            if (Layout.isPartialDirectory(name) && isDirectory(entry)) {
                deleteDirectory(entry);
            } else if (Layout.isLeftover(name) && !name.equals(Layout.LOCK) && isFile(entry)) {
                Files.delete(entry);
            }
        }
    }

    /** Takes a shard, or the constants, away: renamed first, so that it is never there in part. */
    static void deleteCommitted(Path directory, String name) throws IOException {
        Path committed = directory.resolve(name);
        if (!isDirectory(committed)) {
            return;
        }
        Path partial = directory.resolve(Layout.partial(name));
        if (isDirectory(partial)) {
            deleteDirectory(partial);
        }
        requireOurs(committed);
        Durable.rename(committed, partial);
        deleteDirectory(partial);
    }

    /**
     * Deletes a dataset's content, the manifest first and the plan last, so that what remains of it after an interrupt is
     * an unfinished dataset.
     *
     * @throws DatasetException if it holds a file that no dataset has; nothing is deleted then
     */
    static void deleteDataset(Path directory) throws IOException {
        requireDeletable(directory);
        List<String> names = names(directory);
        Files.deleteIfExists(directory.resolve(Layout.MANIFEST));
        Durable.forceDirectory(directory);
        for (String name : names) {
            if (isContentDirectory(name)) {
                deleteDirectory(directory.resolve(name));
            }
        }
        sweepLeftovers(directory);
        Files.deleteIfExists(directory.resolve(Layout.PLAN));
        Durable.forceDirectory(directory);
    }

    /**
     * Checks that a dataset's directory holds nothing else.
     *
     * @throws DatasetException if it holds a file that no dataset has
     */
    static void requireDeletable(Path directory) throws IOException {
        for (String name : names(directory)) {
            Path entry = directory.resolve(name);
            if (isContentDirectory(name)) {
                requireOurs(entry);
            } else if (!isContentFile(name) || !isFile(entry)) {
                throw stranger(entry);
            }
        }
    }

    /** Bytes of all files in shards, constants and what was begun of them. */
    static long contentBytes(Path directory) throws IOException {
        long bytes = 0;
        for (String name : names(directory)) {
            Path entry = directory.resolve(name);
            if (isContentDirectory(name) && isDirectory(entry)) {
                for (String file : names(entry)) {
                    bytes += isFile(entry.resolve(file)) ? Files.size(entry.resolve(file)) : 0;
                }
            }
        }
        return bytes;
    }

    private static boolean isContentDirectory(String name) {
        return Layout.isShardDirectory(name) || name.equals(Layout.CONSTANTS) || Layout.isPartialDirectory(name);
    }

    private static boolean isContentFile(String name) {
        return name.equals(Layout.PLAN) || name.equals(Layout.MANIFEST) || Layout.isLeftover(name);
    }

    private static void requireOurs(Path directory) throws IOException {
        if (!isDirectory(directory)) {
            throw stranger(directory);
        }
        Predicate<String> ours =
                name -> Layout.isArray(name) || Layout.isColdPartial(name) || name.equals(Layout.SHARD);
        for (String name : names(directory)) {
            Path entry = directory.resolve(name);
            if (!ours.test(name) || !isFile(entry)) {
                throw stranger(entry);
            }
        }
    }

    static DatasetException stranger(Path entry) {
        return new DatasetException(
                entry, "no dataset has such a file, so nothing is deleted: move it elsewhere first");
    }

    private static void deleteDirectory(Path directory) throws IOException {
        requireOurs(directory);
        for (String name : names(directory)) {
            Files.delete(directory.resolve(name));
        }
        Files.delete(directory);
    }
}
