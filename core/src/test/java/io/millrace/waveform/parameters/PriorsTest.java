package io.millrace.waveform.parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import io.millrace.spec.SpecException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drawn parameters. */
class PriorsTest {
    /** {@code name=text; name=text}. */
    static Priors priors(String settings, boolean sky) {
        Map<String, Prior> given = new LinkedHashMap<>();
        for (String setting : settings.split(";")) {
            String[] parts = setting.strip().split("=", 2);
            if (parts.length == 2) {
                given.put(parts[0].strip(), Prior.parse(parts[0].strip(), parts[1].strip()));
            }
        }
        return Priors.of(given, 20, sky);
    }

    private static List<String> names(ParameterSource source) {
        return source.columns().stream().map(ParameterSource.Column::name).toList();
    }

    /** The row of the first attempt whose constraints hold. */
    private static double[] row(Priors priors, long index, Point point) {
        double[] row = new double[priors.columns().size()];
        ParameterSource.Reader reader = priors.newReader(5);
        int attempt = 0;
        while (!reader.read(index, attempt, point, row, 0)) {
            attempt++;
        }
        return row;
    }

    private static double value(String settings, String name) {
        Priors priors = priors(settings, true);
        return row(priors, 3, new Point())[names(priors).indexOf(name)];
    }

    @Test
    void columns() {
        List<String> parameters =
                Arrays.stream(Parameter.values()).map(Parameter::text).toList();
        Priors sky = priors("", true);
        assertEquals(parameters, names(sky).subList(0, parameters.size()));
        assertEquals(
                List.of("chirp_mass", "mass_ratio", "chi_1", "chi_2"),
                names(sky).subList(parameters.size(), names(sky).size()));
        Priors none = priors("total_mass=50; mass_ratio=1; a_1=uniform(0, 0.9); tilt_1=sine", false);
        assertFalse(names(none).contains("ra")
                || names(none).contains("dec")
                || names(none).contains("psi"));
        assertEquals(
                List.of("mass_ratio", "total_mass", "a_1", "tilt_1", "theta_jn"),
                names(none).subList(parameters.size() - 3, names(none).size()));
        assertEquals("Msun", none.columns().get(parameters.size() - 2).unit());
        assertTrue(none.drawn());
        assertEquals(Long.MAX_VALUE, none.size());
    }

    /** Where nothing is given: dingo-gw's masses, aligned spins, the whole sky. */
    @Test
    void defaults() {
        Priors priors = priors("", true);
        ParameterSource.Reader reader = priors.newReader(1);
        double[] row = new double[priors.columns().size() + 2];
        List<String> names = names(priors);
        double[] cosIota = new double[20_000];
        double[] chi = new double[20_000];
        int kept = 0;
        for (int index = 0; kept < cosIota.length; index++) {
            Point point = new Point();
            if (!reader.read(index, 0, point, row, 2)) {
                continue;
            }
            for (Parameter parameter : Parameter.values()) {
                assertEquals(point.get(parameter), row[2 + parameter.ordinal()]);
            }
            double m1 = point.get(Parameter.MASS_1);
            double m2 = point.get(Parameter.MASS_2);
            assertTrue(m1 > 10 && m1 < 80 && m2 > 10 && m2 < 80 && m2 <= m1);
            double chirp = row[2 + names.indexOf("chirp_mass")];
            assertTrue(chirp >= 25 && chirp <= 100);
            assertEquals(chirp, Masses.derived(Quantity.CHIRP_MASS, point), 1e-13 * chirp);
            assertEquals(row[2 + names.indexOf("mass_ratio")], m2 / m1, 1e-15);
            assertFalse(point.precessing());
            assertEquals(100, point.get(Parameter.LUMINOSITY_DISTANCE));
            assertEquals(0, point.get(Parameter.GEOCENT_TIME));
            assertEquals(0, point.get(Parameter.ECCENTRICITY));
            cosIota[kept] = Math.cos(point.get(Parameter.IOTA));
            chi[kept++] = point.get(Parameter.SPIN_1Z);
        }
        Statistics.kolmogorovSmirnov("cos iota", cosIota, x -> (x + 1) / 2);
        Statistics.kolmogorovSmirnov(
                "chi_1", chi, x -> x == 0 ? 0.5 : 0.5 + x / 1.98 * (1 - Math.log(Math.abs(x) / 0.99)));
    }

    /** dingo-gw's laws are those of uniform masses: within the constraints alone m₁ and m₂ are uniform. */
    @Test
    void massesAreUniform() {
        Priors priors = priors(
                "chirp_mass=uniform-in-components-chirp-mass(1, 200);"
                        + "mass_ratio=uniform-in-components-mass-ratio(0.01, 1);"
                        + "mass_1=constraint(40, 80); mass_2=constraint(10, 40)",
                false);
        ParameterSource.Reader reader = priors.newReader(8);
        double[] row = new double[priors.columns().size()];
        Point point = new Point();
        double[] first = new double[20_000];
        double[] second = new double[20_000];
        int kept = 0;
        for (int index = 0; kept < first.length; index++) {
            if (reader.read(index, 0, point, row, 0)) {
                first[kept] = point.get(Parameter.MASS_1);
                second[kept++] = point.get(Parameter.MASS_2);
            }
        }
        Statistics.kolmogorovSmirnov("mass_1", first, x -> (x - 40) / 40);
        Statistics.kolmogorovSmirnov("mass_2", second, x -> (x - 10) / 30);
    }

    /** A law added or changed leaves the draws of the other names as they are. */
    @Test
    void streamsAreTheirOwn() {
        String masses = "mass_1=uniform(50, 60); mass_2=uniform(20, 40)";
        for (String name : List.of("mass_1", "iota", "phase", "ra", "dec", "psi")) {
            assertEquals(
                    value(masses, name),
                    value(masses + "; luminosity_distance=power-law(2, 10, 90); chi_1=uniform(-1, 1)", name),
                    name);
        }
        assertNotEquals(value(masses, "phase"), value(masses, "ra"));
        Point point = new Point();
        Priors priors = priors(masses, false);
        double[] row = new double[priors.columns().size()];
        priors.newReader(5).read(3, 1, point, row, 0);
        assertNotEquals(value(masses, "mass_1"), point.get(Parameter.MASS_1));
        priors.newReader(6).read(3, 0, point, row, 0);
        assertNotEquals(value(masses, "mass_1"), point.get(Parameter.MASS_1));
    }

    /** Numbers are never reused: this list may only grow. */
    @Test
    void streams() {
        assertEquals(
                "mass_1 mass_2 chirp_mass mass_ratio total_mass symmetric_mass_ratio chi_1 chi_2 spin_1x spin_1y spin_1z "
                        + "spin_2x spin_2y spin_2z a_1 a_2 tilt_1 tilt_2 phi_12 phi_jl theta_jn iota phase "
                        + "luminosity_distance longitude_ascending_nodes eccentricity mean_per_ano ra dec psi geocent_time",
                String.join(
                        " ",
                        Arrays.stream(Quantity.values()).map(Quantity::text).toList()));
        for (Quantity quantity : Quantity.values()) {
            assertEquals(quantity.ordinal(), quantity.stream());
            assertTrue(quantity.stream() < 64);
        }
    }

    /** The bits of whole instances: they change only together with the workload's version. */
    @Tag("digest")
    @Test
    void bits() {
        String precessing =
                "a_1=uniform(0, 0.99); a_2=uniform(0, 0.99); tilt_1=sine; tilt_2=sine; phi_12=uniform(0, 2pi);"
                        + "phi_jl=uniform(0, 2pi); luminosity_distance=uniform-comoving-volume(100, 5000)";
        assertEquals("e1cbeafa10cf311a", hash(priors("", true)));
        assertEquals("649fd14248caa2b7", hash(priors(precessing, false)));
        assertEquals("583a18d600962a71", hash(priors("mass_1=power-law(-2, 5, 80); chirp_mass=uniform(5, 60)", false)));
    }

    private static String hash(Priors priors) {
        long hash = 1;
        for (int index = 0; index < 100; index++) {
            for (double value : row(priors, index, new Point())) {
                hash = 31 * hash + Double.doubleToRawLongBits(value);
            }
        }
        return Long.toHexString(hash);
    }

    @Test
    void readersAgree() {
        Priors priors = priors("mass_1=uniform(30, 40); mass_2=uniform(10, 30)", false);
        ParameterSource.Reader used = priors.newReader(5);
        double[] row = new double[priors.columns().size()];
        for (int index = 9; index >= 0; index--) {
            used.read(index, 2, new Point(), row, 0);
        }
        double[] fresh = new double[row.length];
        Point one = new Point();
        Point other = new Point();
        assertEquals(used.read(3, 0, one, row, 0), priors.newReader(5).read(3, 0, other, fresh, 0));
        assertArrayEquals(fresh, row);
        assertEquals(one.toString(), other.toString());
    }

    /** Spin names lead where they should. */
    @Test
    void spins() {
        Point point = new Point();
        row(priors("chi_1=0.3", false), 0, point);
        assertEquals(0.3, point.get(Parameter.SPIN_1Z));
        assertEquals(0, point.get(Parameter.SPIN_2Z));
        row(priors("a_1=0.4; spin_2z=-0.5; theta_jn=1", false), 0, point);
        assertEquals(0.4, point.get(Parameter.SPIN_1Z));
        assertEquals(-0.5, point.get(Parameter.SPIN_2Z));
        assertEquals(1, point.get(Parameter.IOTA));
        row(priors("spin_1x=0.3; spin_2y=-0.5; iota=0.2", false), 0, point);
        assertEquals(0.3, point.get(Parameter.SPIN_1X));
        assertEquals(-0.5, point.get(Parameter.SPIN_2Y));
        assertEquals(0.2, point.get(Parameter.IOTA));
        row(priors("chi_1=-0.3; a_2=0.6; tilt_2=pi/2; theta_jn=0.5", false), 0, point);
        assertEquals(-0.3, point.get(Parameter.SPIN_1Z));
        assertEquals(0, point.get(Parameter.SPIN_1X), 0);
        assertEquals(0.6, Spins.second(point), 1e-15);
        assertTrue(point.precessing());
    }

    /** An attempt whose components make a spin beyond 1, or that no binary answers, is void. */
    @Test
    void voidAttempts() {
        Priors fast = priors("spin_1x=uniform(0, 1); spin_1y=uniform(0, 1); spin_1z=uniform(0, 1)", false);
        Priors none = priors("chirp_mass=uniform(20, 60); total_mass=100", false);
        Priors far = priors("mass_1=60; mass_2=uniform(10, 60); mass_ratio=constraint(0.25, 0.5)", false);
        Priors spin = priors("chi_1=uniform(-1, 1); a_1=constraint(0, 0.5); iota=constraint(0, 1.5)", false);
        Point point = new Point();
        double[] row = new double[40];
        int kept = 0;
        for (int index = 0; index < 3000; index++) {
            if (fast.newReader(1).read(index, 0, point, row, 0)) {
                kept++;
                assertTrue(Spins.first(point) <= 1 + 1e-12);
            }
            if (none.newReader(1).read(index, 0, point, row, 0)) {
                assertEquals(100, point.get(Parameter.MASS_1) + point.get(Parameter.MASS_2), 1e-12);
            }
            if (far.newReader(1).read(index, 0, point, row, 0)) {
                assertTrue(point.get(Parameter.MASS_2) > 15 && point.get(Parameter.MASS_2) < 30);
            }
            if (spin.newReader(1).read(index, 0, point, row, 0)) {
                assertTrue(Math.abs(point.get(Parameter.SPIN_1Z)) < 0.5 && point.get(Parameter.IOTA) < 1.5);
            }
        }
        // the eighth of the ball in the cube, and the masses' constraints (a few in ten)
        assertTrue(kept > 0 && kept < 3000 * Math.PI / 6);
    }

    /** What does not go together, and the sentence. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mass_1=30 | the masses are given by mass_1: allowed are exactly two of",
                "mass_1=30; mass_2=20; mass_ratio=0.5 | given by mass_1, mass_2, mass_ratio: allowed are exactly two",
                "mass_ratio=0.5; symmetric_mass_ratio=0.2 | say the same",
                "mass_1=0; mass_2=3 | mass_1 is '0': allowed is a number or a law above 0, up to 1e12",
                "mass_1=uniform(0, 3); mass_2=3 | mass_1 is 'uniform(0, 3)': allowed is a number or a law above 0",
                "mass_1=-3; mass_2=3 | mass_1 is '-3': allowed",
                "mass_ratio=uniform(0.5, 2); mass_1=3 | mass_ratio is 'uniform(0.5, 2)': allowed is a number or a law above 0, up to 1",
                "symmetric_mass_ratio=0.3; mass_1=3 | up to 0.25",
                "chi_1=1.5 | chi_1 is '1.5': allowed is a number or a law from -1 to 1",
                "a_1=-0.5 | a_1 is '-0.5': allowed is a number or a law from 0 to 1",
                "spin_1x=0.9; spin_1y=0.9 | spin_1x, spin_1y, spin_1z make a spin of the magnitude 1.27",
                "luminosity_distance=0 | luminosity_distance is '0': allowed is a number or a law above 0",
                "eccentricity=1 | eccentricity is '1': allowed is a number or a law from 0 to below 1",
                "chi_1=0.1; a_1=0.2 | the spin of body 1 is given by chi_1, a_1: allowed is chi_1, or a_1, or spin_1x, spin_1y, spin_1z",
                "chi_2=0.1; spin_2x=0.2 | the spin of body 2 is given by chi_2, spin_2x",
                "a_1=0.1; tilt_1=1; spin_2x=0.1 | tilt_1 and tilt_2 do not go with spin_1x",
                "tilt_1=1 | tilt_1 turns a spin that is not given: allowed is it together with a_1",
                "phi_12=1 | phi_12 and phi_jl turn tilted spins",
                "a_1=0.1; tilt_1=1; iota=1 | iota is what tilt_1 and tilt_2 lead to: allowed with them is theta_jn",
                "iota=1; theta_jn=1 | theta_jn and iota say the same",
                "spin_1x=0.1; theta_jn=1 | allowed with spin_1x, spin_1y, spin_2x, spin_2y is iota",
                "ra=1 | ra is '1': allowed is nothing as long as there are no detectors",
                "phase=constraint(0, 1) | phase is 'constraint(0, 1)': allowed is a law; constraints are for masses"
            })
    void refuses(String settings, String sentence) {
        String message =
                assertThrows(SpecException.class, () -> priors(settings, false)).getMessage();
        assertTrue(message.contains(sentence), message);
    }

    @Test
    void refusesOtherNames() {
        String message = assertThrows(
                        SpecException.class, () -> Priors.of(Map.of("mass1", new Law.Fixed(1)), 20, false))
                .getMessage();
        assertEquals("there is no parameter 'mass1' (mass_1?)", message);
        Map<String, Prior> tilted = Map.of("a_1", new Law.Fixed(0.5), "tilt_1", new Law.Fixed(1));
        message = assertThrows(SpecException.class, () -> Priors.of(tilted, 0, false))
                .getMessage();
        assertTrue(message.contains("the reference frequency is 0.0 Hz"), message);
    }
}
