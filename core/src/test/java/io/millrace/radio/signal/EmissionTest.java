package io.millrace.radio.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.millrace.spec.SpecException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not go together is refused, in one sentence that names the key. */
class EmissionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bpsk|symbol-rate=10000|symbol-rate is '10000': allowed is at most 9259.25925925926 Bd for modulation bpsk,"
                        + " which takes 1.35 times that of bandwidth-hz",
                "4fsk|symbol-rate=3000|symbol-rate is '3000': allowed is at most 2906.9767441860467 Bd for modulation 4fsk,"
                        + " which takes 4.3 times that of bandwidth-hz",
                "am|bandwidth-hz=5000|bandwidth-hz is '5000': allowed is at least 6000 Hz for modulation am",
                "lfm|sweep-s=0.001|sweep-s is '0.001': allowed is at least 32/bandwidth-hz, 0.00256 s: shorter sweeps do not"
                        + " stay in the channel",
                "ofdm|sample-rate=10000000000|subcarriers is '52': allowed is what has symbols of at most 1048576 samples:"
                        + " sample-rate·(subcarriers + 2)/bandwidth-hz is 43200000",
            })
    void refusals(String modulation, String setting, String message) {
        assertEquals(
                message,
                assertThrows(SpecException.class, () -> Envelope.emission(modulation, setting))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"bpsk, 9259", "4fsk, 2906", "gmsk, 11363", "1024qam, 1"})
    void slowerSymbolsAreTaken(String modulation, int rate) {
        assertEquals(rate, Envelope.emission(modulation, "symbol-rate=" + rate).symbolRate());
    }
}
