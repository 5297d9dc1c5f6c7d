package io.millrace.radio.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frequency and amplitude modulation. */
class AnalogueTest {
    private static final int LENGTH = 1 << 15;

    @ParameterizedTest
    @ValueSource(strings = {"fm-voice", "fm-tone", "fm-dual-tone"})
    void theDeviationIsReachedAndNotExceeded(String modulation) {
        Envelope.Source source = new Envelope.Source(modulation, "deviation-hz=5000");
        for (int i = 0; i < 8; i++) {
            Envelope x = source.make(i, LENGTH);
            double most = 0;
            for (int j = 1; j < LENGTH; j++) {
                most = Math.max(most, Math.abs(x.advance(j)) * x.sampleRate());
            }
            assertEquals(5000, most, 5);
            assertTrue(most <= 5000 + 0.01, "most " + most);
        }
    }

    /** J₀(2.4048) = 0: where the deviation is 2.4048 times the tone's frequency, its carrier vanishes. */
    @Test
    void theCarrierVanishesAtTheZeroOfTheBesselFunction() {
        for (int i = 0; i < 8; i++) {
            double tone = 800
                    + 400
                            * new RandomStream(Envelope.PHILOX)
                                    .at(i, 0, Streams.AUDIO)
                                    .uniformDouble(0);
            Spectrum null0 = new Spectrum(
                    new Envelope.Source("fm-tone", "deviation-hz=" + 2.404825557695773 * tone).make(i, LENGTH));
            Spectrum there = new Spectrum(new Envelope.Source("fm-tone", "deviation-hz=" + 1.5 * tone).make(i, LENGTH));
            assertTrue(null0.between(-50, 50) < 1e-4 * null0.total(), "carrier " + null0.between(-50, 50));
            // J₀(1.5)² = 0.2619
            assertEquals(0.2619, there.between(-50, 50) / there.total(), 0.002);
        }
    }

    /** J. R. Carson: 98 % of the power are within 2(Δf + f), here with Δf a multiple of f. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void carsonsBandwidthHolds98PerCent(int multiple) {
        for (int i = 0; i < 8; i++) {
            double tone = 800
                    + 400
                            * new RandomStream(Envelope.PHILOX)
                                    .at(i, 0, Streams.AUDIO)
                                    .uniformDouble(0);
            Spectrum spectrum =
                    new Spectrum(new Envelope.Source("fm-tone", "deviation-hz=" + multiple * tone).make(i, LENGTH));
            double half = (multiple + 1) * tone + 2 * spectrum.binWidth();
            double share = spectrum.between(-half, half) / spectrum.total();
            assertTrue(share > 0.98, "share " + share);
            assertTrue(share < 0.9999, "share " + share);
        }
    }

    /** The envelope's largest excursion from the carrier, over the carrier. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 1})
    void theIndexIsReached(double index) {
        Envelope.Source source = new Envelope.Source("am", "modulation-index=" + index);
        for (int i = 0; i < 8; i++) {
            Envelope x = source.make(i, LENGTH);
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            double mean = 0;
            for (int j = 0; j < LENGTH; j++) {
                assertEquals(0, x.im[j]);
                least = Math.min(least, x.re[j]);
                most = Math.max(most, x.re[j]);
                mean += x.re[j] / (double) LENGTH;
            }
            assertEquals(index, Math.max(most / mean - 1, 1 - least / mean), 0.005 * index + 1e-5);
            assertTrue(least > -1e-3, "least " + least);
        }
    }

    @Test
    void theLowerSideBandIsSuppressed() {
        Envelope.Source source = new Envelope.Source("ssb");
        for (int i = 0; i < 8; i++) {
            Spectrum spectrum = new Spectrum(source.make(i, LENGTH));
            double lower = spectrum.between(-25_000, -200);
            assertTrue(lower < 1e-4 * spectrum.total(), "lower " + lower / spectrum.total());
            assertTrue(spectrum.between(300, 3200) > 0.999 * spectrum.total(), "upper");
        }
    }

    @Test
    void bothSideBandsAreEqualAndThereIsNoCarrier() {
        Envelope.Source source = new Envelope.Source("dsb");
        for (int i = 0; i < 8; i++) {
            Spectrum spectrum = new Spectrum(source.make(i, LENGTH));
            assertEquals(0.5, spectrum.between(200, 25_000) / spectrum.total(), 1e-4);
            assertTrue(spectrum.between(-100, 100) < 1e-4 * spectrum.total(), "carrier");
        }
    }
}
