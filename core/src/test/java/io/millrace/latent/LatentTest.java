package io.millrace.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.DatasetRepair;
import io.millrace.dataset.DatasetSource;
import io.millrace.dataset.DatasetVerifier;
import io.millrace.dataset.DatasetWriter;
import io.millrace.dataset.Plan;
import io.millrace.dataset.SplitWriter;
import io.millrace.dataset.Splits;
import io.millrace.generator.Backends;
import io.millrace.generator.Filling;
import io.millrace.generator.Generator;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentTest {
    private static final String BURGERS = "points=32 frames=3 t-end=0.1 nu=uniform(0.05,0.5)";
    private static final String ADVECTION = "equation=advection points=64 frames=3 t-end=0.7 beta=uniform(-1,1)";
    private static final long SEED = 12;

    @TempDir
    Path temp;

    private final Workload latent = Workloads.named("latent");

    private static Map<String, String> settings(String prefix, String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : text.strip().split(" +")) {
            String[] pair = setting.split("=", 2);
            settings.put(prefix + pair[0], pair[1]);
        }
        return settings;
    }

    private LatentSpec spec(String own) {
        Map<String, String> all = new LinkedHashMap<>(settings("", own));
        all.putAll(settings("burgers.", BURGERS));
        if (own.contains("advection")) {
            all.putAll(settings("advection.", ADVECTION));
        }
        return (LatentSpec) latent.parse(all);
    }

    private static Batch made(String workload, String settings, long first, int count) {
        try (Generator generator = Backends.choose(
                        Backends.AUTO, Workloads.named(workload).parse(settings("", settings)), SEED)
                .generator()) {
            return Filling.fill(generator, first, count, count, false, 1);
        }
    }

    private static float latent(Batch batch, long row, long element) {
        long each = batch.schema().fields().getFirst().elements();
        return batch.tensor("latent").getAtIndex(Elements.F4, row * each + element);
    }

    /** Instance i is of task i mod 2, and there its trajectory of its own. */
    @Test
    void tasksTakeTurns() {
        LatentSpec spec = spec("tasks=burgers,advection latent-dtype=f4 tokens=4 width=6");
        int count = 11;
        long first = 3;
        EncoderChoice encoder = spec.encoder();
        try (Generator generator = Backends.choose(Backends.AUTO, spec, SEED).generator();
                Batch batch = Filling.fill(generator, first, count, 4, true, 0x33);
                Arena arena = Arena.ofConfined()) {
            for (int row = 0; row < count; row++) {
                long i = first + row;
                boolean burgers = i % 2 == 0;
                assertEquals(i % 2, batch.tensor("task").getAtIndex(Elements.U1, row));
                long source = i / 2 + (burgers ? 0 : 1L << 40);
                int points = burgers ? 32 : 64;
                try (Batch trajectory = made("pde", burgers ? BURGERS : ADVECTION, source, 1);
                        Encoder alone = Encoders.onProcessors(false).of(encoder, List.of(points));
                        Encoder.Session session = alone.newSession()) {
                    MemorySegment expected = arena.allocate(4L * 3 * 4 * 6, 64);
                    session.encode(trajectory.tensor("u"), 3, expected);
                    for (long e = 0; e < 3 * 4 * 6; e++) {
                        assertEquals(expected.getAtIndex(Elements.F4, e), latent(batch, row, e));
                    }
                    String has = burgers ? "nu" : "beta";
                    assertEquals(
                            trajectory.tensor(has).getAtIndex(Elements.F8, 0),
                            batch.tensor(has).getAtIndex(Elements.F8, row));
                    assertTrue(
                            Double.isNaN(batch.tensor(burgers ? "beta" : "nu").getAtIndex(Elements.F8, row)));
                }
            }
        }
    }

    @Test
    void halvesAreTheRoundedSingles() {
        LatentSpec singles = spec("tasks=burgers latent-dtype=f4 tokens=4 width=6");
        LatentSpec halves = spec("tasks=burgers latent-dtype=f2 tokens=4 width=6");
        try (Generator one = Backends.choose(Backends.AUTO, singles, SEED).generator();
                Generator other = Backends.choose(Backends.AUTO, halves, SEED).generator();
                Batch f4 = Filling.fill(one, 0, 5, 2, false, 1);
                Batch f2 = Filling.fill(other, 0, 5, 5, false, 1)) {
            for (int e = 0; e < 5 * 3 * 4 * 6; e++) {
                assertEquals(
                        Float.floatToFloat16(f4.tensor("latent").getAtIndex(Elements.F4, e)),
                        f2.tensor("latent").getAtIndex(java.lang.foreign.ValueLayout.JAVA_SHORT, e));
            }
            for (int row = 0; row < 5; row++) {
                assertEquals(0, f2.tensor("overflow").getAtIndex(Elements.I4, row));
                float loss = f2.tensor("round_trip").getAtIndex(Elements.F4, row);
                assertTrue(loss > 0 && loss <= 1 / 2048f, loss + " of half a unit in the eleventh place at most");
            }
        }
    }

    /** From a dataset they are those that the generator gives. */
    @Test
    void aDatasetGivesWhatItsGeneratorGives() throws IOException {
        Path fields = temp.resolve("fields");
        try (Generator generator = Backends.choose(
                        Backends.AUTO, Workloads.named("pde").parse(settings("", BURGERS)), SEED)
                .generator()) {
            write(fields, generator, new Range(0, 9));
        }
        LatentSpec spec = spec("tasks=burgers tokens=4 width=6");
        try (Generator streaming = Backends.choose(Backends.AUTO, spec, SEED).generator();
                Generator reading = LatentGenerator.of(
                        spec, SEED, "dataset", Encoders.onProcessors(false), List.of(DatasetSource.open(fields)))) {
            assertEquals(9, reading.size());
            try (Batch one = Filling.fill(streaming, 0, 9, 4, false, 1);
                    Batch other = Filling.fill(reading, 0, 9, 9, false, 2)) {
                assertEquals(Filling.digest(one), Filling.digest(other));
            }
        }
    }

    private static void write(Path directory, Generator generator, Range range) throws IOException {
        DatasetWriter.write(
                directory,
                generator,
                Plan.of(generator, range, 4),
                new Options(2, 3, 0),
                Progress.NONE,
                new Cancellation(),
                false);
    }

    /** The dataset has the encoder, too: repaired when the file of its weights is gone. */
    @Test
    void aCacheWithWeightsFromAFileIsSelfContained() throws IOException {
        Path weights = temp.resolve("w.safetensors");
        Weights.write(weights, 3);
        LatentSpec spec = spec("tasks=burgers tokens=4 width=6 weights=" + weights);
        Path out = temp.resolve("out");
        try (Generator generator = Backends.choose(Backends.AUTO, spec, SEED).generator()) {
            write(out, generator, new Range(0, 6));
        }
        Files.delete(weights);
        try (Dataset dataset = Dataset.open(out)) {
            assertEquals(spec, dataset.spec());
        }
        Path file = out.resolve("000001/latent.npy");
        byte[] sound = Files.readAllBytes(file);
        Files.delete(file);
        assertTrue(
                DatasetRepair.repair(out, Backends.AUTO, any -> new Options(1, 1, 0), Progress.NONE, new Cancellation())
                        .after()
                        .sound());
        assertEquals(-1, java.util.Arrays.mismatch(sound, Files.readAllBytes(file)));
        assertTrue(DatasetVerifier.verify(out).sound());
    }

    /** The encoder's file stands in each part, and once more beside them. */
    @Test
    void damagedWeightsAreMended() throws IOException {
        Path weights = temp.resolve("w.safetensors");
        Weights.write(weights, 4);
        LatentSpec spec = spec("tasks=burgers tokens=4 width=6 weights=" + weights);
        Path out = temp.resolve("out");
        try (Generator generator = Backends.choose(Backends.AUTO, spec, SEED).generator()) {
            SplitWriter.write(
                    out,
                    generator,
                    Splits.of(Map.of("train", 1.0), new Range(0, 6), generator),
                    OptionalLong.empty(),
                    new Options(1, 6, 0),
                    Progress.NONE,
                    Optional.empty(),
                    new Cancellation(),
                    false);
        }
        Files.delete(weights);
        assertTrue(DatasetVerifier.verify(out).sound());
        for (String name : List.of("train/constants/table_weights.npy", "table_weights.npy")) {
            Path file = out.resolve(name);
            byte[] sound = Files.readAllBytes(file);
            byte[] damaged = sound.clone();
            damaged[4100] ^= 2;
            Files.write(file, damaged);
            assertFalse(DatasetVerifier.verify(out).sound(), name);
            assertTrue(
                    DatasetRepair.repair(
                                    out, Backends.AUTO, any -> new Options(1, 1, 0), Progress.NONE, new Cancellation())
                            .after()
                            .sound(),
                    name);
            assertEquals(-1, java.util.Arrays.mismatch(sound, Files.readAllBytes(file)), name);
        }
    }

    @Test
    void theSchemaSaysWhatThereIs() {
        try (Generator generator = Backends.choose(Backends.AUTO, spec("tasks=burgers tokens=4 width=6"), SEED)
                .generator()) {
            Field field = generator.schema().fields().getFirst();
            assertEquals(List.of(3, 4, 6), field.shape());
            assertEquals(
                    List.of("x", "t"),
                    generator.schema().constants().stream()
                            .map(constant -> constant.field().name())
                            .toList());
        }
    }
}
