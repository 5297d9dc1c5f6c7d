package io.millrace.waveform;

import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;

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
