package io.millrace.waveform.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that a prior or a file's column can be given for, by bilby's name. A quantity's random stream is its ordinal,
 * 0 … 63: constants may be added at the end alone, and none ever leaves.
 */
enum Quantity {
    MASS_1("mass_1", "Msun", Range.MASS, "mass of body 1, in the detector's frame"),
    MASS_2("mass_2", "Msun", Range.MASS, "mass of body 2, in the detector's frame"),
    CHIRP_MASS("chirp_mass", "Msun", Range.MASS, "(m1 m2)^(3/5) / (m1 + m2)^(1/5)"),
    MASS_RATIO("mass_ratio", "", Range.RATIO, "m2 / m1"),
    TOTAL_MASS("total_mass", "Msun", Range.MASS, "m1 + m2"),
    SYMMETRIC_MASS_RATIO("symmetric_mass_ratio", "", Range.QUARTER, "m1 m2 / (m1 + m2)^2"),
    CHI_1("chi_1", "", Range.COMPONENT, "aligned spin of body 1"),
    CHI_2("chi_2", "", Range.COMPONENT, "aligned spin of body 2"),
    SPIN_1X("spin_1x", "", Range.COMPONENT, "spin of body 1 along the line from body 2 to body 1"),
    SPIN_1Y("spin_1y", "", Range.COMPONENT, "spin of body 1 across that line, in the orbital plane"),
    SPIN_1Z("spin_1z", "", Range.COMPONENT, "spin of body 1 along the orbital angular momentum"),
    SPIN_2X("spin_2x", "", Range.COMPONENT, "spin of body 2 along the line from body 2 to body 1"),
    SPIN_2Y("spin_2y", "", Range.COMPONENT, "spin of body 2 across that line, in the orbital plane"),
    SPIN_2Z("spin_2z", "", Range.COMPONENT, "spin of body 2 along the orbital angular momentum"),
    A_1("a_1", "", Range.MAGNITUDE, "spin magnitude of body 1"),
    A_2("a_2", "", Range.MAGNITUDE, "spin magnitude of body 2"),
    TILT_1("tilt_1", "rad", Range.ANY, "angle between spin 1 and the orbital angular momentum"),
    TILT_2("tilt_2", "rad", Range.ANY, "angle between spin 2 and the orbital angular momentum"),
    PHI_12("phi_12", "rad", Range.ANY, "azimuth of spin 2 from spin 1, about the orbital angular momentum"),
    PHI_JL("phi_jl", "rad", Range.ANY, "azimuth of the orbital angular momentum about the total one"),
    THETA_JN("theta_jn", "rad", Range.ANY, "angle between the total angular momentum and the line of sight"),
    IOTA("iota", "rad", Range.ANY, "angle between the orbital angular momentum and the line of sight"),
    PHASE("phase", "rad", Range.ANY, "orbital phase at the reference frequency"),
    LUMINOSITY_DISTANCE("luminosity_distance", "Mpc", Range.DISTANCE, "luminosity distance"),
    LONGITUDE_ASCENDING_NODES("longitude_ascending_nodes", "rad", Range.ANY, "turns the polarizations"),
    ECCENTRICITY("eccentricity", "", Range.ECCENTRICITY, "eccentricity at the reference frequency"),
    MEAN_PER_ANO("mean_per_ano", "rad", Range.ANY, "mean anomaly of the periastron"),
    RA("ra", "rad", Range.ANY, "right ascension"),
    DEC("dec", "rad", Range.ANY, "declination"),
    PSI("psi", "rad", Range.ANY, "angle of the polarization"),
    GEOCENT_TIME("geocent_time", "s", Range.TIME, "arrival at the centre of the earth after the reference time");

    /** The values that make sense, both bounds included. */
    enum Range {
        MASS(Double.MIN_NORMAL, 1e12, "above 0, up to 1e12"),
        DISTANCE(Double.MIN_NORMAL, 1e12, "above 0, up to 1e12"),
        RATIO(Double.MIN_NORMAL, 1, "above 0, up to 1"),
        QUARTER(Double.MIN_NORMAL, .25, "above 0, up to 0.25"),
        COMPONENT(-1, 1, "from -1 to 1"),
        MAGNITUDE(0, 1, "from 0 to 1"),
        ECCENTRICITY(0, Math.nextDown(1.0), "from 0 to below 1"),
        ANY(-1e9, 1e9, "from -1e9 to 1e9"),
        /** Beyond it the phase of 1 kHz loses nine digits. */
        TIME(-1000, 1000, "from -1000 to 1000, counted from reference-time");

        final double least;
        final double most;
        final String text;

        Range(double least, double most, String text) {
            this.least = least;
            this.most = most;
            this.text = text;
        }

        boolean holds(double value) {
            return value >= least && value <= most;
        }
    }

    /** The names for masses. */
    static final List<Quantity> MASSES =
            List.of(MASS_1, MASS_2, CHIRP_MASS, MASS_RATIO, TOTAL_MASS, SYMMETRIC_MASS_RATIO);

    /** The names for spins. */
    static final List<Quantity> SPINS = List.of(
            CHI_1, CHI_2, SPIN_1X, SPIN_1Y, SPIN_1Z, SPIN_2X, SPIN_2Y, SPIN_2Z, A_1, A_2, TILT_1, TILT_2, PHI_12,
            PHI_JL);

    private static final Map<String, Quantity> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Quantity::text, Function.identity()));

    private final String text;
    private final String unit;
    private final Range range;
    private final String meaning;
    private final Parameter parameter;

    Quantity(String text, String unit, Range range, String meaning) {
        this.text = text;
        this.unit = unit;
        this.range = range;
        this.meaning = meaning;
        this.parameter = Parameter.named(text).orElse(null);
    }

    /** Bilby's name. */
    String text() {
        return text;
    }

    /** The unit; empty for pure numbers. */
    String unit() {
        return unit;
    }

    /** The values that make sense. */
    Range range() {
        return range;
    }

    /** One line. */
    String meaning() {
        return meaning;
    }

    /** The random stream. */
    int stream() {
        return ordinal();
    }

    /** The component of a {@link Point} of this name, if there is one. */
    Optional<Parameter> parameter() {
        return Optional.ofNullable(parameter);
    }

    /** The quantity of that name. */
    static Optional<Quantity> named(String text) {
        return Optional.ofNullable(BY_NAME.get(text));
    }
}
