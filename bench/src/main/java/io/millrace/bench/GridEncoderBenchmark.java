package io.millrace.bench;

import io.millrace.latent.grid.FloatTensor;
import io.millrace.latent.grid.GridEncoder;
import io.millrace.latent.grid.GridShape;
import io.millrace.latent.grid.GridTables;
import io.millrace.latent.grid.GridWeights;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Latents of frames of 1024 cells, 128 tokens of 128 numbers each, 64 KiB; the unit is a frame. A trajectory's frames by turns: 6.6 MB of latents. */
public class GridEncoderBenchmark extends Measured {
    private static final int FRAMES = 101;
    private static final GridShape SHAPE = GridShape.line(1, 1024, 1, 128, 128);

    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    /** Seeded, whose residual branch is zero, or as if trained. */
    @Param({"seeded", "trained"})
    public String weights;

    private Arena arena;
    private MemorySegment fields;
    private MemorySegment latents;
    private GridEncoder encoder;
    private int frame;

    /** Makes the encoder and the fields. */
    @Setup
    public void prepare() {
        GridTables tables = GridTables.of(weights.equals("seeded") ? GridWeights.seeded(SHAPE, SEED) : trained());
        encoder = backend.equals("vector") ? GridEncoder.vector(tables) : GridEncoder.scalar(tables);
        arena = Arena.ofConfined();
        fields = arena.allocate((long) Float.BYTES * SHAPE.fieldElements() * FRAMES, 64);
        latents = arena.allocate((long) Float.BYTES * SHAPE.latentElements() * FRAMES, 64);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < SHAPE.fieldElements() * FRAMES; i++) {
            fields.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) random.nextDouble(-1, 1));
        }
    }

    private static GridWeights trained() {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        GridWeights.table(SHAPE).forEach((name, extents) -> {
            float[] values = new float[extents.stream().reduce(1, (a, b) -> a * b)];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) random.nextDouble(-0.5, 0.5);
            }
            tensors.put(name, new FloatTensor(extents, values));
        });
        return GridWeights.of(SHAPE, tensors);
    }

    /** Frees them. */
    @TearDown
    public void free() {
        arena.close();
    }

    /** The next frame. */
    @Benchmark
    public MemorySegment encode() {
        long at = Float.BYTES * (long) frame;
        encoder.encode(fields, at * SHAPE.fieldElements(), latents, at * SHAPE.latentElements());
        frame = (frame + 1) % FRAMES;
        return latents;
    }
}
