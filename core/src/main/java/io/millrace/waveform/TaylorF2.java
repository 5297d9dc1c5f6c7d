package io.millrace.waveform;

import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.util.Arrays;
import java.util.Optional;

/**
 * TaylorF2: the inspiral's phase to 3.5PN with aligned spins (see {@link PnPhasing}), the amplitude of leading order, up to
 * f_max, with LALSimulation's conventions: {@code h̃ = −A·e^(−i(φ(f) − φ(f_ref) − 2φ₀ − π/4))},
 * {@code A = GM/c³·GM/c²/d·√(5πη/24)·v^(−7/2)}. Without a reference frequency the phase refers to coalescence.
 * Relative L² distance from LALSimulation: as of {@link PhenomD}. Class reproducible.
 */
final class TaylorF2 implements Model {
    private final Binary binary = new Binary();
    private final PnPhasing pn = new PnPhasing();

    @Override
    public boolean merges() {
        return false;
    }

    @Override
    public Optional<String> refusal(Point point, Domain domain, double reference) {
        binary.set(point);
        return binary.refusal(domain.minimum(), reference);
    }

    @Override
    public void set(Point point, Domain domain, double minimum, double reference, Signal signal) {
        binary.set(point);
        pn.set(binary, true);
        signal.from = domain.from(minimum);
        signal.to = domain.bins();
        signal.phaseJoin1 = signal.phaseJoin2 = signal.to;
        signal.amplitudeJoin1 = 0;
        signal.amplitudeJoin2 = signal.to;
        double m = binary.seconds;
        signal.setSeriesPhase(pn.powers, pn.log5, pn.log6, Math.PI * m);
        double at = reference == 0 ? 0 : pn.at(StrictMath.cbrt(Math.PI * m * reference));
        double constant = -at - 2 * point.get(Parameter.PHASE) - Math.PI / 4 + Math.PI;
        Arrays.fill(signal.middlePhase, 0);
        Arrays.fill(signal.ringPhase, 0);
        signal.turn(constant / Signal.TURN, 0);
        Arrays.fill(signal.middleAmplitude, 0);
        double v7 = Math.sqrt(StrictMath.cbrt(Math.PI * m)) * (Math.PI * m);
        signal.middleAmplitude[0] = binary.strain * Math.sqrt(5.0 / 24 * Math.PI * binary.eta) / v7;
    }
}
