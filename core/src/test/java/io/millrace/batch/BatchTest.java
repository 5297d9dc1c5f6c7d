package io.millrace.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    private static final Schema SCHEMA = Schema.of(
            Field.of("a", DType.F4, "three floats", 3),
            Field.of("b", DType.U1, "a byte"),
            Field.of("c", DType.F8, "a matrix", 2, 5));

    @Property(tries = 200)
    void tensorsAreAlignedAndApart(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 40) Integer> extents,
            @ForAll @IntRange(min = 1, max = 60) int capacity,
            @ForAll DType type) {
        Field[] fields = new Field[extents.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = Field.of("f" + i, type, "", extents.get(i));
        }
        Schema schema = Schema.of(fields);
        try (Batch batch = Batch.allocate(schema, capacity)) {
            long end = batch.tensor(0).address();
            for (int i = 0; i < fields.length; i++) {
                MemorySegment tensor = batch.tensor(i);
                assertEquals(0, tensor.address() % 64);
                assertTrue(tensor.address() >= end && tensor.address() < end + 64);
                assertEquals((long) capacity * extents.get(i) * type.bytes(), tensor.byteSize());
                end = tensor.address() + tensor.byteSize();
            }
            assertTrue(end - batch.tensor(0).address() <= Batch.bytes(schema, capacity));
            assertEquals(0, Batch.bytes(schema, capacity) % 64);
        }
    }

    @Test
    void aNewBatch() {
        try (Batch batch = Batch.allocate(SCHEMA, 7)) {
            assertEquals(0, batch.first());
            assertEquals(7, batch.count());
            assertEquals(7, batch.capacity());
            assertSame(SCHEMA, batch.schema());
            assertEquals(batch.tensor(2), batch.tensor("c"));
            assertThrows(IllegalArgumentException.class, () -> batch.tensor("d"));
            assertEquals(128 + 64 + 576, Batch.bytes(SCHEMA, 7));
        }
        for (int bad : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> Batch.allocate(SCHEMA, bad));
        }
    }

    @Test
    void aSliceIsTheSameMemory() {
        try (Batch batch = Batch.allocate(SCHEMA, 10);
                Batch range = batch.range(100, 8, () -> {})) {
            Batch slice = range.slice(3, 4);
            Batch inner = slice.slice(1, 2);
            assertEquals(103, slice.first());
            assertEquals(4, slice.count());
            assertEquals(104, inner.first());
            for (int f = 0; f < 3; f++) {
                long bytes = SCHEMA.fields().get(f).bytes();
                assertEquals(
                        batch.tensor(f).address() + 3 * bytes, slice.tensor(f).address());
                assertEquals(4 * bytes, slice.tensor(f).byteSize());
                assertEquals(
                        batch.tensor(f).address() + 4 * bytes, inner.tensor(f).address());
                assertEquals(8 * bytes, range.tensor(f).byteSize());
            }
            slice.close();
            assertEquals(8, range.tensor(1).byteSize());
            assertThrows(IllegalStateException.class, () -> slice.tensor(0));
            assertThrows(IllegalStateException.class, () -> slice.slice(0, 1));
            assertEquals(2, inner.tensor(1).byteSize());
            int[][] outside = {{-1, 1}, {0, 9}, {8, 1}, {3, -1}, {Integer.MAX_VALUE, 1}, {Integer.MAX_VALUE, 2}};
            for (int[] bad : outside) {
                assertThrows(IndexOutOfBoundsException.class, () -> range.slice(bad[0], bad[1]));
            }
            assertEquals(0, range.slice(8, 0).count());
            assertThrows(IndexOutOfBoundsException.class, () -> batch.range(0, 11, () -> {}));
            assertThrows(IndexOutOfBoundsException.class, () -> batch.range(0, -1, () -> {}));
        }
    }

    @Test
    void useAfterClose() {
        Batch batch = Batch.allocate(SCHEMA, 2);
        MemorySegment tensor = batch.tensor("a");
        Batch slice = batch.slice(0, 1);
        batch.close();
        batch.close();
        assertThrows(IllegalStateException.class, () -> batch.tensor("a"));
        assertThrows(IllegalStateException.class, () -> batch.slice(0, 1));
        assertThrows(IllegalStateException.class, () -> batch.range(0, 1, () -> {}));
        assertThrows(IllegalStateException.class, () -> tensor.get(Elements.F4, 0));
        assertThrows(IllegalStateException.class, () -> slice.tensor("a").get(Elements.F4, 0));
    }

    @Test
    void closingRunsItsActionOnce() {
        AtomicInteger runs = new AtomicInteger();
        try (Batch batch = Batch.allocate(SCHEMA, 2)) {
            Batch range = batch.range(5, 2, runs::incrementAndGet);
            range.close();
            range.close();
        }
        assertEquals(1, runs.get());
    }

    @Test
    void overACallersSegment() {
        try (Arena arena = Arena.ofConfined()) {
            long bytes = Batch.bytes(SCHEMA, 5);
            MemorySegment memory = arena.allocate(bytes + 64, 64);
            try (Batch batch = Batch.over(SCHEMA, 5, memory.asSlice(64))) {
                assertEquals(memory.address() + 64, batch.tensor(0).address());
                batch.tensor("b").set(Elements.U1, 4, (byte) 9);
            }
            assertTrue(memory.scope().isAlive());
            assertEquals(9, memory.get(Elements.U1, 64 + 64 + 4));
            for (MemorySegment bad : List.of(
                    memory.asSlice(32),
                    memory.asSlice(1),
                    memory.asSlice(0, bytes - 1),
                    memory.asReadOnly(),
                    MemorySegment.ofArray(new byte[(int) bytes]),
                    MemorySegment.ofArray(new long[(int) bytes]))) {
                String message = assertThrows(IllegalArgumentException.class, () -> Batch.over(SCHEMA, 5, bad))
                        .getMessage();
                assertTrue(message.startsWith("a batch"), message);
            }
        }
    }

    @Test
    void overAMappedFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("batch");
        long bytes = Batch.bytes(SCHEMA, 5);
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                Batch batch = Batch.over(SCHEMA, 5, channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena))) {
            batch.tensor("a").setAtIndex(Elements.F4, 2, 1f);
        }
        byte[] written = Files.readAllBytes(file);
        assertEquals(bytes, written.length);
        assertEquals(0x80, written[10] & 0xff);
        assertEquals(0x3f, written[11]);
    }

    @Test
    void sizesThatOverflow() {
        int most = Integer.MAX_VALUE;
        assertThrows(ArithmeticException.class, () -> Field.of("x", DType.F8, "", most, most));
        Field large = Field.of("x", DType.F8, "", 1 << 30, 1 << 29);
        assertEquals(1L << 62, large.bytes());
        assertThrows(ArithmeticException.class, () -> Schema.of(large, Field.of("y", DType.F8, "", 1 << 30, 1 << 29)));
        Schema schema = Schema.of(large);
        assertThrows(ArithmeticException.class, () -> Batch.bytes(schema, 2));
        assertThrows(ArithmeticException.class, () -> Batch.allocate(schema, 2));
        assertThrows(OutOfMemoryError.class, () -> Batch.allocate(schema, 1));
        Field edge = Field.of("x", DType.U1, "", most, most, 2);
        assertEquals(2L * most * most, edge.bytes());
        assertThrows(ArithmeticException.class, () -> Batch.bytes(Schema.of(edge), 2));
    }

    @Test
    void fieldsAndSchemasThatMakeNoSense() {
        for (String name : List.of("", "A", "1a", "a-b", "ä", "a".repeat(65), "../x")) {
            assertThrows(IllegalArgumentException.class, () -> Field.of(name, DType.F4, ""));
        }
        assertThrows(IllegalArgumentException.class, () -> Field.of("a", DType.F4, "", 0));
        assertThrows(IllegalArgumentException.class, () -> Field.of("a", DType.F4, "", 3, -1));
        assertThrows(IllegalArgumentException.class, () -> new Field("a", DType.F4, List.of(), true, ""));
        assertThrows(IllegalArgumentException.class, () -> Schema.of());
        Field a = Field.of("a", DType.F4, "");
        assertThrows(IllegalArgumentException.class, () -> Schema.of(a, a));
        Constant one = new Constant(a, MemorySegment.ofArray(new byte[4]));
        assertTrue(one.data().isReadOnly());
        assertThrows(IllegalArgumentException.class, () -> new Constant(a, MemorySegment.ofArray(new byte[5])));
        assertThrows(IllegalArgumentException.class, () -> new Schema(List.of(a), List.of(one, one)));
        assertFalse(a.counter());
        for (DType type : DType.values()) {
            assertSame(type, DType.of(type.descr()));
            int digits = Integer.parseInt(type.descr().substring(2));
            assertEquals(digits, type.bytes());
        }
        assertThrows(IllegalArgumentException.class, () -> DType.of("<f16"));
    }
}
