package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.generator.Backends;
import io.millrace.generator.Filling;
import io.millrace.generator.Generator;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;

/** Instances made for a test, and readers of their fields. */
final class Made implements AutoCloseable {
    private final Batch batch;

    private Made(Batch batch) {
        this.batch = batch;
    }

    /** The spec of settings written as {@code key=value key=value}. */
    static CvrpSpec spec(String settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings.strip().split(" ")) {
            String[] pair = setting.split("=", 2);
            map.put(pair[0], pair[1]);
        }
        return CvrpKeys.parse(map);
    }

    /** Instances of the backend that this process prefers, over memory that was poisoned before. */
    static Made of(String settings, long seed, int count) {
        return fill(Backends.choose(Backends.AUTO, spec(settings), seed).generator(), 0, count, count, false, 0xA5);
    }

    /** In pieces, each a slice of one batch, by one worker; {@code backwards} makes the last piece first. */
    static Made fill(Generator generator, long first, int count, int piece, boolean backwards, int poison) {
        return new Made(Filling.fill(generator, first, count, piece, backwards, poison));
    }

    /** SHA-256 over all tensors in the schema's order. */
    String digest() {
        return Filling.digest(batch);
    }

    int count() {
        return batch.count();
    }

    boolean has(String field) {
        return batch.schema().fields().stream().anyMatch(each -> each.name().equals(field));
    }

    /** Element {@code element} of an instance's field, whatever its type. */
    double get(String field, int instance, int element) {
        int position = batch.schema().indexOf(field);
        Field kind = batch.schema().fields().get(position);
        MemorySegment tensor = batch.tensor(position);
        long at = instance * kind.elements() + element;
        return switch (kind.dtype()) {
            case F4 -> tensor.getAtIndex(Elements.F4, at);
            case F8 -> tensor.getAtIndex(Elements.F8, at);
            case I4 -> tensor.getAtIndex(Elements.I4, at);
            case U1 -> tensor.get(Elements.U1, at);
            default -> throw new IllegalStateException(kind.dtype() + " is no type of these fields");
        };
    }

    int integer(String field, int instance, int element) {
        return (int) get(field, instance, element);
    }

    double x(int instance, int node) {
        return get("coords", instance, 2 * node);
    }

    double y(int instance, int node) {
        return get("coords", instance, 2 * node + 1);
    }

    double between(int instance, int i, int j) {
        return Math.hypot(x(instance, i) - x(instance, j), y(instance, i) - y(instance, j));
    }

    DType type(String field) {
        return batch.schema().fields().get(batch.schema().indexOf(field)).dtype();
    }

    @Override
    public void close() {
        batch.close();
    }
}
