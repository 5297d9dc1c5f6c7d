package io.millrace.dataset;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A shard that is being written in its partial directory, by several threads at once.
 *
 * <p>Each of the plan's fields has a file; a batch's tensor goes to the place that its first index gives. Whoever writes
 * the last instance commits.
 */
final class OpenShard {
    private final Path directory;
    private final int planChecksum;
    private final int shard;
    private final Range range;
    private final List<Field> fields;
    private final Checkpoint checkpoint;
    private final Path partial;
    private final FileChannel[] channels;
    private final BlockSums[] sums;
    private final AtomicLongArray counters;
    private final AtomicLong missing;

    /**
     * Creates the partial directory and its files.
     *
     * @throws IOException if that failed; what was made is for {@link Sweeper} then
     */
    OpenShard(Path directory, Plan plan, int planChecksum, int shard, Checkpoint checkpoint) throws IOException {
        this.directory = directory;
        this.planChecksum = planChecksum;
        this.shard = shard;
        this.range = plan.shard(shard);
        this.fields = plan.fields();
        this.checkpoint = checkpoint;
        this.partial = directory.resolve(Layout.partial(Layout.shard(shard)));
        this.channels = new FileChannel[fields.size()];
        this.sums = new BlockSums[fields.size()];
        this.counters = new AtomicLongArray(fields.size());
        this.missing = new AtomicLong(range.count());
        Files.createDirectory(partial);
        try {
            for (int i = 0; i < channels.length; i++) {
                create(i);
            }
            checkpoint.reached(Checkpoint.OPENED);
        } catch (Throwable t) {
            close();
            throw t;
        }
    }

    private void create(int i) throws IOException {
        Npy npy = Npy.of(fields.get(i), range.count());
        byte[] head = npy.head();
        sums[i] = new BlockSums(npy.fileBytes());
        sums[i].add(0, head.length, Checksums.crc(head, 0, head.length));
        channels[i] =
                FileChannel.open(partial.resolve(Layout.array(fields.get(i).name())), Durable.NEW_FILE);
        Durable.writeFully(channels[i], ByteBuffer.wrap(head), 0);
    }

    int shard() {
        return shard;
    }

    /** Writes a batch that lies within the shard; whether the shard now has every instance. */
    boolean write(Batch batch) throws IOException {
        long row = batch.first() - range.first();
        for (int i = 0; i < channels.length; i++) {
            Field field = fields.get(i);
            MemorySegment tensor = batch.tensor(i);
            FileChannel channel = channels[i];
            Pieces.cut(
                    tensor,
                    Layout.PAYLOAD + row * field.bytes(),
                    sums[i],
                    (offset, piece) -> Durable.writeFully(channel, piece, offset));
            if (field.counter()) {
                counters.addAndGet(i, sum(tensor));
            }
        }
        checkpoint.reached(Checkpoint.WRITTEN);
        return missing.addAndGet(-batch.count()) == 0;
    }

    private static long sum(MemorySegment tensor) {
        long sum = 0;
        for (long at = 0; at < tensor.byteSize(); at += Integer.BYTES) {
            sum += tensor.get(Elements.I4, at);
        }
        return sum;
    }

    /**
     * Forces the files, adds the record, and gives the directory its name. After a failure nobody knows which pages
     * reached the disk, so the shard must be deleted.
     */
    void commit() throws IOException {
        checkpoint.reached(Checkpoint.FORCE);
        for (FileChannel channel : channels) {
            channel.force(true);
            channel.close();
        }
        Map<String, Long> counted = new LinkedHashMap<>();
        Map<String, Checksums> files = new LinkedHashMap<>();
        for (int i = 0; i < channels.length; i++) {
            if (fields.get(i).counter()) {
                counted.put(fields.get(i).name(), counters.get(i));
            }
            files.put(Layout.array(fields.get(i).name()), sums[i].result());
        }
        byte[] record = new ShardRecord(planChecksum, shard, range.first(), range.count(), counted, files).bytes();
        try (FileChannel channel = FileChannel.open(partial.resolve(Layout.SHARD), Durable.NEW_FILE)) {
            Durable.writeFully(channel, ByteBuffer.wrap(record), 0);
            channel.force(true);
        }
        Durable.forceDirectory(partial);
        checkpoint.reached(Checkpoint.RENAME);
        Durable.rename(partial, directory.resolve(Layout.shard(shard)));
        checkpoint.reached(Checkpoint.COMMITTED);
    }

    /** Lets go of the files, as they are. */
    void close() throws IOException {
        IOException failure = null;
        for (FileChannel channel : channels) {
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
