package io.millrace.dataset;

import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes the parts of {@link Splits}, one after the other, and continues those that were interrupted. */
public final class SplitWriter {
    private SplitWriter() {}

    /**
     * Generates whatever the directory lacks, under a lock on it.
     *
     * @param generator of the splits
     * @param shardSize instances per shard; empty for the default
     * @param options as {@link DatasetWriter} has them
     * @param progress told of the instances of all parts that this run generates
     * @param cold present where the large arrays are then compressed, see {@link ColdTier}: told of the instances of all parts that are
     * @param stop ends the run at the next batch boundary; finished shards stay
     * @param overwrite whether what is there, of whatever splits, is deleted first
     * @return what was done; not complete if it was stopped before all was written, and compressed where that is wanted
     * @throws DatasetException as {@link DatasetWriter} does, and if the directory holds other splits, or instances made from something
     *     else; the message says what differs
     */
    public static WriteResult write(
            Path directory,
            Generator generator,
            Splits splits,
            OptionalLong shardSize,
            Options options,
            Progress progress,
            Optional<Progress> cold,
            Cancellation stop,
            boolean overwrite)
            throws IOException {
        Path home = directory.toAbsolutePath().normalize();
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new DatasetException(directory + " is not a directory");
        }
        NewDirectories made = Files.exists(home) ? NewDirectories.NONE : NewDirectories.make(home);
        try (DirectoryLock _ = DirectoryLock.take(home, Checkpoint.NONE)) {
            boolean begun = settle(home, generator, splits, overwrite);
            try {
                WriteResult result = parts(home, generator, splits, shardSize, options, progress, stop);
                boolean all =
                        result.complete() && (cold.isEmpty() || compressed(home, splits, options, cold.get(), stop));
                return new WriteResult(result.written(), result.bytes(), result.finished(), result.shards(), all);
            } finally {
                if (begun && splits.parts().stream().noneMatch(part -> Files.exists(home.resolve(part.name())))) {
                    Files.deleteIfExists(home.resolve(Layout.SPLITS));
                    SplitTables.delete(home);
                }
            }
        } finally {
            made.remove();
        }
    }

    /**
     * Checks that a directory can be these splits'; changes nothing.
     *
     * @throws DatasetException if it is of another key, or none of these directories
     */
    public static void check(Path directory, Splits splits) throws IOException {
        if (Splits.in(directory)) {
            List<String> differences = standing(directory).differences(splits);
            if (!differences.isEmpty()) {
                throw new DatasetException(directory + " holds a cache of another key: "
                        + String.join(", ", differences) + "; choose another directory, or overwrite this one");
            }
        }
    }

    private static boolean compressed(
            Path directory, Splits splits, Options options, Progress progress, Cancellation stop) throws IOException {
        long total = splits.range().count();
        long before = 0;
        for (Splits.Part part : splits.parts()) {
            long done = before;
            progress.update(done, total);
            Progress ofAll = (each, _) -> progress.update(done + each, total);
            if (!ColdTier.compress(directory.resolve(part.name()), options.workers(), ofAll, stop)) {
                return false;
            }
            before += part.range().count();
        }
        return true;
    }

    /** Whether the splits were written now. */
    private static boolean settle(Path directory, Generator generator, Splits splits, boolean overwrite)
            throws IOException {
        Sweeper.requirePermission(directory);
        if (overwrite && Splits.in(directory)) {
            delete(directory);
        }
        check(directory, splits);
        if (Splits.in(directory)) {
            return false;
        }
        for (String name : Sweeper.names(directory)) {
            if (name.equals(Layout.partial(Layout.SPLITS)) || SplitTables.isTable(name)) {
                Files.delete(directory.resolve(name));
            } else if (!name.equals(Layout.LOCK)) {
                throw new DatasetException(
                        directory,
                        "it holds '" + name + "' and no " + Layout.SPLITS + ": choose an empty or a new directory");
            }
        }
        SplitTables.write(directory, generator.spec());
        Durable.write(directory.resolve(Layout.SPLITS), SplitsJson.bytes(splits), Checkpoint.NONE, Checkpoint.SPLITS);
        return true;
    }

    private static Splits standing(Path directory) throws IOException {
        try {
            return SplitsJson.read(directory);
        } catch (DatasetException e) {
            throw new DatasetException(e.getMessage() + "; repair restores it, overwriting starts anew", e);
        }
    }

    /** The parts first, so that what remains after an interrupt is an unfinished cache; nothing, if something in it is not ours. */
    private static void delete(Path directory) throws IOException {
        List<Path> parts = new ArrayList<>();
        for (String name : Sweeper.names(directory)) {
            Path entry = directory.resolve(name);
            if (Files.isDirectory(entry)) {
                Sweeper.requireDeletable(entry);
                parts.add(entry);
            } else if (!name.equals(Layout.SPLITS)
                    && !name.equals(Layout.LOCK)
                    && !name.equals(Layout.partial(Layout.SPLITS))
                    && !SplitTables.isTable(name)) {
                throw Sweeper.stranger(entry);
            }
        }
        for (Path part : parts) {
            try (DirectoryLock _ = DirectoryLock.take(part, Checkpoint.NONE)) {
                Sweeper.deleteDataset(part);
            }
            Files.delete(part);
        }
        Files.delete(directory.resolve(Layout.SPLITS));
        SplitTables.delete(directory);
        Durable.forceDirectory(directory);
    }

    private static WriteResult parts(
            Path directory,
            Generator generator,
            Splits splits,
            OptionalLong shardSize,
            Options options,
            Progress progress,
            Cancellation stop)
            throws IOException {
        WriteResult all = new WriteResult(0, 0, 0, 0, true);
        for (int p = 0; p < splits.parts().size(); p++) {
            Splits.Part part = splits.parts().get(p);
            Path home = directory.resolve(part.name());
            Plan plan = shardSize.isPresent()
                    ? Plan.of(generator, part.range(), shardSize.getAsLong())
                    : Plan.of(generator, part.range());
            long done = all.written();
            long later = later(directory, splits, p);
            Progress ofAll = (each, total) -> progress.update(done + each, done + total + later);
            WriteResult one = stop.cancelled()
                    ? new WriteResult(0, 0, 0, plan.shards(), false)
                    : DatasetWriter.write(home, generator, plan, options, ofAll, stop, false);
            all = new WriteResult(
                    all.written() + one.written(),
                    all.bytes() + one.bytes(),
                    all.finished() + one.finished(),
                    all.shards() + one.shards(),
                    all.complete() && one.complete());
        }
        return all;
    }

    /** Instances of the parts after one that are not finished, of which nothing may stand yet. */
    private static long later(Path directory, Splits splits, int part) {
        return splits.parts().stream()
                .skip(part + 1L)
                .filter(other -> !Files.exists(directory.resolve(other.name()).resolve(Layout.MANIFEST)))
                .mapToLong(other -> other.range().count())
                .sum();
    }
}
