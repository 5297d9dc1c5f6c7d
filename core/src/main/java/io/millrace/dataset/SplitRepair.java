package io.millrace.dataset;

import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes damaged parts again, and a damaged {@code splits.json} from the parts. */
final class SplitRepair {
    private SplitRepair() {}

    static RepairResult repair(
            Path directory, String backend, Function<Generator, Options> options, Progress progress, Cancellation stop)
            throws IOException {
        try (DirectoryLock _ = DirectoryLock.take(directory, Checkpoint.NONE)) {
            return locked(directory, backend, options, progress, stop);
        }
    }

    private static RepairResult locked(
            Path directory, String backend, Function<Generator, Options> options, Progress progress, Cancellation stop)
            throws IOException {
        int workers = Runtime.getRuntime().availableProcessors();
        VerifyReport before = new SplitInspection(directory, true).run(workers, Progress.NONE, stop);
        if (before.problems().isEmpty() || !before.complete()) {
            return new RepairResult(before, 0, before);
        }
        Files.deleteIfExists(directory.resolve(Layout.partial(Layout.SPLITS)));
        int shards = 0;
        for (Path part : parts(directory)) {
            shards +=
                    DatasetRepair.repair(part, backend, options, progress, stop).shards();
        }
        restore(directory);
        VerifyReport after = new SplitInspection(directory, true).run(workers, Progress.NONE, stop);
        return new RepairResult(before, shards, after);
    }

    private static List<Path> parts(Path directory) throws IOException {
        List<Path> parts = new ArrayList<>();
        for (String name : Sweeper.names(directory)) {
            Path part = directory.resolve(name);
            if (Files.isDirectory(part) && Sweeper.state(part) == Sweeper.State.DATASET) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static void restore(Path directory) throws IOException {
        Splits splits;
        try {
            splits = SplitsJson.read(directory);
        } catch (DatasetException damaged) {
            splits = splits(directory, damaged);
            Durable.write(
                    directory.resolve(Layout.SPLITS), SplitsJson.bytes(splits), Checkpoint.NONE, Checkpoint.SPLITS);
        }
        SplitTables.restore(directory, splits);
    }

    /** What the parts' plans say, if it can be what the damaged file said: as many bytes, or its beginning. A part that is gone must not be forgotten. */
    private static Splits splits(Path directory, DatasetException damaged) throws IOException {
        List<Splits.Part> parts = new ArrayList<>();
        Map<String, String> from = Map.of();
        for (Path part : parts(directory)) {
            Plan plan = Plan.read(part.resolve(Layout.PLAN));
            parts.add(new Splits.Part(part.getFileName().toString(), new Range(plan.first(), plan.count())));
            from = Splits.from(plan);
        }
        parts.sort(Comparator.comparingLong(part -> part.range().first()));
        try {
            Splits splits = new Splits(parts, from);
            byte[] there = SealedJson.read(directory.resolve(Layout.SPLITS));
            byte[] restored = SplitsJson.bytes(splits);
            if (there.length == restored.length
                    || there.length < restored.length && Arrays.equals(there, Arrays.copyOf(restored, there.length))) {
                return splits;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new DatasetException(
                damaged.getMessage() + "; the parts that are here are not all that it spoke of: the command that made "
                        + directory + ", with --overwrite, makes it again",
                damaged);
    }
}
