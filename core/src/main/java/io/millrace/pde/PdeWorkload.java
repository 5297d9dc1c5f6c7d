package io.millrace.pde;

import io.millrace.generator.Offer;
import io.millrace.generator.Workload;
import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.Table;
import java.util.List;
import java.util.Map;

/** The workload {@code pde}. */
public final class PdeWorkload implements Workload {
    /** For {@link java.util.ServiceLoader}. */
    public PdeWorkload() {}

    @Override
    public String name() {
        return PdeSpec.WORKLOAD;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Key> keys() {
        return PdeKeys.ALL;
    }

    @Override
    public Spec parse(Map<String, String> settings, Map<String, Table> tables) {
        return PdeKeys.parse(settings);
    }

    @Override
    public Offer scalar(Spec spec, long seed) {
        return new Offer.Accepted(new PdeGenerator((PdeSpec) spec, seed, "scalar", new PdeScalar()));
    }

    @Override
    public Offer vector(Spec spec, long seed) {
        return new Offer.Accepted(new PdeGenerator((PdeSpec) spec, seed, "vector", new PdeVector()));
    }
}
