package io.millrace.waveform.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.spec.SpecException;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** Masses from any two names. */
class MassesTest {
    private static Point point(double m1, double m2) {
        Point point = new Point();
        point.set(Parameter.MASS_1, m1);
        point.set(Parameter.MASS_2, m2);
        return point;
    }

    /** Every pair of names leads back to the masses that they were derived from. */
    @Property(tries = 500)
    void anyTwoNames(
            @ForAll @DoubleRange(min = 0.1, max = 1000) @Scale(6) double m1,
            @ForAll @DoubleRange(min = 0.001, max = 1) @Scale(6) double q) {
        Point truth = point(m1, m1 * q);
        for (Quantity first : Quantity.MASSES) {
            for (Quantity second : Quantity.MASSES) {
                Set<Quantity> names = EnumSet.of(first, second);
                if (names.size() < 2 || names.equals(EnumSet.of(Quantity.MASS_RATIO, Quantity.SYMMETRIC_MASS_RATIO))) {
                    continue;
                }
                double[] values = new double[Quantity.values().length];
                names.forEach(name -> values[name.ordinal()] = Masses.derived(name, truth));
                boolean fromEta = names.contains(Quantity.SYMMETRIC_MASS_RATIO)
                        || names.equals(EnumSet.of(Quantity.CHIRP_MASS, Quantity.TOTAL_MASS));
                if (fromEta && q > 0.999) {
                    continue; // √(1 − 4η) has no digits left
                }
                // η determines q to eps/√(1 − 4η); where one mass is given with the total one, the other is a
                // difference
                double error = (fromEta ? 1e-14 / ((1 - q) * (1 - q)) : 1e-14) + 1e-14 / q;
                Point solved = new Point();
                assertTrue(Masses.of(names).solve(values, solved), names.toString());
                assertEquals(m1, solved.get(Parameter.MASS_1), error * m1, names.toString());
                assertEquals(m1 * q, solved.get(Parameter.MASS_2), error * m1 * q, names.toString());
            }
        }
    }

    /** GW150914's: bilby's conversion.component_masses_to_chirp_mass(36, 29) and its relatives. */
    @Test
    void knownNumbers() {
        Point point = point(36, 29);
        assertEquals(28.095556, Masses.derived(Quantity.CHIRP_MASS, point), 1e-6);
        assertEquals(Math.pow(36.0 * 29, 0.6) / Math.pow(65, 0.2), Masses.derived(Quantity.CHIRP_MASS, point), 1e-13);
        assertEquals(29.0 / 36, Masses.derived(Quantity.MASS_RATIO, point));
        assertEquals(65, Masses.derived(Quantity.TOTAL_MASS, point));
        assertEquals(1044.0 / 4225, Masses.derived(Quantity.SYMMETRIC_MASS_RATIO, point), 1e-16);
    }

    @Test
    void noSuchBinary() {
        double[] values = new double[Quantity.values().length];
        values[Quantity.CHIRP_MASS.ordinal()] = 30;
        values[Quantity.TOTAL_MASS.ordinal()] = 50;
        values[Quantity.MASS_1.ordinal()] = 60;
        assertFalse(
                Masses.of(EnumSet.of(Quantity.CHIRP_MASS, Quantity.TOTAL_MASS)).solve(values, new Point()));
        assertFalse(Masses.of(EnumSet.of(Quantity.MASS_1, Quantity.TOTAL_MASS)).solve(values, new Point()));
    }

    private static void refused(Set<Quantity> names, String sentence) {
        String message =
                assertThrows(SpecException.class, () -> Masses.of(names)).getMessage();
        assertTrue(message.contains(sentence), message);
    }

    @Test
    void exactlyTwo() {
        refused(EnumSet.of(Quantity.MASS_1), "the masses are given by mass_1: allowed are exactly two of mass_1");
        refused(EnumSet.of(Quantity.PHASE), "the masses are given by nothing: allowed are exactly two of");
        refused(
                EnumSet.of(Quantity.MASS_1, Quantity.MASS_2, Quantity.CHIRP_MASS),
                "given by mass_1, mass_2, chirp_mass: allowed are exactly two");
        refused(
                EnumSet.of(Quantity.MASS_RATIO, Quantity.SYMMETRIC_MASS_RATIO),
                "mass_ratio and symmetric_mass_ratio say the same: allowed is one of them with one of mass_1");
    }
}
