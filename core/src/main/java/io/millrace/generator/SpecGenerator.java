package io.millrace.generator;

import io.millrace.batch.Schema;
import io.millrace.spec.Spec;

/**
 * What every workload's generator knows.
 *
 * @param <S> the workload's specs
 */
public abstract class SpecGenerator<S extends Spec> implements Generator {
    private final S spec;
    private final long seed;
    private final String backend;
    private final Schema schema;

    /** Of a spec and a seed, by a backend of that name. */
    protected SpecGenerator(S spec, long seed, String backend, Schema schema) {
        this.spec = spec;
        this.seed = seed;
        this.backend = backend;
        this.schema = schema;
    }

    @Override
    public final S spec() {
        return spec;
    }

    @Override
    public final long seed() {
        return seed;
    }

    @Override
    public final String backend() {
        return backend;
    }

    @Override
    public final Schema schema() {
        return schema;
    }
}
