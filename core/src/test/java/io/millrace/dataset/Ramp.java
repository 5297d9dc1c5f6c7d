package io.millrace.dataset;

import io.millrace.batch.Batch;
import io.millrace.batch.Constant;
import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.spec.Spec;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A generator for tests: a hash of (seed, index, element), a counter, two constants. */
record Ramp(Spec spec, long seed, Schema schema) implements Generator {
    record RampSpec(int elements) implements Spec {
        @Override
        public String workload() {
            return "ramp";
        }

        @Override
        public Map<String, String> settings() {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("elements", Integer.toString(elements));
            settings.put("a-name", "naïve \"ramp\"\n");
            return settings;
        }
    }

    static Ramp of(long seed, int elements) {
        MemorySegment axis = Arena.ofAuto().allocate(elements * 8L);
        for (int i = 0; i < elements; i++) {
            axis.set(Elements.F8, i * 8L, i * 0.25);
        }
        MemorySegment one = Arena.ofAuto().allocate(4);
        one.set(Elements.I4, 0, 42);
        return new Ramp(
                new RampSpec(elements),
                seed,
                new Schema(
                        List.of(
                                Field.of("values", DType.I4, "hashes", elements),
                                Field.of("curve", DType.F8, "an index and its square", 2),
                                Field.counter("attempts", "how often it was drawn")),
                        List.of(
                                new Constant(Field.of("axis", DType.F8, "quarters", elements), axis),
                                new Constant(Field.of("answer", DType.I4, "the answer"), one))));
    }

    static Ramp of(Plan plan) {
        return of(plan.seed(), Integer.parseInt(plan.spec().get("elements")));
    }

    static int value(long seed, long index, int element) {
        long z = seed + index * 0x9E3779B97F4A7C15L + element * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) (z ^ (z >>> 31));
    }

    static int attempts(long seed, long index) {
        return 1 + (value(seed, index, -1) & 3);
    }

    @Override
    public String backend() {
        return "test";
    }

    @Override
    public Worker newWorker() {
        int elements = ((RampSpec) spec).elements();
        return new Worker() {
            @Override
            public void fill(long first, int count, Batch batch) {
                MemorySegment values = batch.tensor(0);
                MemorySegment curve = batch.tensor(1);
                MemorySegment attempts = batch.tensor(2);
                for (int i = 0; i < count; i++) {
                    long index = first + i;
                    for (int k = 0; k < elements; k++) {
                        values.set(Elements.I4, ((long) i * elements + k) * 4, value(seed, index, k));
                    }
                    curve.set(Elements.F8, i * 16L, index);
                    curve.set(Elements.F8, i * 16L + 8, (double) index * index);
                    attempts.set(Elements.I4, i * 4L, attempts(seed, index));
                }
            }

            @Override
            public void close() {}
        };
    }
}
