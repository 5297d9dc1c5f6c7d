package io.millrace.waveform.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import io.millrace.waveform.domain.Domain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseCurveTest {
    private static final Table FOUR = new Table(2, new double[] {10, 4e-23, 20, 2e-23, 40, 1e-23, 80, 3e-23});

    /** LAL's XLALETBPsd, XLALLIGOIPsd and XLALSimNoisePSDAdvVirgo; the fit of Advanced LIGO from its formula. */
    @ParameterizedTest
    @CsvSource({
        "einstein-telescope, 10, 5.108587568552214e-24",
        "einstein-telescope, 100, 2.518e-25",
        "einstein-telescope, 1000, 6.486600806791151e-25",
        "initial-ligo, 100, 3.8679565005053946e-23",
        "initial-ligo, 1000, 1.151869227944286e-22",
        "advanced-virgo, 20, 7.483148642814886e-23",
        "advanced-virgo, 100, 4.594815408485383e-24",
        "advanced-virgo, 1000, 1.8695026668156248e-23"
    })
    void designsAreThoseOfLal(String name, double frequency, double amplitude) {
        NoiseCurve curve = NoiseCurve.of(DesignCurve.named(name).orElseThrow());
        assertEquals(amplitude, curve.at(frequency), 1e-13 * amplitude);
        assertEquals(name, curve.toString());
    }

    /** LIGO-P1200087's design curve, which the fit meets to 2 %. */
    @ParameterizedTest
    @CsvSource({
        "20, 1.914e-23",
        "30, 9.044e-24",
        "50, 5.026e-24",
        "100, 3.989e-24",
        "200, 3.734e-24",
        "500, 4.016e-24",
        "1000, 5.414e-24",
        "2000, 9.182e-24",
        "4000, 1.748e-23"
    })
    void advancedLigoIsTheDesign(double frequency, double amplitude) {
        double fit = DesignCurve.ALIGO_ZERO_DET_HIGH_POWER.amplitude(frequency);
        assertEquals(amplitude, fit, .02 * amplitude);
    }

    @Test
    void tablesAreLinearInPower() {
        NoiseCurve curve = NoiseCurve.of(FOUR);
        assertEquals(4e-23, curve.at(10));
        assertEquals(2e-23, curve.at(20), 1e-38);
        assertEquals(3e-23, curve.at(80), 1e-38);
        assertEquals(Math.sqrt(.5 * 16 + .5 * 4) * 1e-23, curve.at(15), 1e-38);
        assertEquals(Math.sqrt(.25 * 1 + .75 * 9) * 1e-23, curve.at(70), 1e-38);
        assertEquals(4e-23, curve.at(9));
        assertEquals(3e-23, curve.at(81), 1e-38);
    }

    @Test
    void binsBelowTheBandAreInfinitelyNoisy() {
        double[] densities = NoiseCurve.of(FOUR).on(Domain.uniform(20, 80, 5));
        assertEquals(17, densities.length);
        assertEquals(Double.POSITIVE_INFINITY, densities[3]);
        assertEquals(2e-23, densities[4], 1e-38);
        assertEquals(3e-23, densities[16], 1e-38);
    }

    /** One over the mean of 1/ASD over the base bins, as dingo-gw decimates. */
    @Test
    void bandsTakeTheHarmonicMeanOfTheirBaseBins() {
        Domain domain = Domain.multibanded(List.of(20.0, 30.0, 50.0), 1, .5);
        NoiseCurve curve = NoiseCurve.of(FOUR);
        double[] densities = curve.on(domain);
        assertEquals(20, densities.length);
        assertEquals(2 / (1 / curve.at(20) + 1 / curve.at(20.5)), densities[0], 1e-37);
        double sum = 1 / curve.at(48) + 1 / curve.at(48.5) + 1 / curve.at(49) + 1 / curve.at(49.5);
        assertEquals(4 / sum, densities[19], 1e-37);
    }

    @Test
    void coverage() {
        NoiseCurve curve = NoiseCurve.of(FOUR);
        assertTrue(curve.gap(Domain.uniform(10, 80, .1)).isEmpty());
        assertTrue(curve.gap(Domain.uniform(10, 80.05, .1)).isEmpty());
        assertEquals(
                "covers 10.0 to 80.0 Hz and not the band of 9.5 to 80.0 Hz",
                curve.gap(Domain.uniform(9.5, 80, .5)).orElseThrow());
        assertTrue(curve.gap(Domain.uniform(10, 81, .5)).isPresent());
        assertTrue(
                curve.gap(Domain.multibanded(List.of(10.0, 20.0, 80.0), 1, .5)).isEmpty());
        assertTrue(NoiseCurve.of(DesignCurve.ALIGO_ZERO_DET_HIGH_POWER)
                .gap(Domain.uniform(20, 1024, .125))
                .isEmpty());
    }

    @Test
    void tablesThatAreNoCurves() {
        refused("two columns", 3, 1, 2, 3, 4, 5, 6);
        refused("two rows", 2, 1, 2e-23);
        refused("must ascend", 2, 1, 2e-23, 1, 2e-23);
        refused("is NaN", 2, Double.NaN, 2e-23, 1, 2e-23);
        refused("allowed is", 2, 0, 2e-23, 1, 0);
        refused("allowed is", 2, 0, 2e-23, 1, Double.NaN);
        refused("allowed is", 2, 0, 2e-23, 1, Double.POSITIVE_INFINITY);
    }

    private static void refused(String part, int columns, double... values) {
        SpecException refusal = assertThrows(SpecException.class, () -> NoiseCurve.of(new Table(columns, values)));
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
}
