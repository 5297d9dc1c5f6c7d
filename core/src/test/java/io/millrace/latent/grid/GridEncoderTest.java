package io.millrace.latent.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Elements;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Encoders against {@link PlainGrid}, and against each other. */
class GridEncoderTest {
    /** Plain, with patches, with bins of unequal size, with more bins than tokens, with narrow and odd widths. */
    static final List<GridShape> SHAPES = List.of(
            GridShape.line(1, 1024, 1, 128, 128),
            GridShape.line(1, 64, 2, 8, 16),
            GridShape.line(3, 60, 4, 7, 33),
            GridShape.line(2, 10, 1, 16, 1),
            GridShape.line(1, 1, 1, 3, 5),
            GridShape.line(2, 600, 1, 599, 40),
            GridShape.line(11, 30, 3, 4, 100),
            GridShape.plane(1, 16, 16, 1, 16, 64),
            GridShape.plane(3, 8, 12, 2, 5, 17),
            GridShape.plane(2, 16, 4, 4, 9, 130),
            GridShape.plane(1, 1, 40, 1, 40, 48),
            GridShape.plane(1, 33, 1, 1, 2, 31),
            GridShape.plane(2, 40, 31, 1, 77, 15));

    private static final long SEED = Long.getLong("millrace.test.seed", 7);
    private static final byte POISON = (byte) 0xa5;
    private static final int CANARIES = 256;

    @ParameterizedTest
    @FieldSource("SHAPES")
    void agreesWithTheDefinition(GridShape shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (GridWeights weights : List.of(
                GridWeights.seeded(shape, SEED), Weights.biased(shape, random), Weights.trained(shape, random))) {
            float[] field = field(shape, random);
            double[][] expected = new PlainGrid(weights).encode(field);
            float[] actual = encode(GridEncoder.scalar(GridTables.of(weights)), field);
            double size = 1;
            for (double[] row : expected) {
                for (double value : row) {
                    size = Math.max(size, Math.abs(value));
                }
            }
            for (int i = 0; i < actual.length; i++) {
                double exact = expected[i / shape.width()][i % shape.width()];
                assertEquals(exact, actual[i], 1e-6 * size, "element " + i + ", seed " + SEED);
            }
        }
    }

    @Tag("digest")
    @ParameterizedTest
    @FieldSource("SHAPES")
    void lanesHaveTheSameBits(GridShape shape) {
        compare(shape, new SplittableRandom(SEED));
    }

    @Tag("digest")
    @Test
    void lanesHaveTheSameBitsForAnyShape() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int n = 0; n < 40; n++) {
            int p = 1 << random.nextInt(3);
            int channels = random.nextInt(1, 4);
            int tokens = random.nextInt(1, 100);
            int width = random.nextInt(1, 150);
            compare(
                    random.nextBoolean()
                            ? GridShape.line(channels, p * random.nextInt(1, 700), p, tokens, width)
                            : GridShape.plane(
                                    channels, p * random.nextInt(1, 30), p * random.nextInt(1, 30), p, tokens, width),
                    random);
        }
    }

    private static void compare(GridShape shape, SplittableRandom random) {
        for (GridWeights weights : List.of(
                GridWeights.seeded(shape, random.nextLong()),
                Weights.biased(shape, random),
                Weights.trained(shape, random))) {
            GridTables tables = GridTables.of(weights);
            GridEncoder scalar = GridEncoder.scalar(tables);
            GridEncoder vector = GridEncoder.vector(tables);
            for (int frame = 0; frame < 2; frame++) {
                float[] field = field(shape, random);
                float[] expected = encode(scalar, field);
                float[] actual = encode(vector, field);
                for (int i = 0; i < expected.length; i++) {
                    int element = i;
                    assertEquals(
                            Float.floatToRawIntBits(expected[i]),
                            Float.floatToRawIntBits(actual[i]),
                            () -> shape + ", element " + element + ", seed " + SEED);
                }
            }
        }
    }

    static float[] field(GridShape shape, SplittableRandom random) {
        float[] field = new float[shape.fieldElements()];
        for (int i = 0; i < field.length; i++) {
            field[i] = (float) random.nextDouble(-2, 2);
        }
        return field;
    }

    /** From an odd address to another one, between canaries. */
    private static float[] encode(GridEncoder encoder, float[] field) {
        try (Arena arena = Arena.ofConfined()) {
            int count = encoder.shape().latentElements();
            MemorySegment from = arena.allocate(4L * field.length + 5);
            MemorySegment.copy(field, 0, from, Elements.F4, 5, field.length);
            MemorySegment to = arena.allocate(4L * count + 2 * CANARIES);
            to.fill(POISON);
            encoder.encode(from, 5, to, CANARIES - 3);
            float[] latent = new float[count];
            MemorySegment.copy(to, Elements.F4, CANARIES - 3, latent, 0, count);
            for (int b = 0; b < CANARIES - 3; b++) {
                assertEquals(POISON, to.get(Elements.U1, b), "a byte before the latent");
                assertEquals(POISON, to.get(Elements.U1, to.byteSize() - 1 - b), "a byte behind the latent");
            }
            return latent;
        }
    }

    @Test
    void withoutWeightsTheHiddenChannelsDoNotCount() {
        GridShape shape = GridShape.line(1, 8, 1, 8, 16);
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        GridWeights.table(shape)
                .forEach((name, extents) -> tensors.put(
                        name, Weights.biased(shape, new SplittableRandom(SEED)).tensor(name)));
        float[] huge = new float[3 * shape.hidden()];
        Arrays.fill(huge, Float.MAX_VALUE);
        tensors.put(GridWeights.CONV1_WEIGHT, new FloatTensor(List.of(shape.hidden(), 1, 3), huge));
        GridWeights weights = GridWeights.of(shape, tensors);
        assertFalse(weights.residual());
        float[] field = field(shape, new SplittableRandom(SEED));
        for (float value : encode(GridEncoder.vector(GridTables.of(weights)), field)) {
            assertTrue(Float.isFinite(value));
        }
    }

    @Test
    void memoryThatIsTooShort() {
        GridShape shape = GridShape.line(1, 64, 1, 8, 16);
        GridTables tables = GridTables.of(GridWeights.seeded(shape, SEED));
        for (GridEncoder encoder : List.of(GridEncoder.scalar(tables), GridEncoder.vector(tables))) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment field = arena.allocate(256);
                MemorySegment latent = arena.allocate(512);
                assertThrows(IndexOutOfBoundsException.class, () -> encoder.encode(field, 4, latent, 0));
                assertThrows(IndexOutOfBoundsException.class, () -> encoder.encode(field, 0, latent, 4));
            }
        }
    }
}
