package io.millrace.waveform;

import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.util.Optional;

/**
 * IMRPhenomD: S. Husa et al. 2016 (arXiv:1508.07250) and S. Khan et al. 2016 (arXiv:1508.07253), with LALSimulation's
 * conventions: the amplitude's peak at time 0, {@code φ = φ(F) − t₀(F − F_ref) − φ(F_ref) − 2φ₀}, zero from F = 0.2 on.
 * Relative L² distance from LALSimulation: some 1e-16 times the phase in radians, below 1e-11 for the golden data, up to 4e-9 for
 * mass ratios of 1000 at a few solar masses. Class reproducible.
 */
final class PhenomD implements Model {
    /** F = Mf from which there is no signal. */
    static final double CUT = 0.2;
    /** Mass ratios beyond this are not what the model was made for, nor what LALSimulation computes. */
    static final double MOST_RATIO = 5000;

    private static final double PREFACTOR = 2 * Math.sqrt(5 / (64 * Math.PI)) / Math.sqrt(StrictMath.cbrt(Math.PI));

    private final Binary binary = new Binary();
    private final Ringdown ringdown = new Ringdown();
    private final double[] fits = new double[PhenomDFits.count()];
    private final PhenomDPhase phase = new PhenomDPhase();
    private final PhenomDAmplitude amplitude = new PhenomDAmplitude();

    @Override
    public boolean merges() {
        return true;
    }

    @Override
    public Optional<String> refusal(Point point, Domain domain, double reference) {
        binary.set(point);
        double ratio = binary.heavy / binary.light;
        if (ratio > MOST_RATIO) {
            return Optional.of(
                    "the ratio of the masses is " + ratio + ": allowed for IMRPhenomD is at most " + MOST_RATIO);
        }
        double cut = CUT / binary.seconds;
        if (cut <= domain.minimum()) {
            return Optional.of("IMRPhenomD ends at " + cut + " Hz for " + binary.total
                    + " solar masses: allowed are masses for which it passes f-min, " + domain.minimum() + " Hz");
        }
        double remnant = Ringdown.finalSpin(binary);
        if (!(Math.abs(remnant) <= 1)) {
            return Optional.of("the black hole that remains would have the spin " + remnant
                    + ": allowed for IMRPhenomD is at most 1");
        }
        return binary.refusal(domain.minimum(), reference);
    }

    @Override
    public void set(Point point, Domain domain, double minimum, double reference, Signal signal) {
        binary.set(point);
        ringdown.set(binary);
        double spin = binary.heavy * binary.chi1
                + binary.light * binary.chi2
                - 38.0 / 113 * binary.eta * (binary.chi1 + binary.chi2);
        PhenomDFits.evaluate(binary.eta, spin, fits);
        phase.set(binary, ringdown, fits);
        amplitude.set(binary, ringdown, fits);
        double m = binary.seconds;
        bound(domain, minimum, m, signal);
        setPhase(m, signal);
        setAmplitude(m, signal);
        double shift = phase.rawSlope(amplitude.peak);
        double at = m * (reference == 0 ? minimum : reference);
        double constant = shift * at - phase.at(at) - 2 * point.get(Parameter.PHASE);
        signal.turn(constant / Signal.TURN, -shift * m / Signal.TURN);
    }

    private void bound(Domain domain, double minimum, double m, Signal signal) {
        double cut = CUT / m;
        signal.from = domain.floor(minimum);
        signal.to = Math.max(
                signal.from,
                domain.uniform()
                        ? Math.min(domain.floor(Math.min(domain.maximum(), cut)), domain.bins())
                        : domain.from(cut));
        signal.phaseJoin1 = domain.from(PhenomDPhase.INSPIRAL_END / m);
        signal.phaseJoin2 = Math.max(signal.phaseJoin1, domain.from(phase.join / m));
        signal.amplitudeJoin1 = domain.from(PhenomDAmplitude.INSPIRAL_END / m);
        signal.amplitudeJoin2 = Math.max(signal.amplitudeJoin1, domain.from(amplitude.peak / m));
    }

    /** From radians and F to turns and Hz. */
    private void setPhase(double m, Signal signal) {
        signal.setSeriesPhase(phase.inspiral, phase.inspiralLog[0], phase.inspiralLog[1], m);
        double[] middle = phase.intermediate;
        signal.middlePhase[0] = (middle[0] + 3 * middle[2] * StrictMath.log(StrictMath.cbrt(m))) / Signal.TURN;
        signal.middlePhase[1] = middle[1] * m / Signal.TURN;
        signal.middlePhase[2] = middle[2] / Signal.TURN;
        signal.middlePhase[3] = middle[3] / (m * m * m * Signal.TURN);
        double[] ring = phase.ringdown;
        signal.ringPhase[0] = ring[0] / Signal.TURN;
        signal.ringPhase[1] = ring[1] * m / Signal.TURN;
        signal.ringPhase[2] = ring[2] / (m * Signal.TURN);
        signal.ringPhase[3] = ring[3] * (Math.sqrt(m) * Math.sqrt(Math.sqrt(m))) / Signal.TURN;
        signal.ringPhase[4] = ring[4] / Signal.TURN;
        signal.ringPhase[5] = -phase.arcCentre / phase.arcWidth;
        signal.ringPhase[6] = m / phase.arcWidth;
    }

    private void setAmplitude(double m, Signal signal) {
        double root = StrictMath.cbrt(m);
        double prefactor = PREFACTOR * Math.sqrt(2.0 / 3 * binary.eta) * binary.strain / (m * Math.sqrt(root));
        double scale = prefactor;
        for (int n = 0; n < amplitude.inspiral.length; n++) {
            signal.seriesAmplitude[n] = amplitude.inspiral[n] * scale;
            scale *= root;
        }
        scale = prefactor;
        for (int n = 0; n < amplitude.intermediate.length; n++) {
            signal.middleAmplitude[n] = amplitude.intermediate[n] * scale;
            scale *= m;
        }
        double[] ring = signal.ringAmplitude;
        ring[0] = amplitude.ringHeight * prefactor;
        ring[1] = amplitude.ringDecay * ringdown.ring;
        ring[2] = -amplitude.ringDecay * m;
        ring[3] = -ringdown.ring / amplitude.ringWidth;
        ring[4] = m / amplitude.ringWidth;
    }
}
