package io.millrace.cli.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolPointsTest {
    /** Symbols ±1 by their definition, at any time of start: the points lie at +a and −a, but for the pulses' ends that are cut. */
    @ParameterizedTest
    @CsvSource({"4, 0.35, 0", "5.4, 0.35, 0.3", "5.4, 0.25, 0.77", "2.7, 0.5, 0.5", "10.01, 1, 0.1"})
    void symbolsAreFound(double perSymbol, double rollOff, double start) {
        int symbols = 200;
        int reach = 20;
        Random random = new Random(5);
        double[] sent =
                random.doubles(symbols + 2 * reach).map(u -> u < 0.5 ? -1 : 1).toArray();
        double[] re = new double[(int) (symbols * perSymbol)];
        for (int n = 0; n < re.length; n++) {
            for (int k = 0; k < sent.length; k++) {
                re[n] += sent[k] * SymbolPoints.pulse(n / perSymbol - (k - reach + start), rollOff);
            }
        }
        Samples points = SymbolPoints.of(new Samples(re, new double[re.length]), perSymbol, rollOff)
                .normalised();
        assertTrue(points.count() > 150);
        for (int k = 0; k < points.count(); k++) {
            assertEquals(1, Math.abs(points.re()[k]), 0.12, k + " of " + points.count());
            assertEquals(0, points.im()[k], 1e-12);
        }
    }
}
