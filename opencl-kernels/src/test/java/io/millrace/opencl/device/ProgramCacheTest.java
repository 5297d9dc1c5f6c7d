package io.millrace.opencl.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.opencl.OpenClHere;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCacheTest {
    private static final Source SOURCE = new Source(
            "seven.cl",
            "kernel void seven(const uint items, global int *out) { if (get_global_id(0) < items) out[0] = 7; }");

    @TempDir
    Path directory;

    private final String before = System.getProperty(ProgramCache.PROPERTY);
    private Device device;

    @BeforeEach
    void open() {
        device = OpenClHere.library().choose("best").getFirst();
        System.setProperty(ProgramCache.PROPERTY, directory.resolve("programs").toString());
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(ProgramCache.PROPERTY);
        } else {
            System.setProperty(ProgramCache.PROPERTY, before);
        }
    }

    /** Runs the kernel in a context of its own; how often its source was compiled. */
    private int compilations() {
        SpyCl cl = new SpyCl();
        try (Context context = new Context(cl, device);
                Queue queue = context.newQueue();
                Buffer buffer = context.allocate(4);
                Arena arena = Arena.ofConfined()) {
            queue.kernel(SOURCE, "seven").arg(buffer).run(1);
            MemorySegment out = arena.allocate(4);
            queue.read(buffer, out);
            queue.finish();
            assertEquals(7, out.get(ValueLayout.JAVA_INT, 0));
        }
        return cl.calls("createProgram");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("programs"))) {
            return files.toList();
        }
    }

    @Test
    void aProgramIsCompiledOnce() throws IOException {
        assertEquals(1, compilations());
        assertEquals(1, files().size(), files().toString());
        assertEquals(0, compilations());
        assertEquals(1, files().size());
    }

    @Test
    void whatIsDamagedIsCompiledAgain() throws IOException {
        assertEquals(1, compilations());
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        byte[] whole = bytes.clone();
        bytes[bytes.length / 2] ^= 1;
        for (byte[] damaged : List.of(bytes, new byte[0], new byte[31], java.util.Arrays.copyOf(whole, 100))) {
            Files.write(file, damaged);
            assertEquals(1, compilations());
            assertArrayEquals(whole, Files.readAllBytes(file));
        }
        ProgramCache cache = ProgramCache.open();
        String key = file.getFileName().toString().replace(".bin", "");
        cache.put(key, "not of this driver".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(1, compilations(), "a binary that the driver refuses");
        assertEquals(0, compilations());
    }

    @Test
    void aDirectoryThatCannotBeCostsTimeAlone() throws IOException {
        Files.writeString(directory.resolve("programs"), "a file");
        assertEquals(1, compilations());
        System.setProperty(ProgramCache.PROPERTY, "none");
        assertEquals(1, compilations());
        assertEquals(1, compilations());
    }

    @Test
    void theKeyIsOfTheSourceTheOptionsTheDeviceAndTheDriver() {
        String key = ProgramCache.key(device, "a", "b");
        assertEquals(key, ProgramCache.key(device, "a", "b"));
        assertNotEquals(key, ProgramCache.key(device, "ab", ""));
        assertNotEquals(key, ProgramCache.key(device, "a", "c"));
        assertNotEquals(key, ProgramCache.key(device, "c", "b"));
        Device other = DeviceTest.device(true, true, true, true, true, true);
        assertNotEquals(key, ProgramCache.key(other, "a", "b"));
        assertTrue(key.matches("[0-9a-f]{64}"), key);
        assertFalse(ProgramCache.open().get(key).isPresent());
    }
}
