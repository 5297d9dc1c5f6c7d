package io.millrace.waveform.detector;

import io.millrace.spec.SpecException;
import io.millrace.waveform.domain.Domain;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What is observed of a waveform: the two polarizations or the strains of detectors, whitened or not, with noise or without.
 *
 * @param detectors in the order of the strains, each once; empty for the polarizations
 * @param curves one for each detector, or one for both polarizations; may be empty where nothing needs them
 * @param whiten whether what is observed is whitened by its curve
 * @param noise whether strains have Gaussian noise of that curve added
 * @param referenceTime the GPS time in s at which antenna patterns and delays are taken and that {@code geocent_time} counts
 *     from
 */
public record Observation(
        List<Detector> detectors, List<NoiseCurve> curves, boolean whiten, boolean noise, double referenceTime) {
    /** The GPS time of GW150914, as dingo-gw takes it. */
    public static final double REFERENCE_TIME = 1126259462.391;

    /** The bare polarizations. */
    public static final Observation NONE = new Observation(List.of(), List.of(), false, false, REFERENCE_TIME);

    /** Checks that all fits together. */
    public Observation {
        detectors = List.copyOf(detectors);
        curves = List.copyOf(curves);
        if (!detectors.isEmpty() && EnumSet.copyOf(detectors).size() < detectors.size()) {
            throw new SpecException("detectors", ObservationKeys.print(detectors), "each detector once");
        }
        if (!curves.isEmpty() && curves.size() != Math.max(1, detectors.size())) {
            throw new SpecException(
                    "there are " + curves.size() + " noise curves for " + detectors.size() + " detectors");
        }
        if (noise && detectors.isEmpty()) {
            throw new SpecException("noise is 'true': it needs detectors, and detectors is 'none'");
        }
        if ((whiten || noise) && curves.isEmpty()) {
            throw new SpecException(
                    (whiten ? "whiten" : "noise") + " is 'true': it needs a noise curve, and asd is 'none'");
        }
        if (!(referenceTime >= 0 && referenceTime <= SiderealTime.LATEST)) {
            throw new SpecException("reference-time", referenceTime, ObservationKeys.TIMES);
        }
    }

    /** Greenwich mean sidereal time at the reference time, in rad. */
    public double siderealTime() {
        return SiderealTime.radians(referenceTime);
    }

    /** The curve of a detector, by its position in {@link #detectors()}; of the polarizations, position 0. */
    public Optional<NoiseCurve> curve(int position) {
        return curves.isEmpty() ? Optional.empty() : Optional.of(curves.get(position));
    }

    /**
     * Refuses a domain that a curve does not cover.
     *
     * @throws SpecException naming the key, the curve and both ranges
     */
    public void check(Domain domain) {
        check(domain, position -> curves.get(position).toString());
    }

    /** The same, with the curves' names as somebody wrote them. */
    void check(Domain domain, IntFunction<String> names) {
        for (int position = 0; position < curves.size(); position++) {
            NoiseCurve curve = curves.get(position);
            Optional<String> gap = curve.gap(domain);
            if (gap.isPresent()) {
                throw new SpecException("the noise curve " + names.apply(position) + ObservationKeys.of(this, position)
                        + " " + gap.get());
            }
        }
    }
}
