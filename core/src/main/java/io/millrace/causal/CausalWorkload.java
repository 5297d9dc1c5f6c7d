package io.millrace.causal;

import io.millrace.generator.Offer;
import io.millrace.generator.Workload;
import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.Table;
import java.util.List;
import java.util.Map;

/** The workload {@code causal}. */
public final class CausalWorkload implements Workload {
    /** For {@link java.util.ServiceLoader}. */
    public CausalWorkload() {}

    @Override
    public String name() {
        return CausalSpec.WORKLOAD;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Key> keys() {
        return CausalKeys.ALL;
    }

    @Override
    public Spec parse(Map<String, String> settings, Map<String, Table> tables) {
        return CausalKeys.parse(settings);
    }

    @Override
    public Offer scalar(Spec spec, long seed) {
        return new Offer.Accepted(new CausalGenerator((CausalSpec) spec, seed, "scalar", CausalScalar::kernels));
    }

    @Override
    public Offer vector(Spec spec, long seed) {
        return new Offer.Accepted(new CausalGenerator((CausalSpec) spec, seed, "vector", CausalVector::kernels));
    }
}
