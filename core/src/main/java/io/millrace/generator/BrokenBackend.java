package io.millrace.generator;

import io.millrace.spec.Spec;
import java.util.Optional;

/** In the place of a backend whose module is here and cannot be loaded, so that the others still can be chosen. */
record BrokenBackend(Throwable cause) implements BackendProvider {
    @Override
    public String name() {
        return "broken";
    }

    @Override
    public int rank() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Optional<String> objection() {
        return Optional.of("a backend could not be loaded: " + cause.getMessage());
    }

    @Override
    public Offer offer(Spec spec, long seed) {
        return new Offer.Refused(objection().orElseThrow());
    }
}
