package io.millrace.dataset;

import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Writes the parts of {@link Splits}, one after the other, and continues those that were interrupted. */
public final class SplitWriter {
    private SplitWriter() {}

    /**
     * Generates whatever the directory lacks.
     *
     * @param generator of the splits
     * @param shardSize instances per shard; empty for the default
     * @param options as {@link DatasetWriter} has them
     * @param progress told of the instances of all parts that this run generates
     * @param stop ends the run at the next batch boundary; finished shards stay
     * @param overwrite whether what is there, of whatever splits, is deleted first
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
            Cancellation stop,
            boolean overwrite)
            throws IOException {
        return write(directory, generator, splits, shardSize, options, progress, stop, overwrite, Checkpoint.NONE);
    }

    static WriteResult write(
            Path directory,
            Generator generator,
            Splits splits,
            OptionalLong shardSize,
            Options options,
            Progress progress,
            Cancellation stop,
            boolean overwrite,
            Checkpoint checkpoint)
            throws IOException {
        boolean absent = !Files.exists(directory);
        NewDirectories made = absent ? NewDirectories.make(directory) : NewDirectories.NONE;
        boolean begun = false;
        try {
            begun = settle(directory, splits, overwrite, checkpoint);
            return parts(directory, generator, splits, shardSize, options, progress, stop, checkpoint);
        } finally {
            if (begun && splits.parts().stream().noneMatch(part -> Files.exists(directory.resolve(part.name())))) {
                Files.deleteIfExists(directory.resolve(Layout.SPLITS));
            }
            made.remove();
        }
    }

    /** Whether the splits were written now. */
    private static boolean settle(Path directory, Splits splits, boolean overwrite, Checkpoint checkpoint)
            throws IOException {
        Sweeper.requirePermission(directory);
        Files.deleteIfExists(directory.resolve(Layout.partial(Layout.SPLITS)));
        if (overwrite && Splits.in(directory)) {
            delete(directory);
        }
        if (Splits.in(directory)) {
            List<String> differences = standing(directory).differences(splits);
            if (!differences.isEmpty()) {
                throw new DatasetException(directory + " holds a cache of another key: "
                        + String.join(", ", differences) + "; choose another directory, or overwrite this one");
            }
            return false;
        }
        List<String> names = Sweeper.names(directory);
        if (!names.isEmpty()) {
            throw new DatasetException(
                    directory,
                    "it holds '" + names.getFirst() + "' and no " + Layout.SPLITS
                            + ": choose an empty or a new directory");
        }
        Durable.write(directory.resolve(Layout.SPLITS), SplitsJson.bytes(splits), checkpoint, Checkpoint.SPLITS);
        return true;
    }

    private static Splits standing(Path directory) throws IOException {
        try {
            return SplitsJson.read(directory);
        } catch (DatasetException e) {
            throw new DatasetException(e.getMessage() + "; repair restores it, overwriting starts anew", e);
        }
    }

    /** The parts first, so that what remains after an interrupt is an unfinished cache. */
    private static void delete(Path directory) throws IOException {
        for (Splits.Part part : standing(directory).parts()) {
            Path each = directory.resolve(part.name());
            if (Sweeper.state(each) == Sweeper.State.DATASET) {
                Sweeper.deleteDataset(each);
            }
            if (Files.exists(each)) {
                Sweeper.sweepLeftovers(each);
                Files.delete(each);
            }
        }
        Files.delete(directory.resolve(Layout.SPLITS));
        Durable.forceDirectory(directory);
    }

    private static WriteResult parts(
            Path directory,
            Generator generator,
            Splits splits,
            OptionalLong shardSize,
            Options options,
            Progress progress,
            Cancellation stop,
            Checkpoint checkpoint)
            throws IOException {
        WriteResult all = new WriteResult(0, 0, 0, 0, true);
        long before = 0;
        for (Splits.Part part : splits.parts()) {
            Plan plan = shardSize.isPresent()
                    ? Plan.of(generator, part.range(), shardSize.getAsLong())
                    : Plan.of(generator, part.range());
            long done = before;
            Progress ofAll = (each, total) -> progress.update(
                    done + part.range().count() - total + each, splits.range().count());
            WriteResult one = stop.cancelled()
                    ? new WriteResult(0, 0, 0, plan.shards(), false)
                    : DatasetWriter.write(
                            directory.resolve(part.name()), generator, plan, options, ofAll, stop, false, checkpoint);
            all = new WriteResult(
                    all.written() + one.written(),
                    all.bytes() + one.bytes(),
                    all.finished() + one.finished(),
                    all.shards() + one.shards(),
                    all.complete() && one.complete());
            before += part.range().count();
        }
        return all;
    }
}
