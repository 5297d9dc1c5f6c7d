package io.millrace.dataset;

import io.millrace.spec.Spec;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A finished dataset, open for reading by any thread; its arrays are mapped, not read.
 *
 * <p>Opening checks plan and manifest; a shard's record is checked when the shard is asked for, the head and length of a
 * file when it is mapped. What is in the arrays is checked by {@link DatasetVerifier} only. While a dataset is open its
 * files must not be cut: reading a mapped page that is gone is an {@link InternalError}.
 */
public final class Dataset implements AutoCloseable {
    private final Path directory;
    private final Manifest manifest;
    private final int planChecksum;
    private final Arena arena = Arena.ofShared();

    private Dataset(Path directory, Manifest manifest) {
        this.directory = directory;
        this.manifest = manifest;
        this.planChecksum = SealedJson.checksum(manifest.plan().toBytes());
    }

    /**
     * Where an instance is.
     *
     * @param shard the number of its shard
     * @param row its place in the shard's arrays
     */
    public record Location(int shard, long row) {}

    /**
     * Opens.
     *
     * @throws DatasetException if there is no dataset, if it is unfinished (the message says how to go on), or if plan or
     *     manifest is damaged
     * @throws java.nio.file.AccessDeniedException if there is no permission
     */
    public static Dataset open(Path directory) throws IOException {
        Path manifestFile = directory.resolve(Layout.MANIFEST);
        Sweeper.requirePermission(directory);
        if (!Files.exists(manifestFile) && !Files.exists(directory.resolve(Layout.PLAN))) {
            throw new DatasetException(
                    directory,
                    Splits.in(directory)
                            ? "its datasets are its splits, such as "
                                    + directory.resolve(SplitsJson.read(directory)
                                            .parts()
                                            .getFirst()
                                            .name())
                            : "there is no plan.json, so it is not a dataset");
        }
        Plan plan = Plan.read(directory.resolve(Layout.PLAN));
        if (!Files.exists(manifestFile)) {
            throw new DatasetException(
                    directory,
                    "the dataset is unfinished, with " + standing(directory, plan) + " of " + plan.shards()
                            + " shards: the command that began it continues it");
        }
        Manifest manifest = Manifest.read(manifestFile);
        if (!plan.equals(manifest.plan())) {
            throw new DatasetException(
                    manifestFile,
                    "it is the manifest of another plan: "
                            + String.join(", ", manifest.plan().differences(plan)));
        }
        return new Dataset(directory, manifest);
    }

    private static int standing(Path directory, Plan plan) {
        int standing = 0;
        for (int shard = 0; shard < plan.shards(); shard++) {
            standing += Files.isDirectory(directory.resolve(Layout.shard(shard))) ? 1 : 0;
        }
        return standing;
    }

    /** What the dataset is made from. */
    public Plan plan() {
        return manifest.plan();
    }

    /** The number of instances. */
    public long count() {
        return plan().count();
    }

    /** The sum of each counter over all instances. */
    public Map<String, Long> counters() {
        return manifest.counters();
    }

    /** Bytes of all arrays in shards, heads included. */
    public long bytes() {
        return manifest.bytes();
    }

    /** Eight hexadecimal digits that differ where, but for chance, any byte of the dataset differs. */
    public String checksum() {
        return Checksums.hex(manifest.checksum());
    }

    /** The number of shards. */
    public int shards() {
        return plan().shards();
    }

    /**
     * A shard.
     *
     * @throws DatasetException if its record is missing, damaged, or not the one that the manifest knows
     * @throws IndexOutOfBoundsException if there is no such shard
     */
    public DatasetShard shard(int shard) throws IOException {
        java.util.Objects.checkIndex(shard, shards());
        ShardRecord.Stored stored = ShardRecord.read(directory, plan(), planChecksum, shard);
        if (stored.checksum() != manifest.shards()[shard]) {
            throw new DatasetException(
                    directory.resolve(Layout.shard(shard)).resolve(Layout.SHARD),
                    "its checksum is " + Checksums.hex(stored.checksum()) + " where the manifest has "
                            + Checksums.hex(manifest.shards()[shard]));
        }
        return new DatasetShard(directory, plan(), stored.record(), arena);
    }

    /**
     * Where an instance is.
     *
     * @throws IndexOutOfBoundsException if the dataset does not have that index
     */
    public Location locate(long index) {
        int shard = plan().shardOf(index);
        return new Location(shard, index - plan().shard(shard).first());
    }

    /** The constants' names. */
    public List<String> constants() {
        return plan().constants().stream()
                .map(constant -> constant.field().name())
                .toList();
    }

    /**
     * A constant, read-only, row-major, starting at a page; until the dataset is closed.
     *
     * @throws DatasetException if the file is missing, or its head or length is not what the plan says
     * @throws IllegalArgumentException if there is no such constant
     */
    public MemorySegment constant(String name) throws IOException {
        StoredConstant found = plan().constants().stream()
                .filter(candidate -> candidate.field().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no constant '" + name + "': there are " + String.join(", ", constants())));
        return DatasetShard.map(
                directory.resolve(Layout.CONSTANTS).resolve(Layout.array(name)), Npy.of(found.field()), arena);
    }

    /**
     * The spec that the dataset was made from.
     *
     * @throws DatasetException if it was made by another version of its workload
     * @throws io.millrace.spec.SpecException if there is no such workload here, or a table of the spec is damaged
     */
    public Spec spec() throws DatasetException {
        return StoredSpec.of(directory, plan());
    }

    /** Unmaps; the segments that were handed out can no longer be read. */
    @Override
    public void close() {
        arena.close();
    }
}
