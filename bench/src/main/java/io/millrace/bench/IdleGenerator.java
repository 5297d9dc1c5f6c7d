package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.batch.DType;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.spec.Spec;
import java.util.Map;

/** Writes nothing into instances of 1 KiB. */
final class IdleGenerator implements Generator {
    private static final Schema SCHEMA = Schema.of(Field.of("idle", DType.F4, "never written", 256));

    private record IdleSpec() implements Spec {
        @Override
        public String workload() {
            return "idle";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }
    }

    private record IdleWorker() implements Worker {
        @Override
        public void fill(long first, int count, Batch batch) {}

        @Override
        public void close() {}
    }

    @Override
    public Spec spec() {
        return new IdleSpec();
    }

    @Override
    public long seed() {
        return 0;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public String backend() {
        return "idle";
    }

    @Override
    public Worker newWorker() {
        return new IdleWorker();
    }
}
