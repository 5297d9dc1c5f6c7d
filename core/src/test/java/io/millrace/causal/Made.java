package io.millrace.causal;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.generator.Backends;
import io.millrace.generator.Filling;
import io.millrace.generator.Generator;
import io.millrace.math.GaussKernel;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Instances made for a test, and readers of their fields. */
public final class Made implements AutoCloseable {
    private final CausalSpec spec;
    private final Batch batch;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, MemorySegment> tensors = new HashMap<>();

    private Made(CausalSpec spec, Batch batch) {
        this.spec = spec;
        this.batch = batch;
        for (Field field : batch.schema().fields()) {
            fields.put(field.name(), field);
            tensors.put(field.name(), batch.tensor(field.name()));
        }
    }

    /** The spec of settings written as {@code key=value key=value}. */
    public static CausalSpec spec(String settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings.strip().split(" +")) {
            String[] pair = setting.split("=", 2);
            map.put(pair[0], pair[1]);
        }
        return CausalKeys.parse(map);
    }

    /** Instances of the backend that this process prefers, over memory that was poisoned before. */
    public static Made of(String settings, long seed, int count) {
        Generator generator =
                Backends.choose(Backends.AUTO, spec(settings), seed).generator();
        return fill(generator, 0, count, Math.max(1, count / 3), false);
    }

    /** In pieces, each a slice of one batch, by one worker; {@code backwards} makes the last piece first. */
    public static Made fill(Generator generator, long first, int count, int piece, boolean backwards) {
        return new Made((CausalSpec) generator.spec(), Filling.fill(generator, first, count, piece, backwards, 0xA5));
    }

    /** Graphs, equations and targets of instances. */
    public static Prologue prologue(String settings, long seed) {
        Philox philox = Philox.of(CausalSpec.WORKLOAD, seed);
        return new Prologue(spec(settings), seed, Draws.scalar(philox), GaussKernel.scalar(), false);
    }

    /** SHA-256 over all tensors in the schema's order. */
    public String digest() {
        return Filling.digest(batch);
    }

    public CausalSpec spec() {
        return spec;
    }

    public int count() {
        return batch.count();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** How many elements of an instance. */
    public int elements(String field) {
        return (int) fields.get(field).elements();
    }

    /** Element {@code element} of an instance's field, whatever its type. */
    public double get(String field, int instance, int element) {
        MemorySegment tensor = tensors.get(field);
        long at = (long) instance * elements(field) + element;
        return switch (fields.get(field).dtype()) {
            case F4 -> tensor.getAtIndex(Elements.F4, at);
            case I4 -> tensor.getAtIndex(Elements.I4, at);
            case U1 -> tensor.get(Elements.U1, at);
            default -> throw new IllegalStateException(field + " is of no type that is read here");
        };
    }

    public int integer(String field, int instance, int element) {
        return (int) get(field, instance, element);
    }

    /** The same, as it is in memory. */
    public int bits(String field, int instance, int element) {
        return tensors.get(field).getAtIndex(Elements.I4, (long) instance * elements(field) + element);
    }

    /** Nodes of an instance. */
    public int nodes(int instance) {
        return has("nodes") ? integer("nodes", instance, 0) : spec.width();
    }

    public boolean edge(int instance, int from, int to) {
        return matrix("adjacency", instance, from, to) == 1;
    }

    /** Element (row, column) of a square field. */
    public double matrix(String field, int instance, int row, int column) {
        return get(field, instance, row * spec.width() + column);
    }

    public int edges(int instance) {
        int edges = 0;
        for (int e = 0; e < elements("adjacency"); e++) {
            edges += integer("adjacency", instance, e);
        }
        return edges;
    }

    public double base(int instance, int row, int node) {
        return get("base", instance, row * spec.width() + node);
    }

    /** Where a number of a world stands. */
    public int place(int world, int row, int node) {
        return (world * spec.intervenedRows() + row) * spec.width() + node;
    }

    public double intervened(int instance, int world, int row, int node) {
        return get("intervened", instance, place(world, row, node));
    }

    public double delta(int instance, int world, int row, int node) {
        return get("delta", instance, place(world, row, node));
    }

    @Override
    public void close() {
        batch.close();
    }
}
