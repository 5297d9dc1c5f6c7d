package io.millrace.waveform;

import io.millrace.generator.Offer;
import io.millrace.generator.Workload;
import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.Table;
import io.millrace.waveform.detector.ObservationKeys;
import io.millrace.waveform.parameters.ParameterKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The workload {@code waveform}. */
public final class WaveformWorkload implements Workload {
    private static final Set<String> FILES = Stream.concat(
                    ObservationKeys.FILES.stream(), Stream.of(ParameterKeys.PARAMETERS))
            .collect(Collectors.toUnmodifiableSet());

    /** For {@link java.util.ServiceLoader}. */
    public WaveformWorkload() {}

    @Override
    public String name() {
        return WaveformSpec.WORKLOAD;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Key> keys() {
        return WaveformKeys.ALL;
    }

    @Override
    public Spec parse(Map<String, String> settings, Map<String, Table> tables) {
        return WaveformKeys.parse(settings, tables);
    }

    @Override
    public Set<String> files() {
        return FILES;
    }

    @Override
    public Offer scalar(Spec spec, long seed) {
        return offer((WaveformSpec) spec, seed, "scalar", WaveformScalar::kernels, false);
    }

    @Override
    public Offer vector(Spec spec, long seed) {
        return offer((WaveformSpec) spec, seed, "vector", WaveformVector::kernels, true);
    }

    private static Offer offer(
            WaveformSpec spec, long seed, String backend, Supplier<WaveformKernels> kernels, boolean lanes) {
        if (!Approximants.own(spec.approximant())) {
            return new Offer.Refused(spec.approximant() + " has no kernels here: those that have are "
                    + String.join(", ", Approximants.OWN) + "; --backend lal computes all others");
        }
        if (!spec.lalOptions().isEmpty()) {
            return new Offer.Refused("lal-options are for LALSimulation's models, and --backend lal");
        }
        return new Offer.Accepted(WaveformGenerator.closedForm(spec, seed, backend, kernels, lanes));
    }
}
