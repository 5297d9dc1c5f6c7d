package io.millrace.routing;

import io.millrace.generator.Generator;
import io.millrace.generator.Workload;
import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import java.util.List;
import java.util.Map;

/** The workload {@code routing}. */
public final class CvrpWorkload implements Workload {
    /** For {@link java.util.ServiceLoader}. */
    public CvrpWorkload() {}

    @Override
    public String name() {
        return CvrpSpec.WORKLOAD;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Key> keys() {
        return CvrpKeys.ALL;
    }

    @Override
    public Spec parse(Map<String, String> settings) {
        return CvrpKeys.parse(settings);
    }

    @Override
    public Generator scalar(Spec spec, long seed) {
        return new CvrpGenerator((CvrpSpec) spec, seed, "scalar", CvrpScalar::kernels);
    }

    @Override
    public Generator vector(Spec spec, long seed) {
        return new CvrpGenerator((CvrpSpec) spec, seed, "vector", CvrpVector::kernels);
    }
}
