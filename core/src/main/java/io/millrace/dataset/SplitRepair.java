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
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Makes damaged parts again, and a damaged {@code splits.json} from the parts. */
final class SplitRepair {
    private SplitRepair() {}

    static RepairResult repair(
            Path directory, String backend, Function<Generator, Options> options, Progress progress, Cancellation stop)
            throws IOException {
        int workers = Runtime.getRuntime().availableProcessors();
        VerifyReport before = new SplitInspection(directory).run(workers, Progress.NONE, stop);
        if (before.problems().isEmpty() || !before.complete()) {
            return new RepairResult(before, 0, before);
        }
        int shards = 0;
        List<Splits.Part> parts = new ArrayList<>();
        Plan plan = null;
        for (String name : Sweeper.names(directory)) {
            Path part = directory.resolve(name);
            if (Files.isDirectory(part) && Sweeper.state(part) == Sweeper.State.DATASET) {
                shards += DatasetRepair.repair(part, backend, options, progress, stop)
                        .shards();
                plan = Plan.read(part.resolve(Layout.PLAN));
                parts.add(new Splits.Part(name, new Range(plan.first(), plan.count())));
            }
        }
        restore(directory, parts, plan);
        return new RepairResult(before, shards, new SplitInspection(directory).run(workers, Progress.NONE, stop));
    }

    private static void restore(Path directory, List<Splits.Part> parts, Plan plan) throws IOException {
        try {
            SplitsJson.read(directory);
        } catch (DatasetException e) {
            if (plan == null) {
                throw e;
            }
            parts.sort(Comparator.comparingLong(part -> part.range().first()));
            try {
                Durable.write(
                        directory.resolve(Layout.SPLITS),
                        SplitsJson.bytes(new Splits(parts, Splits.from(plan))),
                        Checkpoint.NONE,
                        Checkpoint.SPLITS);
            } catch (IllegalArgumentException unfit) {
                throw new DatasetException(
                        directory.resolve(Layout.SPLITS),
                        "it cannot be restored from what is there: " + unfit.getMessage());
            }
        }
    }
}
