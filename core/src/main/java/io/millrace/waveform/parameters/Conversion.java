package io.millrace.waveform.parameters;

import io.millrace.spec.SpecException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From values of the quantities that are given to a {@link Point}. Which they are decides how: two masses of six, each spin
 * by one of three systems, the inclination to the orbital or to the total angular momentum; what is not given is 0.
 */
final class Conversion {
    /** By how much rounding may make a spin longer than 1. */
    private static final double SLACK = 1e-12;

    private static final Parameter[] PARAMETERS = Parameter.values();
    private static final Quantity[] BY_PARAMETER = byParameter();

    private final Masses masses;
    private final boolean precessing;
    private final Quantity[] along;
    private final boolean thetaJn;
    private final double referenceFrequency;

    /**
     * A conversion for these quantities.
     *
     * @param referenceFrequency in Hz; &gt; 0 where spins are given by tilts
     * @throws SpecException where they are too few, too many or do not go together
     */
    Conversion(Set<Quantity> given, double referenceFrequency) {
        this.masses = Masses.of(given);
        this.precessing = given.contains(Quantity.TILT_1) || given.contains(Quantity.TILT_2);
        this.along = new Quantity[] {
            along(given, 1, Quantity.SPIN_1X, Quantity.SPIN_1Y, Quantity.SPIN_1Z, Quantity.CHI_1, Quantity.A_1),
            along(given, 2, Quantity.SPIN_2X, Quantity.SPIN_2Y, Quantity.SPIN_2Z, Quantity.CHI_2, Quantity.A_2)
        };
        this.thetaJn = given.contains(Quantity.THETA_JN);
        this.referenceFrequency = referenceFrequency;
        if (thetaJn && given.contains(Quantity.IOTA)) {
            throw new SpecException("theta_jn and iota say the same: allowed is one of them");
        }
        if (precessing) {
            requirePrecessing(given, referenceFrequency);
        } else if (given.contains(Quantity.PHI_12) || given.contains(Quantity.PHI_JL)) {
            throw new SpecException(
                    "phi_12 and phi_jl turn tilted spins: allowed are they together with tilt_1 or tilt_2");
        }
        if (thetaJn && cartesian(given)) {
            throw new SpecException("theta_jn goes with spins that are given by magnitude and tilt, or aligned: "
                    + "allowed with spin_1x, spin_1y, spin_2x, spin_2y is iota");
        }
    }

    private static boolean cartesian(Set<Quantity> given) {
        return given.contains(Quantity.SPIN_1X)
                || given.contains(Quantity.SPIN_1Y)
                || given.contains(Quantity.SPIN_2X)
                || given.contains(Quantity.SPIN_2Y);
    }

    private static void requirePrecessing(Set<Quantity> given, double referenceFrequency) {
        if (given.contains(Quantity.IOTA)) {
            throw new SpecException("iota is what tilt_1 and tilt_2 lead to: allowed with them is theta_jn");
        }
        if (cartesian(given)) {
            throw new SpecException("tilt_1 and tilt_2 do not go with spin_1x, spin_1y, spin_2x, spin_2y: "
                    + "allowed is one way for both spins");
        }
        for (Quantity tilt : List.of(Quantity.TILT_1, Quantity.TILT_2)) {
            Quantity magnitude = tilt == Quantity.TILT_1 ? Quantity.A_1 : Quantity.A_2;
            if (given.contains(tilt) && !given.contains(magnitude)) {
                throw new SpecException(tilt.text() + " turns a spin that is not given: allowed is it together with "
                        + magnitude.text());
            }
        }
        if (!(referenceFrequency > 0 && referenceFrequency < Double.POSITIVE_INFINITY)) {
            throw new SpecException("the reference frequency is " + referenceFrequency
                    + " Hz where spins are given by tilts: allowed is one above 0");
        }
    }

    /** The one quantity that gives a body's spin along z; null where it is 0. */
    private static Quantity along(
            Set<Quantity> given, int body, Quantity x, Quantity y, Quantity z, Quantity chi, Quantity magnitude) {
        Set<Quantity> of = EnumSet.of(x, y, z, chi, magnitude);
        of.retainAll(given);
        boolean components = of.contains(x) || of.contains(y) || of.contains(z);
        int ways = (components ? 1 : 0) + (of.contains(chi) ? 1 : 0) + (of.contains(magnitude) ? 1 : 0);
        if (ways > 1) {
            throw new SpecException("the spin of body " + body + " is given by "
                    + of.stream().map(Quantity::text).collect(Collectors.joining(", ")) + ": allowed is " + chi.text()
                    + ", or " + magnitude.text() + ", or " + x.text() + ", " + y.text() + ", " + z.text());
        }
        of.remove(x);
        of.remove(y);
        return of.isEmpty() ? null : of.iterator().next();
    }

    /** Whether there are tilts, so that theta_jn is what the inclination is given by. */
    boolean precessing() {
        return precessing;
    }

    /**
     * Sets every parameter.
     *
     * @param values by {@link Quantity#ordinal}, 0 where not given; scratch, as spins along z are put in place of magnitudes
     * @return null, or what no binary has, in words that follow "there is no binary with "
     */
    String convert(double[] values, Point point) {
        String impossible = masses(values, point);
        return impossible == null ? rest(values, point) : impossible;
    }

    /** Sets the masses; what is returned is as {@link #convert} has it. */
    String masses(double[] values, Point point) {
        return masses.solve(values, point) ? null : "this " + masses.names();
    }

    /** Sets everything else, after the masses; what is returned is as {@link #convert} has it. */
    String rest(double[] values, Point point) {
        for (int i = 0; i < PARAMETERS.length; i++) {
            if (PARAMETERS[i] != Parameter.MASS_1 && PARAMETERS[i] != Parameter.MASS_2) {
                point.set(PARAMETERS[i], values[BY_PARAMETER[i].ordinal()]);
            }
        }
        if (precessing) {
            values[Quantity.A_1.ordinal()] = along[0] == null ? 0 : values[along[0].ordinal()];
            values[Quantity.A_2.ordinal()] = along[1] == null ? 0 : values[along[1].ordinal()];
            Spins.precessing(values, referenceFrequency, point);
            return null;
        }
        point.set(Parameter.SPIN_1Z, along[0] == null ? 0 : values[along[0].ordinal()]);
        point.set(Parameter.SPIN_2Z, along[1] == null ? 0 : values[along[1].ordinal()]);
        if (thetaJn) {
            point.set(Parameter.IOTA, values[Quantity.THETA_JN.ordinal()]);
        }
        return tooFast(point);
    }

    /** What no binary has of a point's spins: a magnitude beyond 1; or null. */
    static String tooFast(Point point) {
        if (!(Spins.first(point) <= 1 + SLACK)) {
            return "a spin_1 of the magnitude " + Spins.first(point) + ", where at most 1 is allowed";
        }
        if (!(Spins.second(point) <= 1 + SLACK)) {
            return "a spin_2 of the magnitude " + Spins.second(point) + ", where at most 1 is allowed";
        }
        return null;
    }

    private static Quantity[] byParameter() {
        Quantity[] quantities = new Quantity[PARAMETERS.length];
        for (int i = 0; i < quantities.length; i++) {
            quantities[i] = Quantity.named(PARAMETERS[i].text()).orElseThrow();
        }
        return quantities;
    }
}
