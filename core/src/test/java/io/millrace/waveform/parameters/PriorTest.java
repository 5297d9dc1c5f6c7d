package io.millrace.waveform.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.spec.SpecException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of priors. */
class PriorTest {
    /** A text, and what it is printed as. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phase | 1 | 1",
                "phase | -1.50 | -1.5",
                "phase | .5e3 | 500",
                "phase | pi | pi",
                "phase | -pi/2 | -pi/2",
                "phase | 0.5pi | pi/2",
                "phase | 2 * pi / 3 | 2pi/3",
                "phase | 1e-9 | 1.0E-9",
                "phase | uniform( 0 ,2pi ) | uniform(0, 2pi)",
                "iota | sine | sine",
                "iota | sine(0, pi) | sine",
                "iota | sine(0, pi/2) | sine(0, pi/2)",
                "dec | cosine(-pi/2, pi/2) | cosine",
                "dec | cosine (0, 1) | cosine(0, 1)",
                "luminosity_distance | power-law(2, 100, 5000) | power-law(2, 100, 5000)",
                "luminosity_distance | log-uniform(1, 5000) | log-uniform(1, 5000)",
                "luminosity_distance | uniform-comoving-volume(100, 5000) | uniform-comoving-volume(100, 5000)",
                "chirp_mass | uniform-in-components-chirp-mass(25, 100) | uniform-in-components-chirp-mass(25, 100)",
                "mass_ratio | uniform-in-components-mass-ratio(0.125, 1) | uniform-in-components-mass-ratio(0.125, 1)",
                "chi_2 | aligned-spin(0.99) | aligned-spin(0.99)",
                "mass_1 | constraint(10, 80) | constraint(10, 80)"
            })
    void printsCanonically(String name, String text, String canonical) {
        Prior prior = Prior.parse(name, text);
        assertEquals(canonical, prior.text());
        assertEquals(prior, Prior.parse(name, canonical));
    }

    @Property
    void anyNumberComesBack(@ForAll long bits, @ForAll long others) {
        double value = Double.longBitsToDouble(bits);
        double other = Double.longBitsToDouble(others);
        if (Double.isFinite(value)) {
            assertEquals(new Law.Fixed(value), Prior.parse("phase", new Law.Fixed(value).text()));
        }
        if (value < other && other - value < Double.POSITIVE_INFINITY) {
            Law law = new Law.Uniform(value, other);
            assertEquals(law, Prior.parse("phase", law.text()));
        }
    }

    @Test
    void multiplesOfPi() {
        for (int divisor = 1; divisor <= 12; divisor++) {
            for (int factor = -30; factor <= 30; factor++) {
                Law law = new Law.Fixed(factor * Math.PI / divisor);
                assertEquals(law, Prior.parse("phase", law.text()));
            }
        }
    }

    /** What is refused, and what the sentence contains. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phase | uniform(3, 1) | phase is 'uniform(3, 1)': allowed is uniform(a, b) with a < b",
                "phase | uniform(1, 1) | allowed is uniform(a, b) with a < b",
                "phase | uniform(1) | allowed is uniform(a, b) with a < b",
                "phase | uniform | allowed is uniform(a, b) with a < b",
                "phase | uniform() | allowed is uniform(a, b) with a < b",
                "phase | uniform(1, 2, 3) | allowed is uniform(a, b) with a < b",
                "phase | uniform(1, two) | allowed is uniform(a, b) with a < b",
                "phase | uniform(0, NaN) | allowed is uniform(a, b) with a < b",
                "phase | uniform(0, 1e999) | allowed is uniform(a, b) with a < b",
                "phase | uniform(-1.7e308, 1.7e308) | allowed is uniform(a, b) with a < b",
                "phase | unifrom(0, 1) | phase is 'unifrom(0, 1)', and there is no law 'unifrom' (uniform?)",
                "phase | Uniform(0, 1) | there is no law 'Uniform' (uniform?)",
                "phase | tau | there is no law 'tau'",
                "phase | uniform(0, 1 | allowed is a number or one of uniform(a, b); sine; cosine; power-law(alpha, a, b)",
                "phase | 1d | there is no law '1d'",
                "phase | NaN | there is no law 'NaN'",
                "phase | 1e999 | there is no law",
                "phase | aligned-spin(0.5) | allowed is aligned-spin for chi_1 and chi_2 alone",
                "phase | uniform-comoving-volume(1, 2) | for luminosity_distance alone",
                "total_mass | uniform-in-components-chirp-mass(1, 2) | for chirp_mass alone",
                "chi_1 | aligned-spin(1.5) | aligned-spin(a) with 0 < a <= 1",
                "chi_1 | aligned-spin(0) | aligned-spin(a) with 0 < a <= 1",
                "iota | sine(-1, 1) | sine(a, b) with 0 <= a < b <= pi",
                "dec | cosine(0, pi) | cosine(a, b) with -pi/2 <= a < b <= pi/2",
                "luminosity_distance | power-law(-1, 0, 1) | power-law(alpha, a, b) with alpha from -100 to 100 and 0 < a < b",
                "luminosity_distance | power-law(1000, 1, 2) | with alpha from -100 to 100",
                "luminosity_distance | log-uniform(0, 1) | log-uniform(a, b) with 0 < a < b",
                "luminosity_distance | uniform-comoving-volume(0, 1) | with 0 < a < b <= 1000000",
                "luminosity_distance | uniform-comoving-volume(1, 1e7) | with 0 < a < b <= 1000000",
                "mass_ratio | uniform-in-components-mass-ratio(0, 1) | with 0.0001 <= a < b <= 1",
                "mass_ratio | uniform-in-components-mass-ratio(0.5, 2) | with 0.0001 <= a < b <= 1",
                "chirp_mass | uniform-in-components-chirp-mass(0, 1) | with 0 < a < b",
                "mass_1 | constraint(5, 4) | constraint(a, b) with a < b"
            })
    void refuses(String name, String text, String sentence) {
        String message =
                assertThrows(SpecException.class, () -> Prior.parse(name, text)).getMessage();
        assertTrue(message.contains(sentence), message);
        assertTrue(message.startsWith(name + " is '" + text + "'"), message);
    }
}
