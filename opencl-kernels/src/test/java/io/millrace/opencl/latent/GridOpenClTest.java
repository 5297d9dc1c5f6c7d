package io.millrace.opencl.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.millrace.latent.grid.FloatTensor;
import io.millrace.latent.grid.GridEncoder;
import io.millrace.latent.grid.GridShape;
import io.millrace.latent.grid.GridTables;
import io.millrace.latent.grid.GridWeights;
import io.millrace.opencl.OpenClHere;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Queue;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** {@code grid.cl} gives the bits of {@link GridEncoder}. */
class GridOpenClTest {
    static final List<GridShape> SHAPES = List.of(
            GridShape.line(1, 1024, 1, 128, 128),
            GridShape.line(3, 60, 4, 7, 33),
            GridShape.line(2, 10, 1, 16, 1),
            GridShape.line(1, 1, 1, 3, 5),
            GridShape.line(1, 4098, 2, 5, 1030),
            GridShape.plane(1, 16, 16, 1, 16, 64),
            GridShape.plane(3, 8, 12, 2, 5, 17),
            GridShape.plane(1, 33, 1, 1, 2, 31),
            GridShape.plane(2, 16, 8, 4, 9, 130));

    private static final long SEED = Long.getLong("millrace.test.seed", 7);
    private static final byte POISON = (byte) 0xa5;

    private static Context context;

    @BeforeAll
    static void open() {
        context = OpenClHere.context();
    }

    @AfterAll
    static void close() {
        if (context != null) {
            context.close();
        }
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void hasTheBitsOfTheReference(GridShape shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        compare(GridWeights.seeded(shape, SEED), random, 1 << 26);
        compare(drawn(shape, false, random), random, 1 << 26);
        compare(drawn(shape, true, random), random, 1 << 26);
    }

    @Test
    void fewFramesAtATime() {
        GridShape shape = GridShape.line(2, 10, 1, 16, 1);
        SplittableRandom random = new SplittableRandom(SEED);
        long bytes = 4L * (shape.fieldElements() + shape.tokens() * shape.patchChannels());
        compare(GridWeights.seeded(shape, SEED), random, 1);
        compare(drawn(shape, true, random), random, 2 * bytes);
    }

    /** Weights none of which is zero, but for W2 where there is to be no residual. */
    private static GridWeights drawn(GridShape shape, boolean residual, SplittableRandom random) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        GridWeights.table(shape).forEach((name, extents) -> {
            float[] values = new float[extents.stream().reduce(1, (a, b) -> a * b)];
            for (int k = 0; k < values.length && (residual || !name.equals(GridWeights.CONV2_WEIGHT)); k++) {
                values[k] = (float) random.nextDouble(-0.5, 0.5);
            }
            tensors.put(name, new FloatTensor(extents, values));
        });
        return GridWeights.of(shape, tensors);
    }

    /** Frames 1 to 3 of 4, into places 2 to 4 of 6. */
    private static void compare(GridWeights weights, SplittableRandom random, long scratch) {
        GridTables tables = GridTables.of(weights);
        long fieldBytes = 4L * weights.shape().fieldElements();
        long latentBytes = 4L * weights.shape().latentElements();
        try (Queue queue = context.newQueue();
                Arena arena = Arena.ofShared();
                Buffer fields = context.allocate(4 * fieldBytes);
                Buffer latents = context.allocate(6 * latentBytes)) {
            MemorySegment from = arena.allocate(4 * fieldBytes, 64);
            for (long i = 0; i < fieldBytes; i++) {
                from.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) random.nextDouble(-2, 2));
            }
            MemorySegment expected = arena.allocate(6 * latentBytes, 64).fill(POISON);
            MemorySegment actual = arena.allocate(6 * latentBytes, 64).fill(POISON);
            queue.write(from, fields);
            queue.write(actual, latents);
            queue.finish();
            actual.fill((byte) 0);
            new GridOpenCl(tables, queue, scratch).encode(fields, 1, latents, 2, 3);
            queue.read(latents, actual);
            queue.finish();
            GridEncoder reference = GridEncoder.scalar(tables);
            for (int frame = 0; frame < 3; frame++) {
                reference.encode(from, (1 + frame) * fieldBytes, expected, (2 + frame) * latentBytes);
            }
            assertEquals(-1, expected.mismatch(actual), () -> weights.shape() + ", seed " + SEED);
        }
    }

    @Test
    void buffersThatAreTooShort() {
        GridShape shape = GridShape.line(1, 16, 1, 4, 8);
        try (Queue queue = context.newQueue();
                Buffer fields = context.allocate(3 * 64);
                Buffer latents = context.allocate(2 * 128)) {
            GridOpenCl encoder = new GridOpenCl(GridTables.of(GridWeights.seeded(shape, SEED)), queue);
            assertThrows(IndexOutOfBoundsException.class, () -> encoder.encode(fields, latents, 3));
            assertThrows(IndexOutOfBoundsException.class, () -> encoder.encode(fields, 2, latents, 0, 2));
            encoder.encode(fields, 1, latents, 0, 2);
            queue.finish();
        }
    }
}
