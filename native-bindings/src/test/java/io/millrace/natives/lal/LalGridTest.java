package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before LAL is called. */
final class LalGridTest {
    @ParameterizedTest
    @CsvSource({
        "0, 20, 1024, 20, delta_f is 0.0 Hz: allowed is more than 0",
        "NaN, 20, 1024, 20, delta_f is NaN Hz",
        "0.125, 0, 1024, 20, f_min is 0.0 Hz: allowed is more than 0",
        "0.125, 20, 20, 20, f_max is 20.0 Hz: allowed is more than f_min = 20.0",
        "0.125, 20, Infinity, 20, f_max is Infinity Hz",
        "0.125, 20, 1024, -1, f_ref is -1.0 Hz: allowed is 0 or more",
        "1e-9, 20, 1024, 20, delta_f is 1.0E-9 Hz: allowed is at least f_max / 67108864",
        "2048, 20, 1024, 20, delta_f is 2048.0 Hz: allowed is at most f_max = 1024.0"
    })
    void refusesNonsense(double spacing, double minimum, double maximum, double reference, String sentence) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new LalGrid(spacing, minimum, maximum, reference))
                .getMessage();
        assertTrue(message.startsWith(sentence), message);
    }

    @Test
    void frequenciesAscend() {
        assertThrows(IllegalArgumentException.class, () -> new LalFrequencies(new double[] {}));
        assertThrows(IllegalArgumentException.class, () -> new LalFrequencies(new double[] {0, 1}));
        assertThrows(IllegalArgumentException.class, () -> new LalFrequencies(new double[] {2, 2}));
        assertThrows(IllegalArgumentException.class, () -> new LalFrequencies(new double[] {2, Double.NaN}));
        assertEquals("2 frequencies from 1.0 to 2.0 Hz", new LalFrequencies(new double[] {1, 2}).toString());
    }
}
