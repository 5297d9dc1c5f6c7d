package io.millrace.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Field;
import io.millrace.pipeline.Management;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;
import io.millrace.simd.Simd;
import io.millrace.simd.Species;
import io.millrace.spec.Spec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pinned digests of a workload, {@code digests/NAME.txt}, by every backend, in pieces of any size and by any number of workers.
 *
 * <p>The build runs this class once for each leg: widths, instruction sets, the interpreter, the class path. Properties say what
 * a leg is for, and the test fails where the process turns out to be something else:
 *
 * <ul>
 *   <li>{@code millrace.test.expect.bits}: the width of the species, or {@code ..256} for at most that; 0: no vectors at all
 *   <li>{@code millrace.test.expect.backend}: what the choice gives when nobody asks
 *   <li>{@code millrace.test.expect.vm}: a part of {@code java.vm.info}
 *   <li>{@code millrace.test.expect.option}: an option of the virtual machine, {@code name=value}
 *   <li>{@code millrace.test.digests.most}: lines of more instances than this are left to faster legs
 * </ul>
 *
 * <p>{@code mvn -pl core test -Dtest='*DigestTest' -Dmillrace.test.digests.print=true} prints what the scalar kernels make
 * of each line. Nothing rewrites the file: a digest changes only with {@link Workload#version}, in a commit that says why.
 */
@SuppressWarnings("exports")
@Tag("digest")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PinnedDigests {
    private static final int MOST = Integer.getInteger("millrace.test.digests.most", Integer.MAX_VALUE);
    /** Slow legs are about arithmetic: they try one way to deal out the work, and nothing twice. */
    private static final boolean FAST = MOST == Integer.MAX_VALUE;

    private final String workload;

    /** Of the workload of that name. */
    protected PinnedDigests(String workload) {
        this.workload = workload;
    }

    /** A line of the file. */
    public record Pinned(String workload, String digest, long seed, long first, int count, String settings) {
        static Pinned of(String workload, String line) {
            String[] parts = line.split(" ", 5);
            return new Pinned(
                    workload,
                    parts[0],
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Integer.parseInt(parts[3]),
                    parts[4]);
        }

        Generator generator(String backend) {
            return Backends.choose(backend, spec(), seed).generator();
        }

        private Spec spec() {
            Map<String, String> map = new LinkedHashMap<>();
            for (String setting : settings.strip().split(" ")) {
                String[] pair = setting.split("=", 2);
                map.put(pair[0], pair[1]);
            }
            return Workloads.named(workload).parse(map);
        }

        @Override
        public String toString() {
            return settings + " from " + first;
        }
    }

    public Stream<Pinned> pinned() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PinnedDigests.class.getResourceAsStream("/digests/" + workload + ".txt"), StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Pinned.of(workload, line))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Stream<Pinned> small() {
        return pinned().filter(line -> line.count() <= MOST);
    }

    /** Where a leg asks for a width of vectors, the vectors alone: to scalars it is nothing. */
    private static List<String> backends() {
        if (!Simd.present()) {
            return List.of("scalar");
        }
        boolean any = System.getProperty("millrace.vector.bits", "auto").equals("auto");
        return any ? List.of("scalar", "vector") : List.of("vector");
    }

    @Test
    public void thisProcessIsTheOneTheLegIsFor() {
        Optional.ofNullable(System.getProperty("millrace.test.expect.bits")).ifPresent(expected -> {
            if (expected.startsWith("..")) {
                assertTrue(Simd.bits() >= 128 && Simd.bits() <= Integer.parseInt(expected.substring(2)), expected);
            } else {
                assertEquals(Integer.parseInt(expected), Simd.bits());
            }
        });
        if (Simd.present()) {
            assertEquals(Simd.bits(), Width.ofFloats());
            assertEquals(
                    "vector",
                    pinned().findFirst().orElseThrow().generator("vector").backend());
        }
        Optional.ofNullable(System.getProperty("millrace.test.expect.backend"))
                .ifPresent(expected -> assertEquals(
                        expected,
                        pinned().findFirst()
                                .orElseThrow()
                                .generator(Backends.AUTO)
                                .backend()));
        Optional.ofNullable(System.getProperty("millrace.test.expect.vm"))
                .ifPresent(expected -> assertTrue(
                        System.getProperty("java.vm.info").contains(expected), System.getProperty("java.vm.info")));
    }

    @Test
    public void theVirtualMachineHasTheOptionOfTheLeg() throws ReflectiveOperationException {
        String expected = System.getProperty("millrace.test.expect.option");
        if (expected != null) {
            String name = expected.substring(0, expected.indexOf('='));
            assertEquals(expected, name + "=" + Management.option(name));
        }
    }

    /** Apart, so that the species are loaded only where they exist. */
    private static final class Width {
        static int ofFloats() {
            return Species.FLOAT.vectorBitSize();
        }
    }

    @Test
    public void withoutTheModuleOnlyTheVectorBackendIsMissing() {
        if (Simd.present()) {
            return;
        }
        Pinned line = pinned().findFirst().orElseThrow();
        assertEquals("scalar", line.generator(Backends.AUTO).backend());
        assertEquals(0, Simd.bits());
        assertFalse(Simd.preferred());
        String message = assertThrows(UnavailableException.class, () -> line.generator("vector"))
                .getMessage();
        assertTrue(message.contains("--add-modules jdk.incubator.vector"), message);
    }

    @ParameterizedTest
    @MethodSource("small")
    public void everyPieceSize(Pinned line) {
        for (String backend : backends()) {
            Generator generator = line.generator(backend);
            assertEquals(backend, generator.backend());
            int poison = 0xA5;
            for (int piece : new int[] {1, 7, 64, line.count()}) {
                // Another poison each time: an element that nobody writes cannot give one digest twice.
                poison ^= 0xFF;
                try (Batch made = Filling.fill(generator, line.first(), line.count(), piece, piece == 7, poison)) {
                    assertEquals(line.digest(), Filling.digest(made), () -> backend + " in pieces of " + piece);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    public void everyNumberOfWorkersAndBatchSize(Pinned line) throws InterruptedException {
        for (String backend : backends()) {
            Generator generator = line.generator(backend);
            for (int workers : FAST ? new int[] {1, 2, 3, 7} : new int[] {2}) {
                for (int batch : FAST ? new int[] {1, 13, 4096} : new int[] {1}) {
                    assertEquals(
                            line.digest(),
                            throughPipeline(generator, line, new Options(workers, batch, 2)),
                            () -> backend + ", " + workers + " workers, batches of " + batch);
                }
            }
        }
    }

    private static String throughPipeline(Generator generator, Pinned line, Options options)
            throws InterruptedException {
        List<MemorySegment> whole = new ArrayList<>();
        List<Field> fields = generator.schema().fields();
        for (Field field : fields) {
            whole.add(MemorySegment.ofArray(new byte[Math.toIntExact(field.bytes() * line.count())]));
        }
        try (Pipeline pipeline = Pipeline.open(generator, new Range(line.first(), line.count()), options)) {
            for (Batch next = pipeline.next(); next != null; next = pipeline.next()) {
                try (Batch batch = next) {
                    for (int f = 0; f < fields.size(); f++) {
                        long at = (batch.first() - line.first()) * fields.get(f).bytes();
                        whole.get(f).asSlice(at).copyFrom(batch.tensor(f));
                    }
                }
            }
        }
        var sha = Filling.sha();
        whole.forEach(tensor -> sha.update(tensor.asByteBuffer()));
        return HexFormat.of().formatHex(sha.digest());
    }

    /** By then the kernels are compiled, by both compilers, with and without what the profile promised. */
    @ParameterizedTest
    @MethodSource("small")
    public void againWhenHot(Pinned line) {
        for (String backend : backends()) {
            Generator generator = line.generator(backend);
            for (int round = 0; round < (FAST ? 20 : 1); round++) {
                try (Batch made = Filling.fill(generator, line.first(), line.count(), line.count(), false, round)) {
                    if (round % 10 == 9 || !FAST) {
                        assertEquals(line.digest(), Filling.digest(made), backend);
                    }
                }
            }
        }
    }

    @Test
    public void printsDigestsWhenAsked() {
        if (!Boolean.getBoolean("millrace.test.digests.print")) {
            return;
        }
        pinned().forEach(line -> {
            try (Batch made =
                    Filling.fill(line.generator("scalar"), line.first(), line.count(), line.count(), false, 0)) {
                System.out.println(Filling.digest(made) + " " + line.seed() + " " + line.first() + " " + line.count()
                        + " " + line.settings());
            }
        });
    }
}
