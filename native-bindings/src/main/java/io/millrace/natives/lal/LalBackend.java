package io.millrace.natives.lal;

import io.millrace.generator.BackendProvider;
import io.millrace.generator.Offer;
import io.millrace.generator.UnavailableException;
import io.millrace.simd.Simd;
import io.millrace.spec.Spec;
import io.millrace.waveform.Output;
import io.millrace.waveform.WaveformGenerator;
import io.millrace.waveform.WaveformSpec;
import java.util.Optional;
import java.util.function.Supplier;

/** The backend {@code lal}: waveforms by the LALSimulation of this machine, for every model that it knows. */
public final class LalBackend implements BackendProvider {
    private final Supplier<Lal> library;

    /** For {@link java.util.ServiceLoader}; loads nothing. */
    public LalBackend() {
        this(Lal::open);
    }

    LalBackend(Supplier<Lal> library) {
        this.library = library;
    }

    @Override
    public String name() {
        return "lal";
    }

    /** Behind Millrace's own kernels, whose bits are promised. */
    @Override
    public int rank() {
        return 200;
    }

    @Override
    public Optional<String> objection() {
        try {
            library.get();
            return Optional.empty();
        } catch (UnavailableException absent) {
            return Optional.of(absent.getMessage());
        }
    }

    @Override
    public Offer offer(Spec spec, long seed) {
        if (!(spec instanceof WaveformSpec waveform)) {
            return new Offer.Refused("LALSimulation computes waveforms, not " + spec.workload());
        }
        if (waveform.output() != Output.POLARIZATIONS) {
            return new Offer.Refused("LALSimulation computes polarizations, not amplitude and phase");
        }
        LalModel model;
        try {
            model = new LalModel(
                    library.get(),
                    waveform.approximant(),
                    waveform.domain(),
                    waveform.fRef(),
                    waveform.conditioning(),
                    LalOptions.of(waveform.lalOptions()));
        } catch (UnavailableException | IllegalArgumentException reason) {
            return new Offer.Refused(reason.getMessage());
        }
        String name = "LALSimulation " + model.lal().version();
        return new Offer.Accepted(
                WaveformGenerator.foreign(waveform, seed, name(), name, model::newPolarizations, Simd.preferred()));
    }
}
