package io.millrace.dataset;

import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.Generator;
import io.millrace.generator.Workloads;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a dataset is made from, so that each of its bytes can be made again: what {@code plan.json} says. It knows
 * nothing of workers, batches, backends, time or machine.
 *
 * @param millrace the version of Millrace that made the plan
 * @param workload the workload's name
 * @param workloadVersion the workload's version
 * @param seed the key of the random numbers, all 64 bits; written as a decimal string, which no reader rounds
 * @param first the index of the first instance
 * @param count the number of instances, 1 or more
 * @param shardSize instances per shard, 1 or more; the last shard may have fewer
 * @param foreign the library, with its version, that computes the instances, if it is not Millrace
 * @param spec the spec's settings, in the workload's order
 * @param fields the arrays of each shard
 * @param constants the arrays that all shards share
 */
public record Plan(
        String millrace,
        String workload,
        int workloadVersion,
        long seed,
        long first,
        long count,
        long shardSize,
        Optional<String> foreign,
        Map<String, String> spec,
        List<Field> fields,
        List<StoredConstant> constants) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException with a sentence that names the value and what is allowed
     */
    public Plan {
        spec = Collections.unmodifiableMap(new LinkedHashMap<>(spec));
        fields = List.copyOf(fields);
        constants = List.copyOf(constants);
        require("first", first, 0, Long.MAX_VALUE);
        require("count", count, 1, Long.MAX_VALUE - first);
        require("shard size", shardSize, 1, Long.MAX_VALUE);
        if (Math.ceilDiv(count, shardSize) > Layout.MAX_SHARDS) {
            throw new IllegalArgumentException("shard size is " + shardSize + ": allowed for " + count
                    + " instances is " + Math.ceilDiv(count, (long) Layout.MAX_SHARDS) + " and more, for at most "
                    + Layout.MAX_SHARDS + " shards");
        }
        long largest = Math.min(count, shardSize);
        for (Field field : fields) {
            try {
                Npy.of(field, largest).fileBytes();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        "shard size is " + shardSize + ": a file of field " + field.name() + " would pass 2^63 bytes",
                        e);
            }
        }
    }

    /**
     * The plan for instances of this generator, with shards of the default size.
     *
     * @throws IllegalArgumentException if the range is empty
     */
    public static Plan of(Generator generator, Range range) {
        return of(generator, range, defaultShardSize(generator.schema(), range.count()));
    }

    /**
     * The plan for instances of this generator.
     *
     * @param shardSize instances per shard
     * @throws IllegalArgumentException if the range is empty or the shard size leads to more than 100,000 shards
     */
    public static Plan of(Generator generator, Range range, long shardSize) {
        return of(generator, Workloads.named(generator.spec().workload()).version(), range, shardSize);
    }

    /** As above, for a workload that need not be registered. */
    static Plan of(Generator generator, int workloadVersion, Range range, long shardSize) {
        if (range.end() > generator.size()) {
            throw new IllegalArgumentException("instances up to " + (range.end() - 1) + ": allowed are 0 to "
                    + (generator.size() - 1) + ", for so many parameters are given");
        }
        Schema schema = generator.schema();
        return new Plan(
                Layout.MILLRACE,
                generator.spec().workload(),
                workloadVersion,
                generator.seed(),
                range.first(),
                range.count(),
                shardSize,
                generator.foreign(),
                generator.spec().settings(),
                schema.fields(),
                schema.constants().stream().map(StoredConstant::of).toList());
    }

    /** So many instances that a shard has about 256 MiB, at least 1; more where that would need over 100,000 shards. */
    public static long defaultShardSize(Schema schema, long count) {
        return Math.max(Math.max(1, Layout.SHARD_BYTES / schema.instanceBytes()), Math.ceilDiv(count, (long)
                Layout.MAX_SHARDS));
    }

    /** The number of shards. */
    public int shards() {
        return (int) Math.ceilDiv(count, shardSize);
    }

    /**
     * The instances of a shard.
     *
     * @throws IndexOutOfBoundsException if there is no such shard
     */
    public Range shard(int shard) {
        java.util.Objects.checkIndex(shard, shards());
        long offset = shard * shardSize;
        return new Range(first + offset, Math.min(shardSize, count - offset));
    }

    /**
     * The shard of an instance.
     *
     * @throws IndexOutOfBoundsException if the dataset does not have that index
     */
    public int shardOf(long index) {
        if (index < first || index - first >= count) {
            throw new IndexOutOfBoundsException(
                    "instance " + index + " of a dataset from " + first + " to " + (first + count - 1));
        }
        return (int) ((index - first) / shardSize);
    }

    /** Bytes of all the arrays of a shard, heads included. */
    public long shardBytes(int shard) {
        long count = shard(shard).count();
        long bytes = 0;
        for (Field field : fields) {
            bytes = Math.addExact(bytes, Npy.of(field, count).fileBytes());
        }
        return bytes;
    }

    /** The bytes of {@code plan.json}: equal plans have equal bytes. */
    public byte[] toBytes() {
        return PlanJson.bytes(this);
    }

    /**
     * Reads a plan.
     *
     * @throws DatasetException if the file is missing, damaged, of another format, or not a plan
     */
    public static Plan read(Path file) throws IOException {
        return PlanJson.parse(file, SealedJson.read(file));
    }

    /**
     * What keeps this plan's instances from being those of another, one clause for each difference, such as
     * {@code seed is 1 there and 2 here}; empty if they are the same. The version of Millrace makes no difference as
     * long as the workload's is the same.
     */
    public List<String> differences(Plan here) {
        return PlanDifference.between(this, here);
    }

    private static void require(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ": allowed is " + least + " to " + most);
        }
    }
}
