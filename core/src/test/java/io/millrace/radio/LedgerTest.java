package io.millrace.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.Filling;
import io.millrace.generator.Worker;
import io.millrace.random.Philox;
import io.millrace.spec.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is thrown away and counted, what rows there are, and that nothing depends on how much is made at once. */
class LedgerTest {
    private static final long SEED = 20261207;

    /** Each instance meets the window and the limit, and says how many did not before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "min-snr-db=45 min-receivers=5 max-gdop=1.5",
                "tx-power-dbm=0..20 min-snr-db=10 max-snr-db=35 min-receivers=4 max-gdop=3",
                "snr-db=0..20 min-snr-db=8 min-receivers=5 max-gdop=2"
            })
    void attemptsAreRejections(String settings) {
        double causes = 0;
        try (Signals made = Signals.of("samples=1 transmitters=anywhere margin-km=20 " + settings, SEED, 100)) {
            var scene = made.spec().scene();
            int both = 0;
            for (int i = 0; i < 100; i++) {
                double snr = made.get("rejected_snr", i);
                double gdop = made.get("rejected_gdop", i);
                assertEquals(made.get("attempts", i), snr + gdop);
                assertTrue(made.get("gdop", i) <= scene.maxGdop().orElseThrow());
                int heard = 0;
                for (int r = 0; r < 7; r++) {
                    double ratio = made.get("snr_db", i, r);
                    heard += ratio >= scene.snrWindow().least()
                                    && ratio <= scene.snrWindow().most()
                            ? 1
                            : 0;
                }
                assertTrue(heard >= scene.leastHeard());
                both |= (snr > 0 ? 1 : 0) + (gdop > 0 ? 2 : 0);
                causes += snr + gdop;
            }
            assertEquals(3, both, "each cause occurs");
        }
        assertTrue(causes > 20);
    }

    /** A limit that nobody meets is said at once, with the causes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min-snr-db=150                  | 10000 heard by too few receivers (min-snr-db, max-snr-db, min-receivers), 0 above max-gdop
            max-gdop=0.2                    | 0 heard by too few receivers (min-snr-db, max-snr-db, min-receivers), 10000 above max-gdop
            receivers=45/7,45/7,45/7        | 10000 above max-gdop
            """)
    void impossibleSpecs(String settings, String part) {
        String message = assertThrows(
                        SpecException.class,
                        () -> Backends.choose("scalar", Signals.spec(settings), SEED)
                                .generator())
                .getMessage();
        assertTrue(message.startsWith("none of 10000 positions of the transmitter is good: "), message);
        assertTrue(message.contains(part), message);
    }

    /** Receivers that are not there leave zeros, whatever was in memory. */
    @Test
    void rowsOfReceiversThatAreNotThere() {
        String settings = "samples=700 receivers=random receiver-count=5..10 multipath=exponential fading=rayleigh "
                + "output=both window=256 transmitters=anywhere";
        boolean[] sizes = new boolean[11];
        try (Signals made = Signals.of(settings, SEED, 40)) {
            for (int i = 0; i < 40; i++) {
                int count = (int) made.get("receiver_count", i);
                sizes[count] = true;
                for (int r = 0; r < 10; r++) {
                    boolean there = r < count;
                    double[] iq = made.iq(i, r);
                    for (int j = 0; j < iq.length; j++) {
                        assertTrue(there ? Double.isFinite(iq[j]) : iq[j] == 0);
                    }
                    assertEquals(there, Signals.power(iq) > 0);
                    assertEquals(there, made.get("power_dbm", i, r) != 0);
                    assertEquals(there, made.get("delay_s", i, r) != 0);
                    assertEquals(there, made.get("snr_db_realised", i, r) != 0);
                    assertEquals(there, made.get("receiver_position", i, 3 * r) != 0);
                    assertEquals(there, made.get("path_gain", i, 4 * r) != 0);
                }
            }
        }
        for (int count = 5; count <= 10; count++) {
            assertTrue(sizes[count], count + " receivers");
        }
    }

    /** Delays of a thousand samples and more between receivers, a drift, every part of the chain: stretches of any number of blocks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fading=rayleigh multipath=exponential paths=3 delay-spread-s=0.0001 doppler-hz=20000",
                "fading=rician fading-model=gaussian doppler-hz=3000 phase-noise-hz=1000 clock-error-s=0.0003",
                "modulation=fm-tone adc-bits=10 iq-gain-db=1 lo-error-ppm=100 output=both"
            })
    void stretchesDoNotMatter(String settings) {
        RadioSpec spec = Signals.spec(
                "receivers=45/7,45/10.8,44/8,46/9 samples=5000 sample-rate=2000000 " + "min-snr-db=-50 " + settings);
        RadioGenerator generator = new RadioGenerator(spec, SEED, "scalar", RadioScalar::kernels);
        String expected = null;
        for (int blocks : new int[] {16, 1, 2, 3, 5}) {
            RadioKernels kernels = RadioScalar.kernels(spec, Philox.of(RadioSpec.WORKLOAD, SEED));
            try (Worker worker = new RadioWorker(generator, kernels, blocks * 1024);
                    Batch batch = Batch.allocate(generator.schema(), 2)) {
                worker.fill(7, 2, batch);
                String digest = Filling.digest(batch);
                expected = expected == null ? digest : expected;
                assertEquals(expected, digest, blocks + " blocks");
            }
        }
    }

    /** One receiver whose clock is off by 10 s at 10 GHz: the lead is beyond an int. */
    @Test
    void leadsBeyondIntegers() {
        String settings =
                "receivers=45/7 min-receivers=1 max-gdop=none transmitters=outside min-snr-db=-200 samples=100 "
                        + "sample-rate=1e10 bandwidth-hz=1e6 clock-error-s=1 noise=false";
        try (Signals made = Signals.of(settings, SEED, 6)) {
            double longest = 0;
            for (int i = 0; i < 6; i++) {
                longest = Math.max(longest, made.get("delay_s", i));
                assertEquals(made.get("snr_db", i), made.get("snr_db_realised", i), 0.05);
            }
            assertTrue(longest * 1e10 > Integer.MAX_VALUE, "clocks of this seed are off by " + longest);
        }
    }
}
