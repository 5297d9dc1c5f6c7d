package io.millrace.waveform.parameters;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a waveform is a function of, by bilby's names and in bilby's units; the order is that of a {@link Point}.
 *
 * <p>Spins are dimensionless Cartesian components at the reference frequency: z along the orbital angular momentum, x from
 * body 2 to body 1. {@code iota} is the angle between the orbital angular momentum and the line of sight.
 */
public enum Parameter {
    /** Of the first body, in the detector's frame; &gt; 0. */
    MASS_1("mass_1", "Msun"),
    /** Of the second body, in the detector's frame; &gt; 0. */
    MASS_2("mass_2", "Msun"),
    /** Spin of the first body, x. */
    SPIN_1X("spin_1x", ""),
    /** Spin of the first body, y. */
    SPIN_1Y("spin_1y", ""),
    /** Spin of the first body, z. */
    SPIN_1Z("spin_1z", ""),
    /** Spin of the second body, x. */
    SPIN_2X("spin_2x", ""),
    /** Spin of the second body, y. */
    SPIN_2Y("spin_2y", ""),
    /** Spin of the second body, z. */
    SPIN_2Z("spin_2z", ""),
    /** Luminosity distance; &gt; 0. */
    LUMINOSITY_DISTANCE("luminosity_distance", "Mpc"),
    /** Inclination. */
    IOTA("iota", "rad"),
    /** Orbital phase at the reference frequency; the dominant mode gets twice that. */
    PHASE("phase", "rad"),
    /** Longitude of the ascending nodes; applied last. */
    LONGITUDE_ASCENDING_NODES("longitude_ascending_nodes", "rad"),
    /** Eccentricity at the reference frequency; ≥ 0. */
    ECCENTRICITY("eccentricity", ""),
    /** Mean anomaly of the periastron. */
    MEAN_PER_ANO("mean_per_ano", "rad"),
    /** Right ascension. */
    RA("ra", "rad"),
    /** Declination. */
    DEC("dec", "rad"),
    /** Angle of the polarization. */
    PSI("psi", "rad"),
    /** Arrival at the centre of the earth, relative to the reference time. */
    GEOCENT_TIME("geocent_time", "s");

    private final String text;
    private final String unit;

    Parameter(String text, String unit) {
        this.text = text;
        this.unit = unit;
    }

    /** The name in settings, CSV files and manifests. */
    public String text() {
        return text;
    }

    /** The unit; empty for pure numbers. */
    public String unit() {
        return unit;
    }

    /** The parameter of that name. */
    public static Optional<Parameter> named(String text) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.text.equals(text))
                .findFirst();
    }
}
