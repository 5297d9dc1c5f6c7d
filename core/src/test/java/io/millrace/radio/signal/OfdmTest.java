package io.millrace.radio.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfdmTest {
    /** Without prime factors above 13, and at least f_s(N + 2)/bandwidth: 4(N + 2) here. */
    @ParameterizedTest
    @CsvSource({"1, 12", "7, 36", "52, 216", "57, 240", "300, 1210", "4096, 16464"})
    void lengthsAreSmooth(int subcarriers, int length) {
        assertEquals(length, Ofdm.length(Envelope.emission("ofdm", "subcarriers=" + subcarriers)));
    }

    /** X_k = 1/L·Σ y[n] e^{−2πikn/L} of what follows the prefix are the points of the labels, and 0 at every other k. */
    @ParameterizedTest
    @CsvSource({"1, 0", "7, 1", "52, 2", "300, 3"})
    void theTransformOfASymbolGivesThePoints(int subcarriers, int index) {
        Envelope.Source source = new Envelope.Source("ofdm", "subcarriers=" + subcarriers);
        int length = Ofdm.length(source.emission);
        int prefix = length / 8;
        int whole = length + prefix;
        Envelope x = source.make(index, 6 * whole);
        int start = (int) (x.part() * whole);
        float[] points = Constellation.QPSK.points();
        RandomStream random = new RandomStream(Envelope.PHILOX).at(index, 0, Streams.SYMBOLS);
        for (int symbol = 1; symbol < 5; symbol++) {
            int from = symbol * whole - start;
            for (int n = 0; n < prefix; n++) {
                assertEquals(x.re[from + n + length], x.re[from + n]);
                assertEquals(x.im[from + n + length], x.im[from + n]);
            }
            double power = 0;
            int d = 0;
            for (int k = -length / 2; k < length - length / 2; k++) {
                double re = 0;
                double im = 0;
                for (int n = 0; n < length; n++) {
                    double angle = 2 * Math.PI * k * n / length;
                    int at = from + prefix + n;
                    re += (x.re[at] * Math.cos(angle) + x.im[at] * Math.sin(angle)) / length;
                    im += (x.im[at] * Math.cos(angle) - x.re[at] * Math.sin(angle)) / length;
                }
                boolean used = k != 0 && k >= -(subcarriers / 2) && k <= (subcarriers + 1) / 2;
                int label = used ? random.word(symbol * subcarriers + d++) >>> 30 : 0;
                double scale = used ? 1 / Math.sqrt(subcarriers) : 0;
                assertEquals(scale * points[label], re, 1e-6, "k " + k);
                assertEquals(scale * points[4 + label], im, 1e-6, "k " + k);
                power += re * re + im * im;
            }
            assertEquals(subcarriers, d);
            assertEquals(1, power, 1e-5);
        }
        assertTrue(start >= 0 && start < whole);
    }
}
