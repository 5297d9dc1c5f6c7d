package io.millrace.waveform;

import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import io.millrace.waveform.parameters.Units;
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
    /** Strain·second; times the largest weight of a noise curve, 2e33 for a density of 1e-30, it is still a float. */
    private static final double MOST_AMPLITUDE = 1e3;

    /**
     * Why numbers of double precision cannot hold this binary's signal: its leading phase {@code 3/(128η)·(πMf)^(−5/3)} or its
     * leading amplitude {@code GM/c³·GM/c²/d·(πMf)^(−7/6)}; empty if they can.
     *
     * @param minimum the lowest frequency in Hz
     * @param reference the reference frequency in Hz, or 0
     */
    Optional<String> refusal(double minimum, double reference) {
        double v = StrictMath.cbrt(Math.PI * seconds * minimum);
        if (!(phase(v) <= MOST_PHASE)) {
            return Optional.of(tooLong("f-min", minimum, phase(v)));
        }
        double vRef = StrictMath.cbrt(Math.PI * seconds * reference);
        if (reference > 0 && !(phase(vRef) <= MOST_PHASE)) {
            return Optional.of(tooLong("f-ref", reference, phase(vRef)));
        }
        double amplitude = strain / (v * v * v * Math.sqrt(v));
        if (!(amplitude <= MOST_AMPLITUDE)) {
            return Optional.of("the strain at f-min, " + minimum + " Hz, is some " + amplitude
                    + " s: allowed is at most " + MOST_AMPLITUDE + ", by more distance");
        }
        return Optional.empty();
    }

    private double phase(double v) {
        return 3 / (128 * eta) / (v * v * v * v * v);
    }

    private static String tooLong(String key, double frequency, double phase) {
        return "the phase at " + key + ", " + frequency + " Hz, is "
                + (phase <= Double.MAX_VALUE ? "some " + phase : "beyond all") + " rad: allowed is at most "
                + MOST_PHASE + ", by more mass or a higher " + key;
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
