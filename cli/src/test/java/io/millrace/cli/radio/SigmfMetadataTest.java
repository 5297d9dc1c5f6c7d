package io.millrace.cli.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigmfMetadataTest {
    @ParameterizedTest
    @CsvSource({
        "0, 10000, 50000, 2000-01-01T00:00:00Z",
        "1, 10000, 50000, 2000-01-01T00:00:00.200Z",
        "1, 1, 3, 2000-01-01T00:00:00.333333333Z",
        "432000, 10000, 50000, 2000-01-02T00:00:00Z",
        "5, 1, 10000000000, 2000-01-01T00:00:00Z",
        "250000000000, 1, 1, 2000-01-01T00:00:00Z",
        "249999999999, 1, 1, 9922-03-09T12:26:39Z",
        "9223372036854775807, 1073741824, 1, 8278-02-23T21:32:48Z"
    })
    void timesFollowFromTheIndex(long index, int samples, double rate, String time) {
        assertEquals(time, SigmfMetadata.time(index, samples, rate));
    }
}
