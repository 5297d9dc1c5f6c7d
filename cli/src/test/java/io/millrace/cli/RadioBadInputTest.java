package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals that there are not: one line, exit code 2, nothing left behind. */
class RadioBadInputTest {
    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void setUp() {
        cli = new Cli(directory);
    }

    private void refused(String command, String... sentences) throws IOException {
        List<String> before = cli.files();
        Cli.Result result = cli.run(command);
        assertEquals(ExitCode.REFUSED, result.code(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        for (String sentence : sentences) {
            assertTrue(result.err().contains(sentence), result.err());
        }
        assertEquals("", result.out());
        assertEquals(before, cli.files());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            doppler-hz=30000                              | doppler-hz, lo-error-ppm of carrier-hz and frequency-offset-hz are together 30122.5 Hz: allowed is half of sample-rate less what signals reach, 17000 Hz
            lo-error-ppm=100 carrier-hz=2e9               | are together 200060 Hz: allowed is half of sample-rate less what signals reach
            deviation-hz=30000                            | modulation is 'fm-voice', which reaches 33050 Hz from the carrier: allowed is 0.4 of sample-rate, 20000 Hz
            frequency-offset-hz=15000                     | modulation is 'fm-voice', which reaches 23000 Hz from the carrier
            modulation=2fsk symbol-rate=20000             | symbol-rate is '20000': allowed is at most
            modulation=qpsk symbol-rate=20000             | symbol-rate is '20000': allowed is at most 9259.25925925926 Bd for modulation qpsk
            bandwidth-hz=60000                            | bandwidth-hz is '60000': allowed is at most 0.8 of sample-rate, 40000 Hz: the band in which delays are exact
            bandwidth-hz=45000                            | bandwidth-hz is '45000': allowed is at most 0.8 of sample-rate
            noise-bandwidth-hz=60000                      | noise-bandwidth-hz is '60000': allowed is at most sample-rate, 50000 Hz
            sample-rate=0                                 | sample-rate is '0': allowed is 1 to 10000000000
            sample-rate=nan                               | sample-rate is 'nan'
            samples=0                                     | samples is '0': allowed is 1 to 1073741824
            window=100                                    | window is '100': allowed is a power of two from 64 to 1024
            output=wav                                    | output is 'wav': allowed is iq, features, both
            receivers=45/8,45.1/8 min-receivers=2         | max-gdop is '100' where there are 2 receivers: allowed is none, or 3 receivers and more
            receivers=random receiver-count=2..5 min-receivers=2 | max-gdop is '100' where there are 2 receivers
            receivers=45/8,45.1/8 max-gdop=none           | min-receivers is '3': allowed is 1 to 2, the receivers there are
            min-receivers=8                               | min-receivers is '8': allowed is 1 to 7, the receivers there are
            receivers=95/8/100,45/8/1,45/9/1              | receivers is '95/8/100': allowed is a latitude from -90 to 90
            receivers=45/8/1,45/190/100,45/9/1            | receivers is '45/190/100': allowed is a latitude from -90 to 90, a longitude from -180 to 180
            receivers=45/8/1,45/9/1,45/8/200000           | receivers is '45/8/200000'
            receivers=45/8/1,45/9/1,45/8/x                | receivers is '45/8/1,45/9/1,45/8/x': allowed is italy, random, hexagonal
            receivers=45/8/1,45/9/1,                      | receivers is '45/8/1,45/9/1,': allowed is italy, random, hexagonal
            receivers=italia                              | receivers is 'italia': there is no such file, and allowed is italy, random, hexagonal
            receivers=none.csv                            | receivers is 'none.csv': there is no such file
            receiver-centre=85/0/0 receivers=random       | receiver-centre is '85/0/0': allowed is latitude/longitude/height, latitudes to 80
            receiver-count=257                            | receiver-count is '257': allowed is 1 to 256, or a range such as 5..10
            receiver-count=5..2                           | receiver-count is '5..2'
            terrain=none.csv                              | terrain is 'none.csv': there is no such file
            terrain=mountains                             | terrain is 'mountains': there is no such file, and allowed is none, blocking, or a CSV file
            terrain=sha256:00                             | terrain is 'sha256:00': the table of that digest is not at hand
            transmitters=outside margin-km=0              | margin-km is '0': allowed is more than 0 with transmitters outside or anywhere
            min-snr-db=150                                | none of 10000 positions of the transmitter is good: 10000 heard by too few receivers (min-snr-db, max-snr-db, min-receivers), 0 above max-gdop
            tx-power-dbm=-100                             | 10000 heard by too few receivers
            max-gdop=0.2                                  | 0 heard by too few receivers (min-snr-db, max-snr-db, min-receivers), 10000 above max-gdop
            snr-db=0                                      | snr-db is '0': allowed is a range that meets min-snr-db to max-snr-db, 3..200
            snr-db=5..1                                   | snr-db is '5..1': allowed is link, or -100 to 200, or a range
            max-snr-db=-5                                 | max-snr-db is '-5': allowed is min-snr-db, 3 dB, and more
            modulation=qpks                               | modulation is 'qpks': allowed is one of
            modulation=qpks                               | the nearest qpsk
            modulation=                                   | modulation is '': allowed is one of
            modulation=bpsk,bpsk                          | modulation is 'bpsk,bpsk': allowed is each modulation once
            multipath=tdl-f                               | multipath is 'tdl-f': allowed is none, exponential, tdl-a
            paths=33                                      | paths is '33': allowed is 1 to 32
            fading=rice                                   | fading is 'rice': allowed is none, rayleigh, rician
            lo-error-ppm=-1                               | lo-error-ppm is '-1': allowed is 0 to 100
            adc-bits=25                                   | adc-bits is '25': allowed is 0 to 24; 0: not quantised
            tx-power-dbm=nan                              | tx-power-dbm is 'nan': allowed is -100 to 100, or a range
            carrier-hz=0                                  | carrier-hz is '0': allowed is 1000000 to 100000000000
            noise=maybe                                   | noise is 'maybe': allowed is true, false
            """)
    void settings(String settings, String sentence) throws IOException {
        refused("generate radio --count 5 --out d --set " + settings.replace(" ", " --set "), sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            latitude,longitude,height;45,8,100;95,8,100   | line 3 is '95/8/100': allowed is a latitude from -90 to 90
            45 8 100;45 8                                 | line 2 has 2 fields: allowed are latitude, longitude, height
            45 8 100;45 8 high                            | line 2 has 'high': allowed are numbers
            45 8 nan;                                     | line 1 has 'nan': allowed are numbers
            # nothing                                     | there are no numbers
            latitude,longitude,height                     | there are no numbers
            """)
    void aFileOfPlaces(String text, String sentence) throws IOException {
        Files.writeString(directory.resolve("p.csv"), text.replace(';', '\n'));
        for (String key : List.of("receivers", "terrain")) {
            refused("generate radio --count 5 --out d --set " + key + "=p.csv", key + ", ", "p.csv", sentence);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            44 7 100;44 9 100;46 7 100              | terrain has 3 heights on 2 latitudes and 2 longitudes: allowed is one for each pair
            44 7 100;44 9 100                       | terrain has 2 heights on 1 latitudes and 2 longitudes: allowed is one for each pair
            44 7 100;44 7 120;46 7 100;46 9 3       | terrain has two heights at 44.0/7.0
            44 7 100;44 181 100;46 7 100;46 181 100 | line 2 is '44/181/100': allowed is a latitude
            """)
    void aTerrain(String text, String sentence) throws IOException {
        Files.writeString(directory.resolve("t.csv"), text.replace(';', '\n'));
        refused("generate radio --count 5 --out d --set terrain=t.csv", sentence);
    }

    @Test
    void receiversAreTooMany() throws IOException {
        Files.writeString(directory.resolve("p.csv"), "45 8 100\n".repeat(257));
        refused("generate radio --count 5 --out d --set receivers=p.csv", "line 257: allowed are at most 256 rows");
        refused("generate radio --count 5 --out d --set receivers=" + "45/8,".repeat(256) + "45/8", "at most 256");
    }

    /** A later instance, of whose receivers, drawn for it alone, no position is good. */
    @Test
    void anInstanceWithoutAPositionEndsTheRun() throws IOException {
        List<String> before = cli.files();
        Cli.Result result = cli.run("generate radio --count 2000 --quiet --out new/d --set samples=1"
                + " --set receivers=random --set receiver-count=3 --set max-gdop=1.2 --set shadowing-db=0");
        assertEquals(ExitCode.REFUSED, result.code(), result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(
                result.err().matches("(?s).*instance \\d+.*none of 10000 positions of the transmitter is good: .*"),
                result.err());
        assertEquals(before, cli.files());
    }

    @Test
    void benchAndMisplacedOptions() throws IOException {
        refused("bench radio --modulation qpks --seconds 0.1", "the nearest qpsk");
        refused("bench radio --samples 0 --seconds 0.1", "samples is '0'");
        refused("generate radio --count 5 --parameters p.csv --out d", "radio has no key 'parameters'");
        refused("generate radio --out d", "Missing required option: '--count=N'");
        refused(
                "generate radio --count 5 --carrier-hz 1e9 --out d",
                "settings of a workload are given as --set carrier-hz=VALUE");
    }
}
