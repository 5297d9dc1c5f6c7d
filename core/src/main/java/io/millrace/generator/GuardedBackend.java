package io.millrace.generator;

import io.millrace.spec.Spec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A backend whose libraries may be missing or of another version: what cannot be linked is refused, and ends nothing else. */
record GuardedBackend(BackendProvider backend) implements BackendProvider {
    private static <T> T guarded(Supplier<T> call, Function<BackendProvider, T> otherwise) {
        try {
            return call.get();
        } catch (LinkageError e) {
            return otherwise.apply(new BrokenBackend(e));
        }
    }

    @Override
    public String name() {
        return backend.name();
    }

    @Override
    public int rank() {
        return backend.rank();
    }

    @Override
    public Optional<String> objection() {
        return guarded(backend::objection, BackendProvider::objection);
    }

    @Override
    public Offer offer(Spec spec, long seed) {
        return guarded(() -> backend.offer(spec, seed), broken -> broken.offer(spec, seed));
    }

    @Override
    public Offer offer(Spec spec, long seed, String device) {
        return guarded(() -> backend.offer(spec, seed, device), broken -> broken.offer(spec, seed));
    }

    @Override
    public List<String> devices() {
        return guarded(backend::devices, BackendProvider::devices);
    }
}
