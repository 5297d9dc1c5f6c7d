package io.millrace.radio.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keying of continuous phase. */
class FskTest {
    /** Samples a symbol. */
    private static final int K = 20;

    private static final int LENGTH = 20_000;
    private static final int[] FOUR_LEVELS = {-3, -1, 3, 1};

    private static Envelope make(String modulation) {
        return new Envelope.Source(modulation, "symbol-rate=" + 50_000 / K).make(2, LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2fsk", "4fsk", "gfsk", "gmsk", "lora", "lfm", "fm-voice"})
    void theEnvelopeIsConstant(String modulation) {
        Envelope x = new Envelope.Source(modulation).make(1, LENGTH);
        for (int j = 0; j < LENGTH; j++) {
            assertEquals(1, Math.hypot(x.re[j], x.im[j]), 2e-7);
        }
    }

    /** In a symbol the frequency is a/2 times the symbol rate, for h = 1. */
    @ParameterizedTest
    @CsvSource({"2fsk, 1", "4fsk, 2"})
    void rectangularPulsesAreTones(String modulation, int bits) {
        Envelope x = make(modulation);
        for (int j = 1; j < LENGTH; j++) {
            double t = x.part() + (double) j / K;
            double before = x.part() + (double) (j - 1) / K;
            if (Math.floor(t) == Math.floor(before)) {
                int label = x.label((int) t, bits);
                int a = bits == 1 ? 2 * label - 1 : FOUR_LEVELS[label];
                assertEquals(0.5 * a / K, x.advance(j), 2e-7, "sample " + j);
            }
        }
    }

    /** The phase never changes by more than a quarter turn in a symbol, and by just that where neighbours are equal. */
    @ParameterizedTest
    @ValueSource(strings = {"gfsk", "gmsk"})
    void gaussianPulsesTurnByAQuarterASymbol(String modulation) {
        Envelope x = make(modulation);
        int equal = 0;
        for (int first = 0; first < LENGTH / K - 8; first++) {
            double turns = 0;
            int from = (int) Math.ceil((first - x.part()) * K);
            if (from < 0) {
                continue;
            }
            for (int j = from + 1; j <= from + K; j++) {
                turns += x.advance(j);
            }
            assertTrue(Math.abs(turns) < 0.25 + 1e-6, "turns " + turns);
            int ones = 0;
            for (int n = first; n < first + 5; n++) {
                ones += x.label(n, 1);
            }
            if (ones % 5 == 0) {
                assertEquals(ones == 0 ? -0.25 : 0.25, turns, 1e-6);
                equal++;
            }
        }
        assertTrue(equal > 20, "runs of equal symbols: " + equal);
    }

    /** A sample's frequency by a Gaussian filter of BT, convolved in the test; h = 0.5. */
    @ParameterizedTest
    @CsvSource({"gfsk, 0.5", "gmsk, 0.3"})
    void theFrequencyIsFilteredByAGaussian(String modulation, double bandwidthTime) {
        Envelope x = make(modulation);
        double sigma = Math.sqrt(Math.log(2)) / (2 * Math.PI * bandwidthTime);
        for (int j = 100; j < 4000; j++) {
            // between the samples j − 1 and j; symbol n is centred at n − 1
            double t = x.part() + (j - 0.5) / K;
            double frequency = 0;
            for (int n = (int) t - 6; n <= t + 6; n++) {
                if (n >= 0) {
                    double u = t - n + 1;
                    double g = phi((u + 0.5) / sigma) - phi((u - 0.5) / sigma);
                    frequency += 0.25 * (2 * x.label(n, 1) - 1) * g;
                }
            }
            assertEquals(frequency / K, x.advance(j), 0.25 / K * 1e-2);
        }
    }

    private static double phi(double x) {
        return Math.abs(x) > 8 ? (x > 0 ? 1 : 0) : Statistics.normal(x);
    }
}
