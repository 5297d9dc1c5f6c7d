package io.millrace.radio.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.random.Statistics;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Error rates of an ideal receiver in white noise against theory (J. G. Proakis, <i>Digital Communications</i>, chapter 5), at the false-alarm
 * rate of {@link Statistics}.
 */
class ErrorRateTest {
    /** Samples a symbol. */
    private static final int K = 4;

    private static final double ROLL_OFF = 0.35;
    private static final int SYMBOLS = 2000;
    /** Symbols at either end whose filter would reach beyond the record. */
    private static final int EDGE = 14;

    static double q(double x) {
        return Statistics.normal(-x);
    }

    /** Decisions about the symbols of one record in noise: its real and imaginary parts. */
    private static double[][] receive(Envelope x, double noisePerPart, SplittableRandom random) {
        double[] re = new double[x.re.length];
        double[] im = new double[x.re.length];
        for (int m = 0; m < re.length; m++) {
            re[m] = x.re[m] + noisePerPart * random.nextGaussian();
            im[m] = x.im[m] + noisePerPart * random.nextGaussian();
        }
        double[][] symbols = new double[2][SYMBOLS];
        Matched filter = new Matched(-(Pulse.BEFORE + x.part()) * K, K, ROLL_OFF);
        for (int n = EDGE; n < SYMBOLS - EDGE; n++) {
            symbols[0][n] = filter.at(re, n);
            symbols[1][n] = filter.at(im, n);
        }
        return symbols;
    }

    private static Envelope.Source source(String modulation) {
        return new Envelope.Source(modulation, "symbol-rate=12500", "bandwidth-hz=20000", "roll-off=" + ROLL_OFF);
    }

    @Test
    void theFormulaAtTenDecibelsIsThis() {
        assertEquals(3.872e-6, q(Math.sqrt(20)), 1e-9);
    }

    /** Without noise, symbols are the constellation's points, but for what pulses of 16 symbols leave of each other. */
    @ParameterizedTest
    @ValueSource(strings = {"bpsk", "qpsk", "8psk", "16qam", "32qam", "64qam", "128qam", "256qam", "512qam", "1024qam"})
    void theMatchedFilterGivesThePoints(String modulation) {
        Envelope x = source(modulation).make(3, SYMBOLS * K);
        double[][] received = receive(x, 0, new SplittableRandom(1));
        Constellation constellation = Constellation.values()[
                Modulation.named(modulation).orElseThrow().ordinal() - Modulation.BPSK.ordinal()];
        float[] points = constellation.points();
        double square = 0;
        for (int n = EDGE; n < SYMBOLS - EDGE; n++) {
            int label = x.label(n, constellation.bits());
            square += Math.pow(received[0][n] - points[label], 2)
                    + Math.pow(received[1][n] - points[points.length / 2 + label], 2);
        }
        double error = 10 * Math.log10(square / (SYMBOLS - 2 * EDGE));
        assertEquals(-55, error, 2, "interference of symbols in dB");
    }

    /** Q(√(2E_b/N₀)); N₀/2 in each part, the samples' noise is N₀·f_s. */
    @ParameterizedTest
    @CsvSource({"4, 60", "6, 120"})
    void binaryPhaseKeyingErrsAsOften(double decibel, int records) {
        double ratio = Math.pow(10, decibel / 10);
        SplittableRandom random = new SplittableRandom(20261128);
        Envelope.Source source = source("bpsk");
        long errors = 0;
        for (int i = 0; i < records; i++) {
            Envelope x = source.make(i, SYMBOLS * K);
            double[][] received = receive(x, Math.sqrt(K / ratio / 2), random);
            for (int n = EDGE; n < SYMBOLS - EDGE; n++) {
                errors += received[0][n] < 0 ^ x.label(n, 1) == 1 ? 1 : 0;
            }
        }
        Statistics.share("errors", errors, q(Math.sqrt(2 * ratio)), (double) records * (SYMBOLS - 2 * EDGE));
    }

    /**
     * Symbols: 1 − (1 − 3/2·Q(d))², d = √(E_s/5N₀); bits: ¾Q(d) + ½Q(3d) − ¼Q(5d) (K. Cho, D. Yoon, IEEE Trans. Communications 50, 2002).
     */
    @Test
    void squareAmplitudeKeyingErrsAsOften() {
        double ratio = Math.pow(10, 1.3);
        SplittableRandom random = new SplittableRandom(20261128);
        Envelope.Source source = source("16qam");
        float[] points = Constellation.QAM16.points();
        long wrong = 0;
        long bits = 0;
        int records = 60;
        for (int i = 0; i < records; i++) {
            Envelope x = source.make(i, SYMBOLS * K);
            double[][] received = receive(x, Math.sqrt(K / ratio / 2), random);
            for (int n = EDGE; n < SYMBOLS - EDGE; n++) {
                int nearest = 0;
                for (int label = 1; label < 16; label++) {
                    nearest = distance(points, label, received, n) < distance(points, nearest, received, n)
                            ? label
                            : nearest;
                }
                int difference = Integer.bitCount(nearest ^ x.label(n, 4));
                wrong += Math.min(1, difference);
                bits += difference;
            }
        }
        double count = (double) records * (SYMBOLS - 2 * EDGE);
        double d = Math.sqrt(ratio / 5);
        Statistics.share("symbols", wrong, 1 - Math.pow(1 - 1.5 * q(d), 2), count);
        double rate = 0.75 * q(d) + 0.5 * q(3 * d) - 0.25 * q(5 * d);
        // bits of a symbol err together at times: their variance is at most twice that of independent ones
        Statistics.mean("bits", bits / count / 4, rate, 2 * rate / 4, count);
    }

    private static double distance(float[] points, int label, double[][] received, int n) {
        return Math.hypot(received[0][n] - points[label], received[1][n] - points[points.length / 2 + label]);
    }
}
