package io.millrace.waveform;

import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.util.Optional;

/** From parameters to a {@link Signal}: the model, its conditioning, its time and its orientation; one thread's. */
final class SignalSource {
    /** What {@link #set} sets. */
    final Signal signal = new Signal();
    /** Whose taper the amplitudes get; none where the spec has no conditioning. */
    final InspiralFd conditioning = new InspiralFd();

    private final Model model;
    private final WaveformSpec spec;
    private final Domain domain;
    private final boolean timed;

    /**
     * Of a spec.
     *
     * @param timed whether the signal is shifted by its {@code geocent_time}
     */
    SignalSource(WaveformSpec spec, boolean timed) {
        this.spec = spec;
        this.model = Approximants.model(spec.approximant());
        this.domain = spec.domain();
        this.timed = timed;
    }

    /** Why there is no signal at these parameters; empty if there is one. */
    Optional<String> refusal(Point point) {
        if (point.precessing()) {
            return Optional.of(spec.approximant()
                    + " has spins along the orbital axis only: allowed are spin_1x, spin_1y, spin_2x, spin_2y of 0");
        }
        return model.refusal(point, domain, spec.fRef());
    }

    /** Sets the signal of a point that is not refused. */
    void set(Point point) {
        if (spec.conditioning() == Conditioning.INSPIRAL_FD) {
            conditioning.set(point, domain, model.merges());
            model.set(point, domain, conditioning.start, spec.fRef(), signal);
            // no model has a signal at 0 Hz, where a coarse grid's taper may begin
            signal.from = Math.max(1, Math.max(signal.from, conditioning.taperFrom));
            signal.to = Math.min(signal.to, domain.bins() - 1);
            signal.turn(0, -conditioning.shift);
        } else {
            model.set(point, domain, domain.minimum(), spec.fRef(), signal);
        }
        if (timed) {
            signal.turn(0, point.get(Parameter.GEOCENT_TIME));
        }
        signal.orient(point);
    }
}
