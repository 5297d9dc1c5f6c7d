package io.millrace.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.DatasetVerifier;
import io.millrace.dataset.DatasetWriter;
import io.millrace.dataset.Plan;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.latent.Encoder;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxEncoderTest {
    private static final int POINTS = 64;
    private static final int TOKENS = 8;
    private static final float[][] MATRIX = matrix(POINTS / TOKENS, 5);

    @TempDir
    Path temp;

    private static float[][] matrix(int rows, int columns) {
        Random random = new Random(3);
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextFloat() - 0.5f;
            }
        }
        return matrix;
    }

    private static Encoder open(byte[] model, Integer... frame) {
        return new OnnxEncoders().open(Table.ofFile(model), List.of(frame));
    }

    @ParameterizedTest
    @CsvSource({"0,true,true", "0,false,true", "1,true,true", "0,true,false"})
    void framesBecomeWhatTheModelSays(int batch, boolean channels, boolean told) {
        int frames = 7;
        try (Encoder encoder = open(OnnxModel.of(batch, channels, POINTS, TOKENS, MATRIX, told), POINTS);
                Encoder.Session session = encoder.newSession();
                Arena arena = Arena.ofConfined()) {
            assertEquals(List.of(TOKENS, 5), encoder.latent());
            assertTrue(encoder.foreign().orElseThrow().startsWith("ONNX Runtime "));
            MemorySegment fields = arena.allocate(4L * frames * POINTS, 64);
            MemorySegment latents = arena.allocate(4L * frames * TOKENS * 5, 64);
            Random random = new Random(4);
            for (long e = 0; e < frames * POINTS; e++) {
                fields.setAtIndex(Elements.F4, e, random.nextFloat());
            }
            session.encode(fields, frames, latents);
            for (int row = 0; row < frames * TOKENS; row++) {
                for (int d = 0; d < 5; d++) {
                    double sum = 0;
                    for (int p = 0; p < MATRIX.length; p++) {
                        sum += (double) fields.getAtIndex(Elements.F4, (long) row * MATRIX.length + p) * MATRIX[p][d];
                    }
                    assertEquals(sum, latents.getAtIndex(Elements.F4, row * 5L + d), 1e-5);
                }
            }
        }
    }

    @Test
    void otherShapesAreRefusedWithBoth() {
        byte[] model = OnnxModel.of(0, true, POINTS, TOKENS, MATRIX, true);
        SpecException e = assertThrows(SpecException.class, () -> open(model, 32));
        assertEquals("model takes float (N, 1, 64) where the frames are float (N, 1, 32)", e.getMessage());
        e = assertThrows(SpecException.class, () -> open(model, 64, 64));
        assertEquals("model takes float (N, 1, 64) where the frames are float (N, 64, 64)", e.getMessage());
        byte[] eight = OnnxModel.of(8, true, POINTS, TOKENS, MATRIX, true);
        e = assertThrows(SpecException.class, () -> open(eight, 64));
        assertEquals("model takes float (8, 1, 64) where the frames are float (N, 1, 64)", e.getMessage());
    }

    @Test
    void whatIsNoModelIsRefused() {
        SpecException e = assertThrows(SpecException.class, () -> open(new byte[] {1, 2, 3, 4, 5}, 64));
        assertTrue(e.getMessage().startsWith("model: the file is no ONNX model that ONNX Runtime "), e.getMessage());
        byte[] cut = OnnxModel.of(0, true, POINTS, TOKENS, MATRIX, true);
        assertThrows(SpecException.class, () -> open(java.util.Arrays.copyOf(cut, cut.length / 2), 64));
    }

    /** A cache holds its model: it is continued, and made again, without the file. */
    @Test
    void aCacheIsMadeAndLabelledForeign() throws IOException {
        Path file = temp.resolve("model.onnx");
        Files.write(file, OnnxModel.of(0, true, POINTS, TOKENS, MATRIX, true));
        Workload latent = Workloads.named("latent");
        Spec spec = latent.parse(Map.of(
                "encoder",
                "onnx",
                "model",
                file.toString(),
                "burgers.points",
                "64",
                "burgers.frames",
                "3",
                "burgers.t-end",
                "0.1"));
        Path out = temp.resolve("cache");
        try (Generator generator = Backends.choose("auto", spec, 5).generator()) {
            DatasetWriter.write(
                    out,
                    generator,
                    Plan.of(generator, new Range(0, 9), 4),
                    new Options(2, 2, 0),
                    Progress.NONE,
                    new Cancellation(),
                    false);
        }
        Files.delete(file);
        assertTrue(DatasetVerifier.verify(out).sound());
        try (Dataset dataset = Dataset.open(out)) {
            assertTrue(dataset.plan().foreign().orElseThrow().startsWith("ONNX Runtime "));
            assertEquals(spec, dataset.spec());
            try (Generator again = Backends.again(dataset.plan().foreign(), dataset.spec(), 5)
                            .generator();
                    Worker worker = again.newWorker();
                    Batch batch = again.newBatch(1)) {
                worker.fill(6, 1, batch);
                MemorySegment stored = dataset.shard(1).tensor("latent");
                long bytes = again.schema().fields().getFirst().bytes();
                assertEquals(-1, stored.asSlice(2 * bytes, bytes).mismatch(batch.tensor("latent")));
            }
        }
    }
}
