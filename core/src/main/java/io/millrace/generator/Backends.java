package io.millrace.generator;

import io.millrace.spec.Spec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The one place that chooses a backend: once, in a fixed order, and it says why. */
public final class Backends {
    /** Asks for the best of what this machine has. */
    public static final String AUTO = "auto";

    /** Between a backend's name and its devices. */
    private static final String DEVICE = ":";

    private static final List<BackendProvider> ALL =
            load(ServiceLoader.load(BackendProvider.class, BackendProvider.class.getClassLoader())
                    .iterator());

    private Backends() {}

    /** One that cannot be loaded leaves its place to a {@link BrokenBackend}. */
    static List<BackendProvider> load(Iterator<BackendProvider> services) {
        List<BackendProvider> found = new ArrayList<>();
        while (true) {
            try {
                if (!services.hasNext()) {
                    break;
                }
                found.add(new GuardedBackend(services.next()));
            } catch (ServiceConfigurationError | LinkageError e) {
                found.add(new BrokenBackend(e));
            }
        }
        found.sort(Comparator.comparingInt(BackendProvider::rank));
        return List.copyOf(found);
    }

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
     * @param asked a backend's name, {@code name:device} where it has devices to choose from, or {@value #AUTO}
     * @throws UnavailableException if the one asked for by name cannot do it, or is unknown: never a substitute
     */
    public static Choice choose(String asked, Spec spec, long seed) {
        return choose(ALL, asked, spec, seed);
    }

    /** The same among some candidates. */
    static Choice choose(List<BackendProvider> candidates, String asked, Spec spec, long seed) {
        int colon = asked.indexOf(DEVICE);
        String name = colon < 0 ? asked : asked.substring(0, colon);
        Optional<String> device = colon < 0 ? Optional.empty() : Optional.of(asked.substring(colon + 1));
        List<String> refused = new ArrayList<>();
        for (BackendProvider candidate : candidates) {
            boolean byName = candidate.name().equals(name);
            if (!byName && (!name.equals(AUTO) || device.isPresent() || candidate.rank() < 0)) {
                continue;
            }
            if (!byName && candidate.objection().isPresent()) {
                refused.add(candidate.name() + ": " + candidate.objection().get());
                continue;
            }
            switch (device.isEmpty() ? candidate.offer(spec, seed) : candidate.offer(spec, seed, device.get())) {
                case Offer.Accepted accepted -> {
                    return new Choice(accepted.generator(), List.copyOf(refused));
                }
                case Offer.Refused refusal -> refused.add(candidate.name() + ": " + refusal.reason());
            }
        }
        if (refused.isEmpty()) {
            throw unknown(candidates, asked);
        }
        throw new UnavailableException(
                name.equals(AUTO)
                        ? "no backend can do this: " + String.join("; ", refused)
                        : "backend " + refused.getFirst());
    }

    private static UnavailableException unknown(List<BackendProvider> candidates, String asked) {
        String broken = candidates.stream()
                .filter(BrokenBackend.class::isInstance)
                .map(candidate -> "; " + candidate.objection().orElseThrow())
                .collect(Collectors.joining());
        return new UnavailableException("backend is '" + asked + "': allowed is " + AUTO + ", "
                + candidates.stream()
                        .filter(candidate -> !(candidate instanceof BrokenBackend))
                        .map(BackendProvider::name)
                        .collect(Collectors.joining(", "))
                + broken);
    }
}
