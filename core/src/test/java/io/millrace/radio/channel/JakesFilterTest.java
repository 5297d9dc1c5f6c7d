package io.millrace.radio.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JakesFilterTest {
    private static double bessel(double x) {
        double sum = 0;
        for (int j = 0; j < 400; j++) {
            sum += Math.cos(x * Math.sin(Math.PI * (j + 0.5) / 400)) / 400;
        }
        return sum;
    }

    private static double correlation(float[] taps, int lag) {
        double sum = 0;
        for (int k = 0; k + lag < taps.length; k++) {
            sum += (double) taps[k] * taps[k + lag];
        }
        return sum;
    }

    /** The bounds of the Javadoc, at spacings from 32 nodes a period to two. */
    @ParameterizedTest
    @ValueSource(doubles = {0.011, 1.5, 37, 2900, 3125, 6000, 11_000, 25_000})
    void theAutocorrelationIsBessels(double doppler) {
        Nodes nodes = new Nodes(doppler, 50_000);
        float[] taps = JakesFilter.taps(nodes, doppler, 50_000);
        double period = doppler * nodes.spacing() / 50_000;
        for (int lag = 0; lag * period < 40; lag++) {
            double error = Math.abs(correlation(taps, lag) - bessel(2 * Math.PI * lag * period));
            double periods = lag * period;
            double bound = periods <= 2 ? 0.006 : periods <= 4 ? 0.012 : periods <= 8 ? 0.03 : 0.07;
            assertTrue(error < bound, error + " at " + periods + " periods");
        }
        assertEquals(1, correlation(taps, 0), 1e-6);
        assertEquals((int) Math.ceil(12 / period) * 2 + 1, taps.length);
    }

    /** Of levels, by Rice, is the root of the spectrum's second moment, which is f_d²/2. */
    @ParameterizedTest
    @ValueSource(doubles = {0.011, 1.5, 37, 2900, 6000})
    void theRateOfCrossings(double doppler) {
        Nodes nodes = new Nodes(doppler, 50_000);
        float[] taps = JakesFilter.taps(nodes, doppler, 50_000);
        double period = doppler * nodes.spacing() / 50_000;
        double moment = 0;
        double power = 0;
        for (int j = -2048; j < 2048; j++) {
            double f = j / 4096.0;
            double gain = 0;
            for (int k = 0; k < taps.length; k++) {
                gain += taps[k] * Math.cos(2 * Math.PI * f * (k - taps.length / 2));
            }
            moment += gain * gain * f * f;
            power += gain * gain;
        }
        assertEquals(1, Math.sqrt(moment / power * 2) / period, 0.003);
    }

    @Test
    void nothingThatMovesNot() {
        assertArrayEquals(new float[] {1}, JakesFilter.taps(new Nodes(0, 50_000), 0, 50_000));
    }
}
