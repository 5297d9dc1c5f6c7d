package io.millrace.generator;

import io.millrace.spec.Spec;
import java.util.List;
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

    /** The same on the devices that were asked for by {@code name:device}; refused where there is no choice of devices. */
    default Offer offer(Spec spec, long seed, String device) {
        return new Offer.Refused("it has no devices to choose '" + device + "' from");
    }

    /** What it could compute on, a line each, for {@code millrace info}; empty where it has no devices. */
    default List<String> devices() {
        return List.of();
    }
}
