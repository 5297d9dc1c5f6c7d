package io.millrace.generator;

import io.millrace.simd.Simd;
import io.millrace.spec.Spec;
import java.util.Optional;

/** The kernels over lanes of {@code jdk.incubator.vector}. */
public final class VectorBackend implements BackendProvider {
    /** For {@link java.util.ServiceLoader}. */
    public VectorBackend() {}

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public Optional<String> objection() {
        return Simd.refusals().stream().reduce((one, other) -> one + "; " + other);
    }

    @Override
    public Offer offer(Spec spec, long seed) {
        if (!Simd.present()) {
            return new Offer.Refused(Simd.refusals().getFirst());
        }
        return Workloads.named(spec.workload()).vector(spec, seed);
    }
}
