package io.millrace.dataset;

import io.millrace.batch.Field;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;

/** One shard of an open dataset: its arrays, mapped when they are asked for. */
public final class DatasetShard {
    private final Path directory;
    private final Plan plan;
    private final ShardRecord record;
    private final Arena arena;

    DatasetShard(Path directory, Plan plan, ShardRecord record, Arena arena) {
        this.directory = directory;
        this.plan = plan;
        this.record = record;
        this.arena = arena;
    }

    /** Its instances. */
    public Range range() {
        return new Range(record.first(), record.count());
    }

    /** The sum of each counter over its instances. */
    public Map<String, Long> counters() {
        return record.counters();
    }

    /**
     * The array of a field over the shard's instances, read-only, row-major, starting at a page; mapped anew at each
     * call, and until the dataset is closed. A process can have some 65,000 mappings on Linux: a pass over many shards
     * maps each for a time of its own.
     *
     * @param field its name
     * @throws DatasetException if the file is missing, or its head or length is not what the plan says
     * @throws IllegalArgumentException if there is no such field
     */
    public MemorySegment tensor(String field) throws IOException {
        return tensor(field, arena);
    }

    /** The same, mapped until an arena is closed. */
    public MemorySegment tensor(String field, Arena lifetime) throws IOException {
        return map(file(field), Npy.of(field(field), record.count()), lifetime);
    }

    private Path file(String field) {
        return directory.resolve(Layout.shard(record.shard())).resolve(Layout.array(field));
    }

    private Field field(String name) {
        return plan.fields().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field '" + name + "': there are "
                        + String.join(
                                ", ", plan.fields().stream().map(Field::name).toList())));
    }

    /**
     * Copies the numbers of one instance, which alone are decoded where the array is compressed.
     *
     * @param row its place in the shard
     * @param to gets {@link Field#bytes} bytes
     * @throws DatasetException as {@link #tensor}
     */
    public void read(String field, long row, MemorySegment to) throws IOException {
        Field found = field(field);
        java.util.Objects.checkIndex(row, record.count());
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(found.bytes()));
        try (ArrayBytes array = ArrayBytes.open(file(field))) {
            if (array.size() != Npy.of(found, record.count()).fileBytes()) {
                throw new DatasetException(
                        file(field), "it has " + array.size() + " bytes, which is not what the plan gives it");
            }
            array.read(bytes, Layout.PAYLOAD + row * found.bytes());
        }
        MemorySegment.copy(MemorySegment.ofBuffer(bytes.flip()), 0, to, 0, found.bytes());
    }

    static MemorySegment map(Path file, Npy npy, Arena arena) throws IOException {
        if (!Sweeper.isFile(file) && ColdFile.standsFor(file)) {
            return decoded(file, npy, arena);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != npy.fileBytes()) {
                throw new DatasetException(
                        file, "it has " + channel.size() + " bytes where the plan gives it " + npy.fileBytes());
            }
            ByteBuffer head = ByteBuffer.allocate(Layout.PAYLOAD);
            while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
                // a read may bring less than was asked for
            }
            if (!Arrays.equals(head.array(), npy.head())) {
                throw new DatasetException(
                        file,
                        "its head is not the one of an array of shape " + npy.shape() + " and dtype "
                                + npy.dtype().descr());
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, npy.fileBytes(), arena)
                    .asSlice(npy.payload());
        } catch (NoSuchFileException e) {
            throw new DatasetException(file + " is missing: repair makes it again", e);
        }
    }

    /** All of a compressed array. */
    private static MemorySegment decoded(Path file, Npy npy, Arena arena) throws IOException {
        try (ArrayBytes bytes = ArrayBytes.open(file)) {
            if (bytes.size() != npy.fileBytes()) {
                throw new DatasetException(
                        file, "it has " + bytes.size() + " bytes where the plan gives it " + npy.fileBytes());
            }
            MemorySegment all = arena.allocate(npy.fileBytes(), Layout.PAYLOAD);
            for (long at = 0; at < npy.fileBytes(); at += Layout.BLOCK) {
                long some = Math.min(Layout.BLOCK, npy.fileBytes() - at);
                bytes.read(all.asSlice(at, some).asByteBuffer(), at);
            }
            if (all.asSlice(0, Layout.PAYLOAD).mismatch(MemorySegment.ofArray(npy.head())) >= 0) {
                throw new DatasetException(
                        file,
                        "its head is not the one of an array of shape " + npy.shape() + " and dtype "
                                + npy.dtype().descr());
            }
            return all.asSlice(npy.payload()).asReadOnly();
        }
    }
}
