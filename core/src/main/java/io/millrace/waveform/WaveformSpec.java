package io.millrace.waveform;

import io.millrace.batch.DType;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import io.millrace.waveform.detector.Observation;
import io.millrace.waveform.detector.ObservationKeys;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.domain.DomainKeys;
import io.millrace.waveform.parameters.ParameterKeys;
import io.millrace.waveform.parameters.ParameterSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What waveforms to generate.
 *
 * <p>Conventions are LALSimulation's: {@code h(f) = ∫h(t)e^(−2πift)dt} at positive frequencies, in strain·second.
 *
 * @param approximant the model, by LALSimulation's name; {@link Approximants#OWN} have kernels here
 * @param domain the frequencies
 * @param fRef reference frequency in Hz, ≥ 0; 0: f_min for IMRPhenomD, coalescence for TaylorF2
 * @param output what is written where there are no detectors
 * @param dtype {@link DType#C8} or {@link DType#C16}; amplitude and phase are real numbers of the same precision
 * @param conditioning what is done beyond the model
 * @param parameters where masses, spins, distances and angles come from
 * @param observation whitening, detectors, noise
 * @param lalOptions options of LALSimulation's models by name, for the backend {@code lal}
 */
public record WaveformSpec(
        String approximant,
        Domain domain,
        double fRef,
        Output output,
        DType dtype,
        Conditioning conditioning,
        ParameterSource parameters,
        Observation observation,
        Map<String, String> lalOptions)
        implements Spec {
    /** The workload's name. */
    public static final String WORKLOAD = "waveform";

    /** Every key's default: IMRPhenomD, 20–1024 Hz at 0.125 Hz, dingo-gw's priors with aligned spins. */
    public static final WaveformSpec DEFAULT = WaveformKeys.parse(Map.of(), Map.of());

    /**
     * Checks that the components go together.
     *
     * @throws SpecException naming the key, its value and what is allowed
     */
    public WaveformSpec {
        Approximants.check(approximant);
        lalOptions = Collections.unmodifiableMap(new TreeMap<>(lalOptions));
        if (!(fRef >= 0 && fRef <= DomainKeys.MOST_FREQUENCY)) {
            throw new SpecException("f-ref", fRef, "0 to " + DomainKeys.MOST_FREQUENCY);
        }
        if (domain.uniform() && domain.spacing() > domain.minimum()) {
            throw new SpecException("f-min", domain.minimum(), "delta-f, " + domain.spacing() + " Hz, and more");
        }
        if (dtype != DType.C8 && dtype != DType.C16) {
            throw new SpecException("dtype", dtype.descr(), "c8, c16");
        }
        if (conditioning == Conditioning.INSPIRAL_FD && !domain.uniform()) {
            throw new SpecException("conditioning is 'inspiral-fd': allowed for domain uniform only");
        }
        if (output == Output.AMPLITUDE_PHASE) {
            requireCurves(approximant, observation);
        }
        observation.check(domain);
    }

    private static void requireCurves(String approximant, Observation observation) {
        if (!Approximants.own(approximant)) {
            throw new SpecException("output is 'amplitude-phase': allowed for " + String.join(", ", Approximants.OWN)
                    + ", not for " + approximant);
        }
        if (!observation.detectors().isEmpty()) {
            throw new SpecException("output is 'amplitude-phase': detectors have strains; allowed with detectors none");
        }
    }

    @Override
    public String workload() {
        return WORKLOAD;
    }

    @Override
    public Map<String, String> settings() {
        return WaveformKeys.settings(this);
    }

    @Override
    public Map<String, Table> tables() {
        Map<String, Table> tables = new LinkedHashMap<>(ObservationKeys.tables(observation));
        tables.putAll(ParameterKeys.tables(parameters));
        return tables;
    }

    /**
     * This spec with one setting changed.
     *
     * @throws SpecException for an unknown key, or a value out of range
     */
    public WaveformSpec with(String key, String value) {
        Map<String, String> settings = new LinkedHashMap<>(settings());
        settings.put(key, value);
        return WaveformKeys.parse(settings, tables());
    }
}
