package io.millrace.generator;

import io.millrace.spec.Spec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The one place that chooses a backend: once, in a fixed order, and it says why. */
public final class Backends {
    /** Asks for the best of what this machine has. */
    public static final String AUTO = "auto";

    private static final List<BackendProvider> ALL =
            ServiceLoader.load(BackendProvider.class, BackendProvider.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparingInt(BackendProvider::rank))
                    .toList();

    private Backends() {}

    /** Every candidate in the order of the choice; those chosen only when asked for come first. */
    public static List<BackendProvider> all() {
        return ALL;
    }

    /**
     * The generator, and one sentence for each candidate that was passed over.
     *
     * @param generator of the backend chosen
     * @param refused {@code name: reason}
     */
    public record Choice(Generator generator, List<String> refused) {}

    /**
     * Chooses the backend whose instances are those of a dataset.
     *
     * @param foreign the library, with its version, that computed them; empty for Millrace
     * @throws UnavailableException if none here has that library
     */
    public static Choice again(Optional<String> foreign, Spec spec, long seed) {
        return foreign.isEmpty() ? choose(AUTO, spec, seed) : again(ALL, foreign.get(), spec, seed);
    }

    /** The same among some candidates; none is passed over for its rank, for no other will do. */
    static Choice again(List<BackendProvider> candidates, String library, Spec spec, long seed) {
        List<String> refused = new ArrayList<>();
        for (BackendProvider candidate : candidates) {
            switch (candidate.offer(spec, seed)) {
                case Offer.Accepted(Generator generator) -> {
                    if (generator.foreign().equals(Optional.of(library))) {
                        return new Choice(generator, List.copyOf(refused));
                    }
                    refused.add(candidate.name() + ": it computes by "
                            + generator.foreign().orElse("Millrace's own kernels"));
                    generator.close();
                }
                case Offer.Refused(String reason) -> refused.add(candidate.name() + ": " + reason);
            }
        }
        throw new UnavailableException(
                "the instances were computed by " + library + ", which is not here: " + String.join("; ", refused));
    }

    /**
     * Chooses.
     *
     * @param name a backend's name, or {@value #AUTO}
     * @throws UnavailableException if the one asked for by name cannot do it, or is unknown: never a substitute
     */
    public static Choice choose(String name, Spec spec, long seed) {
        List<String> refused = new ArrayList<>();
        for (BackendProvider candidate : ALL) {
            boolean asked = candidate.name().equals(name);
            if (!asked && (!name.equals(AUTO) || candidate.rank() < 0)) {
                continue;
            }
            if (!asked && candidate.objection().isPresent()) {
                refused.add(candidate.name() + ": " + candidate.objection().get());
                continue;
            }
            switch (candidate.offer(spec, seed)) {
                case Offer.Accepted accepted -> {
                    return new Choice(accepted.generator(), List.copyOf(refused));
                }
                case Offer.Refused refusal -> refused.add(candidate.name() + ": " + refusal.reason());
            }
        }
        if (refused.isEmpty()) {
            throw new UnavailableException("backend is '" + name + "': allowed is " + AUTO + ", "
                    + ALL.stream().map(BackendProvider::name).collect(Collectors.joining(", ")));
        }
        throw new UnavailableException(
                name.equals(AUTO)
                        ? "no backend can do this: " + String.join("; ", refused)
                        : "backend " + refused.getFirst());
    }
}
