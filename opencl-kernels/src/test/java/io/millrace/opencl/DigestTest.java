package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.batch.Batch;
import io.millrace.batch.Field;
import io.millrace.generator.Generator;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Library;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;
import io.millrace.spec.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The digests that core pins, reproduced by devices: in pieces of any size, in the host's memory and through copies. */
@Tag("digest")
final class DigestTest {
    /** Those that have kernels for devices. */
    private static final List<String> WORKLOADS = List.of("causal", "pde", "radio", "routing", "waveform");

    private static final int COMPUTED_WITHOUT_DOUBLES = 51;

    /** A line of {@code digests/WORKLOAD.txt}. */
    record Pinned(String digest, long seed, long first, int count, String settings, Spec spec) {
        static Pinned of(String workload, String line) {
            String[] parts = line.split(" ", 5);
            return new Pinned(
                    parts[0],
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Integer.parseInt(parts[3]),
                    parts[4],
                    Made.spec(workload, parts[4]));
        }

        OpenClGenerator generator() {
            OpenClGenerator generator = Made.opencl(spec, seed);
            assertEquals("opencl", generator.backend());
            return generator;
        }

        @Override
        public String toString() {
            return spec.workload() + " " + settings + " from " + first;
        }
    }

    @BeforeAll
    static void assumeADevice() {
        OpenClHere.library();
    }

    /**
     * All but radio's long lines, unless {@code -Dmillrace.test.exhaustive=true}: PoCL compiles radio's kernels anew for each length of
     * signals, which takes seconds.
     */
    static Stream<Pinned> pinned() {
        return every().filter(
                        line -> Arguments.EXHAUSTIVE || !line.spec().workload().equals("radio") || line.count() == 1);
    }

    static Stream<Pinned> every() {
        return WORKLOADS.stream()
                .flatMap(workload -> read("/digests/" + workload + ".txt")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> Pinned.of(workload, line)));
    }

    private static String read(String resource) {
        try (InputStream stream = DigestTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pinned")
    void inTheHostsMemory(Pinned line) {
        try (OpenClGenerator generator = line.generator()) {
            everyPieceSize(line, generator);
        }
    }

    @ParameterizedTest
    @MethodSource("pinned")
    void throughCopies(Pinned line) {
        try (OpenClGenerator generator = Made.copying(line::generator)) {
            everyPieceSize(line, generator);
        }
    }

    private static void everyPieceSize(Pinned line, Generator generator) {
        for (int piece : new int[] {line.count(), 1, 7, 64}) {
            assertEquals(
                    line.digest(),
                    Made.digest(generator, line.first(), line.count(), piece),
                    () -> "in pieces of " + piece);
        }
    }

    @ParameterizedTest
    @MethodSource("pinned")
    void byThreeWorkers(Pinned line) throws InterruptedException {
        try (OpenClGenerator generator = line.generator()) {
            List<Field> fields = generator.schema().fields();
            List<MemorySegment> whole = new ArrayList<>();
            for (Field field : fields) {
                whole.add(MemorySegment.ofArray(new byte[Math.toIntExact(field.bytes() * line.count())]));
            }
            try (Pipeline pipeline =
                    Pipeline.open(generator, new Range(line.first(), line.count()), new Options(3, 13, 2))) {
                for (Batch next = pipeline.next(); next != null; next = pipeline.next()) {
                    try (Batch batch = next) {
                        for (int f = 0; f < fields.size(); f++) {
                            long at = (batch.first() - line.first())
                                    * fields.get(f).bytes();
                            whole.get(f).asSlice(at).copyFrom(batch.tensor(f));
                        }
                    }
                }
            }
            MessageDigest sha = Made.sha();
            whole.forEach(tensor -> sha.update(tensor.asByteBuffer()));
            assertEquals(line.digest(), HexFormat.of().formatHex(sha.digest()));
        }
    }

    static OpenClGenerator on(Library library, Device device, Pinned line) {
        return new OpenClGenerator(
                Made.scalar(line.spec(), line.seed()), workload(line), library.cl(), List.of(device));
    }

    private static OpenClWorkload workload(Pinned line) {
        return ServiceLoader.load(OpenClWorkload.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(known -> known.name().equals(line.spec().workload()))
                .findFirst()
                .orElseThrow();
    }

    /** Those lines that a device without doubles is not refused for, by programs without any. */
    @Test
    void withoutDoubles() {
        Library library = OpenClHere.library();
        Device here = library.choose("best").getFirst();
        Device device = here.as(here.type(), here.workGroup(), false);
        int computed = 0;
        for (Pinned line : pinned().toList()) {
            if (workload(line).refusal(line.spec(), device).isEmpty()) {
                try (OpenClGenerator generator = on(library, device, line)) {
                    assertEquals(
                            line.digest(),
                            Made.digest(generator, line.first(), line.count(), line.count()),
                            line::toString);
                }
                computed++;
            }
        }
        assertEquals(COMPUTED_WITHOUT_DOUBLES, computed);
    }
}
