package io.millrace.generator;

import io.millrace.spec.Spec;
import java.util.Optional;

/**
 * A way to compute instances, found through {@link java.util.ServiceLoader}: core has {@code vector} and
 * {@code scalar}; other modules add theirs, which core never sees.
 */
public interface BackendProvider {
    /** What {@code --backend} calls it. */
    String name();

    /** Its place among the candidates when nobody asked for one by name, lower first; negative: only when asked for. */
    int rank();

    /**
     * Why this machine makes it a poor or impossible choice, in one sentence; empty if it is a good one. Costs little,
     * for the choice asks every candidate.
     */
    Optional<String> objection();

    /** A generator, or why there is none. An {@link #objection} alone is no reason to refuse. */
    Offer offer(Spec spec, long seed);
}
