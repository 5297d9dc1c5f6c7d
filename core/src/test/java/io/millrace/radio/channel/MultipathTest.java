package io.millrace.radio.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MultipathTest {
    /** The tables are rounded; the root-mean-square delay of D is a little short of 1. */
    @ParameterizedTest
    @CsvSource({
        "TDL_A, 23, 1, 9.6586, 0",
        "TDL_B, 23, 1, 4.7834, 0",
        "TDL_C, 24, 1, 8.6523, 0",
        "TDL_D, 13, 0.9937, 12.525, 13.3",
        "TDL_E, 14, 1.0002, 20.6519, 22"
    })
    void theTablesHaveTheirDelaySpread(Multipath profile, int taps, double spread, double longest, double steady) {
        assertEquals(taps, profile.paths());
        double mean = 0;
        double square = 0;
        for (int path = 0; path < taps; path++) {
            mean += profile.power(path) * profile.delay(path);
            square += profile.power(path) * profile.delay(path) * profile.delay(path);
        }
        assertEquals(spread, Math.sqrt(square - mean * mean), 1e-4);
        assertEquals(0, profile.delay(0));
        assertEquals(longest, profile.delay(taps - 1));
        assertEquals(steady == 0 ? 0 : Math.pow(10, steady / 10), profile.steadiness(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXPONENTIAL")
    void powersAreThoseOfOne(Multipath profile) {
        double sum = 0;
        for (int path = 0; path < profile.paths(); path++) {
            assertTrue(profile.power(path) > 0);
            assertTrue(profile.delay(path) >= 0);
            sum += profile.power(path);
        }
        assertEquals(1, sum, 1e-14);
    }

    /** Table 7.7.2-4: −13.5 dB of scattered power at delay 0, −18.8 dB in the next tap. */
    @Test
    void theScatteredTapAtDelayZeroIsThere() {
        double scattered = Multipath.TDL_D.power(0) / (1 + Multipath.TDL_D.steadiness());
        assertEquals(-13.5 + 18.8, 10 * Math.log10(scattered / Multipath.TDL_D.power(1)), 1e-12);
    }
}
