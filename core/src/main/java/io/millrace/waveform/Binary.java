package io.millrace.waveform;

import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.util.Optional;

/** A binary with spins along the orbital axis, the heavier body first; reused from instance to instance. */
final class Binary {
    /** m₁ + m₂ in solar masses. */
    double total;
    /** m₁/M ≥ ½. */
    double heavy;
    /** m₂/M ≤ ½. */
    double light;
    /** η = m₁m₂/M² ≤ ¼. */
    double eta;
    /** √(1 − 4η) = (m₁ − m₂)/M. */
    double delta;
    /** χ₁. */
    double chi1;
    /** χ₂. */
    double chi2;
    /** M in s: Mf is this times f. */
    double seconds;
    /** M·M/distance as a strain in s: GM/c³·GM/c²/d. */
    double strain;

    /** Radians beyond which a double holds the phase to less than 1e-7. */
    private static final double MOST_PHASE = 1e9;
    /** Strain·second beyond which single precision would overflow, with room for weights. */
    private static final double MOST_AMPLITUDE = 1e20;

    /**
     * Why numbers of double precision cannot hold this binary's signal from a frequency on: its leading phase
     * {@code 3/(128η)·(πMf)^(−5/3)} or its leading amplitude {@code GM/c³·GM/c²/d·(πMf)^(−7/6)}; empty if they can.
     */
    Optional<String> refusal(double minimum) {
        double v = StrictMath.cbrt(Math.PI * seconds * minimum);
        double phase = 3 / (128 * eta) / (v * v * v * v * v);
        if (!(phase <= MOST_PHASE)) {
            return Optional.of("the phase at f-min, " + minimum + " Hz, is some " + phase + " rad: allowed is at most "
                    + MOST_PHASE + ", by more mass or a higher f-min");
        }
        double amplitude = strain / (v * v * v * Math.sqrt(v));
        if (!(amplitude <= MOST_AMPLITUDE)) {
            return Optional.of("the strain at f-min, " + minimum + " Hz, is some " + amplitude
                    + " s: allowed is at most " + MOST_AMPLITUDE + ", by more distance");
        }
        return Optional.empty();
    }

    /** Takes masses, aligned spins and distance of a point. */
    void set(Point point) {
        double m1 = point.get(Parameter.MASS_1);
        double m2 = point.get(Parameter.MASS_2);
        boolean ordered = m1 >= m2;
        chi1 = point.get(ordered ? Parameter.SPIN_1Z : Parameter.SPIN_2Z);
        chi2 = point.get(ordered ? Parameter.SPIN_2Z : Parameter.SPIN_1Z);
        total = m1 + m2;
        heavy = Math.max(m1, m2) / total;
        light = Math.min(m1, m2) / total;
        eta = Math.min(m1 * m2 / (total * total), 0.25);
        delta = Math.sqrt(1 - 4 * eta);
        seconds = total * Units.SUN_SECONDS;
        double distance = point.get(Parameter.LUMINOSITY_DISTANCE) * Units.MEGAPARSEC;
        strain = total * Units.SUN_METRES * seconds / distance;
    }
}
