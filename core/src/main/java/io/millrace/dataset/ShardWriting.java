package io.millrace.dataset;

import io.millrace.batch.Batch;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Drain;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run over a directory that is locked and has its plan: finds what is missing, generates it, and finishes. */
final class ShardWriting {
    /** The most shards that are written at a time: 4 GiB of default ones in the system's cache. */
    private static final int MOST_OPEN = 16;

    /** Into how many pieces a shard is dealt out, at most: a default shard in batches of 1 MiB. */
    private static final int PIECES = 256;

    /** The most pieces of a run, some 40 MB of heap. */
    private static final int MOST_RANGES = 1_000_000;

    private final Path directory;
    private final Generator generator;
    private final Plan plan;
    private final int planChecksum;
    private final Options options;
    private final Checkpoint checkpoint;
    private final Map<Integer, OpenShard> open = new HashMap<>();
    private int finished;
    private long written;
    private long bytes;

    ShardWriting(Path directory, Generator generator, Plan plan, Options options, Checkpoint checkpoint) {
        this.directory = directory;
        this.generator = generator;
        this.plan = plan;
        this.planChecksum = SealedJson.checksum(plan.toBytes());
        this.options = options;
        this.checkpoint = checkpoint;
    }

    /**
     * Runs.
     *
     * @param keep told as soon as the directory holds something worth keeping
     */
    WriteResult run(Progress progress, Cancellation stop, Runnable keep) throws IOException {
        ColdTier.sweep(directory, plan);
        BitSet missing = missing();
        finished = plan.shards() - missing.cardinality();
        Path manifest = directory.resolve(Layout.MANIFEST);
        boolean constants = constantsMissing();
        if (!missing.isEmpty() || constants) {
            Space.require(directory, plan, missing, constants, 0);
            if (Files.deleteIfExists(manifest)) {
                Durable.forceDirectory(directory);
            }
        }
        try {
            if (constants) {
                Sweeper.deleteCommitted(directory, Layout.CONSTANTS);
                ConstantFiles.write(directory, generator.schema().constants(), checkpoint);
            }
            if (!missing.isEmpty()) {
                Drain.run(generator, ranges(missing), options, this::accept, progress, stop);
            }
            if (finished == plan.shards()) {
                finish(manifest);
            }
        } catch (IOException e) {
            String reason = Reason.ofWriting(e, directory);
            abandon(e);
            throw new DatasetException(sentence(reason), e);
        } catch (RuntimeException | Error e) {
            abandon(e);
            throw e;
        } finally {
            if (finished > 0) {
                keep.run();
            }
        }
        abandon(null);
        return new WriteResult(written, bytes, finished, plan.shards(), finished == plan.shards());
    }

    /** The shards that do not stand. One whose record or lengths are wrong is taken away, to be made again. */
    private BitSet missing() throws IOException {
        BitSet missing = new BitSet(plan.shards());
        for (int shard = 0; shard < plan.shards(); shard++) {
            try {
                ShardRecord.read(directory, plan, planChecksum, shard).record().requireLengths(directory);
            } catch (DatasetException e) {
                missing.set(shard);
                Sweeper.deleteCommitted(directory, Layout.shard(shard));
            }
        }
        return missing;
    }

    private boolean constantsMissing() throws IOException {
        for (StoredConstant constant : plan.constants()) {
            Path file = directory
                    .resolve(Layout.CONSTANTS)
                    .resolve(Layout.array(constant.field().name()));
            if (!Files.isRegularFile(file)
                    || Files.size(file) != constant.file().bytes()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The missing shards, as many side by side as there are workers: a file has one lock for writing, and workers on the
     * same shard would wait for each other at it. An interrupt then costs each worker no more than about one shard.
     */
    private List<Range> ranges(BitSet missing) {
        int[] shards = missing.stream().toArray();
        int lanes = Math.min(options.workers(), MOST_OPEN);
        long pieces = Math.clamp(MOST_RANGES / shards.length, 1, PIECES);
        long piece =
                Math.ceilDiv(Math.ceilDiv(plan.shard(0).count(), pieces), (long) options.batch()) * options.batch();
        List<Range> ranges = new ArrayList<>();
        for (int group = 0; group < shards.length; group += lanes) {
            long longest = plan.shard(shards[group]).count();
            for (long from = 0; from < longest; from += Math.min(piece, longest - from)) {
                for (int i = group; i < Math.min(group + lanes, shards.length); i++) {
                    Range shard = plan.shard(shards[i]);
                    if (from < shard.count()) {
                        ranges.add(new Range(shard.first() + from, Math.min(piece, shard.count() - from)));
                    }
                }
            }
        }
        return ranges;
    }

    private void accept(Batch batch) throws IOException {
        OpenShard shard = opened(plan.shardOf(batch.first()));
        if (shard.write(batch)) {
            shard.commit();
            committed(shard);
        }
    }

    private synchronized OpenShard opened(int shard) throws IOException {
        OpenShard found = open.get(shard);
        if (found == null) {
            found = new OpenShard(directory, plan, planChecksum, shard, checkpoint);
            open.put(shard, found);
        }
        return found;
    }

    private synchronized void committed(OpenShard shard) {
        open.remove(shard.shard());
        finished++;
        written += plan.shard(shard.shard()).count();
        bytes += plan.shardBytes(shard.shard());
    }

    private void finish(Path manifest) throws IOException {
        byte[] content = Manifest.build(directory, plan);
        if (Files.exists(manifest)
                && Files.size(manifest) == content.length
                && Arrays.equals(content, Files.readAllBytes(manifest))) {
            return;
        }
        Durable.write(manifest, content, checkpoint, Checkpoint.MANIFEST);
        checkpoint.reached(Checkpoint.FINISHED);
    }

    /** Deletes the shards that are not finished; workers have ended. */
    private synchronized void abandon(Throwable cause) throws IOException {
        try {
            for (OpenShard shard : open.values()) {
                shard.close();
            }
            open.clear();
            Sweeper.sweepLeftovers(directory);
        } catch (IOException e) {
            if (cause == null) {
                throw e;
            }
            cause.addSuppressed(e);
        }
    }

    private String sentence(String reason) {
        String standing = finished == 0
                ? "no shard was finished, and what was begun is deleted"
                : finished + " of " + plan.shards() + " shards are finished and stay";
        return "writing " + directory + " failed: " + reason + "; " + standing + "; the same command continues"
                + (reason.equals(Reason.FULL) ? " once there is room" : "");
    }
}
