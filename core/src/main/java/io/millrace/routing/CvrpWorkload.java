package io.millrace.routing;

import io.millrace.generator.Offer;
import io.millrace.generator.Workload;
import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.Table;
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
    public Spec parse(Map<String, String> settings, Map<String, Table> tables) {
        return CvrpKeys.parse(settings);
    }

    @Override
    public Offer scalar(Spec spec, long seed) {
        return new Offer.Accepted(new CvrpGenerator((CvrpSpec) spec, seed, "scalar", CvrpScalar::kernels));
    }

    @Override
    public Offer vector(Spec spec, long seed) {
        return new Offer.Accepted(new CvrpGenerator((CvrpSpec) spec, seed, "vector", CvrpVector::kernels));
    }
}
