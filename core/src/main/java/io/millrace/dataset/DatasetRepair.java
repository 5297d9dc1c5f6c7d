package io.millrace.dataset;

import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import io.millrace.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Makes damaged and missing parts of a dataset again, from its plan alone; they are then what they were, byte for byte.
 *
 * <p>A damaged plan is restored from an intact manifest, a damaged manifest from plan and shards. Nothing is deleted
 * before it is sure that it can be made again.
 */
public final class DatasetRepair {
    private DatasetRepair() {}

    /** Makes the generator of a plan. */
    @FunctionalInterface
    interface Regenerator {
        /** The generator, or an exception that says why there is none. */
        Generator of(Plan plan) throws IOException;
    }

    /**
     * Repairs.
     *
     * @param backend the name of a backend, or {@link Backends#AUTO} for the one that has the plan's library
     * @param options workers and batch size for a plan's generator
     * @throws DatasetException if neither plan nor manifest is intact; if the workload has another version than the plan,
     *     or the plan another library than this machine; if a shard to be replaced holds a file that is not Millrace's; or
     *     if writing fails
     * @throws io.millrace.generator.UnavailableException if there is no such backend here
     * @throws io.millrace.spec.SpecException if there is no such workload here
     */
    public static RepairResult repair(
            Path directory, String backend, Function<Generator, Options> options, Progress progress, Cancellation stop)
            throws IOException {
        if (Splits.in(directory)) {
            return SplitRepair.repair(directory, backend, options, progress, stop);
        }
        return repair(directory, plan -> generator(directory, plan, backend), options, progress, stop);
    }

    private static Generator generator(Path directory, Plan plan, String backend) throws DatasetException {
        Spec spec = StoredSpec.of(directory, plan);
        return (backend.equals(Backends.AUTO)
                        ? Backends.again(plan.foreign(), spec, plan.seed())
                        : Backends.choose(backend, spec, plan.seed()))
                .generator();
    }

    static RepairResult repair(
            Path directory,
            Regenerator regenerator,
            Function<Generator, Options> options,
            Progress progress,
            Cancellation stop)
            throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new DatasetException(directory, "there is no such directory");
        }
        if (Sweeper.state(directory) != Sweeper.State.DATASET) {
            throw new DatasetException(directory, "there is no plan.json and no manifest.json, so nothing to repair");
        }
        int workers = Runtime.getRuntime().availableProcessors();
        try (Site site = Site.enter(directory, Checkpoint.NONE)) {
            Inspection inspection = new Inspection(site.directory(), true).run(workers, Progress.NONE, stop);
            VerifyReport before = inspection.findings().report();
            if (before.problems().isEmpty() || !before.complete()) {
                return new RepairResult(before, 0, before);
            }
            Plan plan = inspection
                    .plan()
                    .orElseThrow(() -> new DatasetException(
                            directory,
                            "neither plan.json nor manifest.json is intact: overwrite it by the command that made it"));
            boolean cold = ColdTier.in(site.directory(), plan);
            ColdTier.sweep(site.directory(), plan);
            int made = repair(site.directory(), inspection.findings(), plan, regenerator, options, progress, stop);
            if (cold && !stop.cancelled()) {
                ColdTier.locked(site.directory(), workers, Progress.NONE, stop);
            }
            VerifyReport after = new Inspection(site.directory(), true)
                    .run(workers, Progress.NONE, stop)
                    .findings()
                    .report();
            return new RepairResult(before, made, after);
        }
    }

    private static int repair(
            Path directory,
            Findings findings,
            Plan plan,
            Regenerator regenerator,
            Function<Generator, Options> options,
            Progress progress,
            Cancellation stop)
            throws IOException {
        boolean makes = !findings.shards().isEmpty() || findings.constantsAreBad();
        try (Generator generator = makes ? regenerator.of(plan) : null) {
            if (generator != null) {
                requireSame(directory, plan, generator);
            }
            return repair(directory, findings, plan, generator, options, progress, stop);
        }
    }

    /** With what makes instances again; null where none has to be. */
    private static int repair(
            Path directory,
            Findings findings,
            Plan plan,
            Generator generator,
            Function<Generator, Options> options,
            Progress progress,
            Cancellation stop)
            throws IOException {
        BitSet shards = findings.shards();
        Sweeper.sweepLeftovers(directory);
        if (findings.planIsBad()) {
            Durable.write(directory.resolve(Layout.PLAN), plan.toBytes(), Checkpoint.NONE, Checkpoint.PLAN);
        }
        if (generator != null || findings.manifestIsBad()) {
            Files.deleteIfExists(directory.resolve(Layout.MANIFEST));
            Durable.forceDirectory(directory);
        }
        for (int shard = shards.nextSetBit(0); shard >= 0; shard = shards.nextSetBit(shard + 1)) {
            Sweeper.deleteCommitted(directory, Layout.shard(shard));
        }
        if (findings.constantsAreBad()) {
            Sweeper.deleteCommitted(directory, Layout.CONSTANTS);
        }
        Options chosen = generator == null ? new Options(1, 1, 0) : options.apply(generator);
        ShardWriting writing = new ShardWriting(directory, generator, plan, chosen, Checkpoint.NONE);
        int standing = plan.shards() - shards.cardinality();
        return writing.run(progress, stop, () -> {}).finished() - standing;
    }

    private static void requireSame(Path directory, Plan plan, Generator generator) throws DatasetException {
        Plan offered =
                Plan.of(generator, plan.workloadVersion(), new Range(plan.first(), plan.count()), plan.shardSize());
        List<String> differences = plan.differences(offered);
        if (!differences.isEmpty()) {
            throw new DatasetException(directory, "it cannot be made again here: " + String.join(", ", differences));
        }
    }
}
