package io.millrace.latent;

import io.millrace.generator.Generator;
import io.millrace.generator.Offer;
import io.millrace.generator.UnavailableException;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The workload {@code latent}. */
public final class LatentWorkload implements Workload {
    /** For {@link java.util.ServiceLoader}. */
    public LatentWorkload() {}

    @Override
    public String name() {
        return LatentSpec.WORKLOAD;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Key> keys() {
        return LatentKeys.ALL;
    }

    @Override
    public boolean knows(String key) {
        return LatentKeys.known(key);
    }

    @Override
    public Spec parse(Map<String, String> settings, Map<String, Table> tables) {
        return LatentKeys.parse(settings, tables);
    }

    @Override
    public Set<String> files() {
        return Set.of(LatentKeys.WEIGHTS, LatentKeys.MODEL);
    }

    @Override
    public Offer scalar(Spec spec, long seed) {
        return offer(
                (LatentSpec) spec, seed, "scalar", Encoders.onProcessors(false), task -> source().scalar(task, seed));
    }

    @Override
    public Offer vector(Spec spec, long seed) {
        return offer(
                (LatentSpec) spec, seed, "vector", Encoders.onProcessors(true), task -> source().vector(task, seed));
    }

    private static Workload source() {
        return Workloads.named(LatentSpec.SOURCE);
    }

    /**
     * Latents of tasks whose trajectories somebody offers.
     *
     * @param kinds makes the encoders
     * @param sourceOf offers a task's trajectories
     */
    public static Offer offer(
            LatentSpec spec, long seed, String backend, Encoders kinds, Function<Spec, Offer> sourceOf) {
        List<Generator> sources = new ArrayList<>();
        for (LatentSpec.Task task : spec.tasks()) {
            switch (sourceOf.apply(task.spec())) {
                case Offer.Accepted(Generator generator) -> sources.add(generator);
                case Offer.Refused refused -> {
                    sources.forEach(Generator::close);
                    return refused;
                }
            }
        }
        try {
            return new Offer.Accepted(LatentGenerator.of(spec, seed, backend, kinds, sources));
        } catch (UnavailableException e) {
            sources.forEach(Generator::close);
            return new Offer.Refused(e.getMessage());
        } catch (RuntimeException | Error e) {
            sources.forEach(Generator::close);
            throw e;
        }
    }
}
