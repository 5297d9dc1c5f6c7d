package io.millrace.generator;

import io.millrace.spec.Spec;
import java.util.Optional;

/** The reference kernels: plain Java, everywhere. */
public final class ScalarBackend implements BackendProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ScalarBackend() {}

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int rank() {
        return 100;
    }

    @Override
    public Optional<String> objection() {
        return Optional.empty();
    }

    @Override
    public Offer offer(Spec spec, long seed) {
        return Workloads.named(spec.workload()).scalar(spec, seed);
    }
}
