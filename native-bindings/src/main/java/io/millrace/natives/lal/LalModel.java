package io.millrace.natives.lal;

import io.millrace.batch.DType;
import io.millrace.generator.UnavailableException;
import io.millrace.waveform.Conditioning;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.util.Optional;

/**
 * One of LALSimulation's models on one domain: what every worker's {@link LalPolarizations} share. Immutable, for all
 * threads.
 */
public final class LalModel {
    private final Lal lal;
    private final LalApproximant approximant;
    private final Domain domain;
    private final double reference;
    private final Conditioning conditioning;
    private final LalOptions options;
    private final LalGrid grid;
    private final LalFrequencies frequencies;

    /**
     * Checks what can be checked without a waveform.
     *
     * @param approximant LAL's name of a model
     * @param domain uniform, or multibanded: then the model is asked for exactly its frequencies
     * @param reference f_ref in Hz, ≥ 0; what 0 means is the model's affair
     * @param conditioning a model of the time domain has a transform with {@link Conditioning#INSPIRAL_FD} only, a
     *     multibanded domain is possible with {@link Conditioning#NONE} only
     * @throws IllegalArgumentException for a combination that does not exist; one sentence
     * @throws UnavailableException if the library lacks a function that this takes
     */
    public LalModel(
            Lal lal,
            String approximant,
            Domain domain,
            double reference,
            Conditioning conditioning,
            LalOptions options) {
        this.lal = lal;
        this.approximant = lal.approximant(approximant);
        this.domain = domain;
        this.reference = reference;
        this.conditioning = conditioning;
        this.options = options;
        this.grid = new LalGrid(domain.spacing(), domain.minimum(), domain.maximum(), reference);
        this.frequencies = domain.uniform() ? null : new LalFrequencies(domain.frequencies());
        requirePossible();
        LalHazards.requireHarmless(lal, this.approximant);
        lal.require(this.frequencies != null, conditioning == Conditioning.INSPIRAL_FD);
        try (LalDictionary tried = lal.dictionary(options)) {
            LalDictionary.pointer(tried);
        }
    }

    private void requirePossible() {
        if (!approximant.frequencyDomain() && !approximant.timeDomain()) {
            throw new IllegalArgumentException(
                    approximant.name() + " has neither a frequency nor a time domain form in this LALSimulation");
        }
        if (!domain.uniform() && conditioning != Conditioning.NONE) {
            throw new IllegalArgumentException(
                    "conditioning needs a uniform domain: LALSimulation tapers equally spaced bins only");
        }
        if (!approximant.frequencyDomain() && !(domain.uniform() && conditioning == Conditioning.INSPIRAL_FD)) {
            throw new IllegalArgumentException(
                    approximant.name()
                            + " is defined over time: LALSimulation transforms it on a uniform domain with InspiralFD's conditioning only");
        }
    }

    /** The library. */
    public Lal lal() {
        return lal;
    }

    /** The model. */
    public LalApproximant approximant() {
        return approximant;
    }

    /** The frequencies. */
    public Domain domain() {
        return domain;
    }

    /**
     * For one thread.
     *
     * @param type of what is written, {@link DType#C8} or {@link DType#C16}
     * @param scale real numbers that bins are multiplied with, as many as the domain has bins, such as a whitening filter; null
     *     for 1
     * @throws IllegalArgumentException for another type or number
     */
    public LalPolarizations newPolarizations(DType type, double[] scale) {
        if (type != DType.C8 && type != DType.C16) {
            throw new IllegalArgumentException("waveforms are <c8 or <c16, not " + type.descr());
        }
        if (scale != null && scale.length != domain.bins()) {
            throw new IllegalArgumentException("there are " + scale.length + " factors for " + domain.bins() + " bins");
        }
        return new LalPolarizations(this, type, options.isEmpty() ? null : lal.dictionary(options), scale);
    }

    /** Why there is no waveform at these parameters, as far as can be said without trying. */
    Optional<String> refusal(Point point) {
        Optional<String> refusal = LalArguments.refusal(point).or(() -> LalArguments.refusal(point, approximant));
        if (refusal.isEmpty()
                && frequencies != null
                && (point.get(Parameter.ECCENTRICITY) != 0 || point.get(Parameter.MEAN_PER_ANO) != 0)) {
            return Optional.of("LALSimulation takes no eccentricity on a multibanded domain");
        }
        return refusal.or(() -> LalHazards.refusal(point, approximant, domain.minimum()));
    }

    /** Calls LAL; models that are not for several threads at once wait for one another. */
    LalPair make(Point point, LalDictionary dictionary) {
        if (!LalHazards.alone(approximant)) {
            return call(point, dictionary);
        }
        synchronized (LalModel.class) {
            return call(point, dictionary);
        }
    }

    private LalPair call(Point point, LalDictionary dictionary) {
        if (frequencies != null) {
            return lal.chooseSequence(approximant, point, reference, frequencies, dictionary);
        }
        return conditioning == Conditioning.INSPIRAL_FD
                ? lal.inspiralFrequencyDomain(approximant, point, grid, dictionary)
                : lal.chooseFrequencyDomain(approximant, point, grid, dictionary);
    }
}
