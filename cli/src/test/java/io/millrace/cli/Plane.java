package io.millrace.cli;

import io.millrace.batch.Batch;
import io.millrace.batch.Constant;
import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.dataset.DatasetWriter;
import io.millrace.dataset.Plan;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.pde.PdeSpec;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import io.millrace.spec.Spec;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/** A dataset of {@code pde} whose trajectories are numbers in two dimensions: 3 frames of 5 by 4 points. */
record Plane(Schema schema) implements Generator {
    private static final int NUMBERS = 3 * 5 * 4;

    static void write(Path directory, long count, long shardSize) throws IOException {
        Schema schema = new Schema(
                List.of(Field.of("u", DType.F4, "numbers", 3, 5, 4), Field.of("nu", DType.F8, "numbers")),
                List.of(axis("x", 5), axis("y", 4), axis("t", 3)));
        Plane plane = new Plane(schema);
        DatasetWriter.write(
                directory,
                plane,
                Plan.of(plane, new Range(7, count), shardSize),
                new Options(1, 64, 1),
                Progress.NONE,
                new Cancellation(),
                false);
    }

    private static Constant axis(String name, int count) {
        MemorySegment data = MemorySegment.ofArray(new byte[Double.BYTES * count]);
        for (int j = 0; j < count; j++) {
            data.setAtIndex(Elements.F8, j, (double) j / count);
        }
        return new Constant(Field.of(name, DType.F8, "numbers", count), data);
    }

    @Override
    public Spec spec() {
        return PdeSpec.DEFAULT;
    }

    @Override
    public long seed() {
        return 1;
    }

    @Override
    public String backend() {
        return "test";
    }

    @Override
    public Worker newWorker() {
        return new Worker() {
            @Override
            public void fill(long first, int count, Batch batch) {
                for (int row = 0; row < count; row++) {
                    for (int number = 0; number < NUMBERS; number++) {
                        float value = (first + row) * NUMBERS + number;
                        batch.tensor("u").setAtIndex(Elements.F4, (long) row * NUMBERS + number, value);
                    }
                    batch.tensor("nu").setAtIndex(Elements.F8, row, 1.0 / (1 + first + row));
                }
            }

            @Override
            public void close() {}
        };
    }
}
