package io.millrace.radio;

import io.millrace.generator.Offer;
import io.millrace.generator.Workload;
import io.millrace.radio.scene.SceneKeys;
import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The workload {@code radio}. */
public final class RadioWorkload implements Workload {
    /** For {@link java.util.ServiceLoader}. */
    public RadioWorkload() {}

    @Override
    public String name() {
        return RadioSpec.WORKLOAD;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Key> keys() {
        return RadioKeys.ALL;
    }

    @Override
    public Spec parse(Map<String, String> settings, Map<String, Table> tables) {
        return RadioKeys.parse(settings, tables);
    }

    @Override
    public Set<String> files() {
        return SceneKeys.FILES;
    }

    @Override
    public Offer scalar(Spec spec, long seed) {
        return new Offer.Accepted(new RadioGenerator((RadioSpec) spec, seed, "scalar", RadioScalar::kernels));
    }

    @Override
    public Offer vector(Spec spec, long seed) {
        return new Offer.Accepted(new RadioGenerator((RadioSpec) spec, seed, "vector", RadioVector::kernels));
    }
}
