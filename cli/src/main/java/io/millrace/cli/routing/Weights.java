package io.millrace.cli.routing;

import io.millrace.batch.Batch;
import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.cli.export.Instances;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.routing.CvrpSpec;
import io.millrace.routing.Distances;
import java.lang.foreign.MemorySegment;

/**
 * The full matrix of an instance: the dataset's, or, where it has none, made again from the spec, for an instance's other
 * fields do not depend on whether it carries one.
 */
final class Weights implements AutoCloseable {
    private final DType type;
    private final int width;
    private final Worker worker;
    private final Batch batch;
    private MemorySegment matrix;

    /** For datasets of this spec and seed. */
    Weights(CvrpSpec spec, long seed) {
        this.type = spec.distanceType();
        this.width = spec.nodes();
        if (spec.distances() == Distances.FULL) {
            worker = null;
            batch = null;
            return;
        }
        CvrpSpec full = spec.with("distances", "full");
        Generator generator = Backends.choose("scalar", full, seed).generator();
        batch = Batch.allocate(generator.schema(), 1);
        worker = generator.newWorker();
    }

    /** Takes the matrix of this instance. */
    void load(Instances instance) {
        if (worker == null) {
            matrix = instance.field("distance");
            return;
        }
        try (Batch one = batch.range(instance.index(), 1, () -> {})) {
            worker.fill(instance.index(), 1, one);
        }
        matrix = batch.tensor("distance");
    }

    /** An entry in the fewest digits that read back to it. */
    String text(int from, int to) {
        long entry = (long) from * width + to;
        return switch (type) {
            case I4 -> Integer.toString(matrix.getAtIndex(Elements.I4, entry));
            case F8 -> number(matrix.getAtIndex(Elements.F8, entry));
            default -> number(matrix.getAtIndex(Elements.F4, entry));
        };
    }

    /** Without a fraction where it has none. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The same for floats, whose fewest digits are fewer. */
    static String number(float value) {
        return value == Math.rint(value) && Math.abs(value) < 1 << 24
                ? Integer.toString((int) value)
                : Float.toString(value);
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            batch.close();
        }
    }
}
