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

/** Waveforms that there are not: one line, exit code 2, nothing left behind. */
class WaveformBadInputTest {
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
            mass_1=-5 mass_2=10                         | mass_1 is '-5': allowed is a number or a law above 0
            mass_1=0 mass_2=10                          | mass_1 is '0': allowed is a number or a law above 0
            mass_1=uniform(0,80) mass_2=10              | mass_1 is 'uniform(0, 80)': allowed is a number or a law above 0
            luminosity_distance=-1                      | luminosity_distance is '-1'
            chi_1=1.5 chi_2=0                           | chi_1 is '1.5': allowed is a number or a law from -1 to 1
            chi_1=uniform(-1.2,1.2)                     | chi_1 is 'uniform(-1.2, 1.2)'
            a_1=2                                       | a_1 is '2': allowed is a number or a law from 0 to 1
            f-max=20                                    | f-max is '20': allowed is more than f-min, 20 Hz
            f-max=10                                    | f-max is '10': allowed is more than f-min
            f-min=0                                     | f-min is '0': allowed is more than 0
            delta-f=0                                   | delta-f is '0': allowed is more than 0
            delta-f=-1                                  | delta-f is '-1'
            delta-f=nan                                 | delta-f is 'nan'
            f-min=20 f-max=29 delta-f=15                | delta-f is '15': allowed is at most f-min, 20 Hz, with a bin
            delta-f=2000                                | delta-f is '2000': allowed is at most f-min, 20 Hz, with a bin
            delta-f=1e-9                                | for at most 67108864 bins
            mass_1=uniform(80,10) mass_2=10             | mass_1 is 'uniform(80,10)': allowed is uniform(a, b) with a < b
            chirp_mass=constraint(50,40)                | chirp_mass is 'constraint(50,40)': allowed is constraint(a, b) with a < b
            mass_1=unifrom(10,80)                       | there is no law 'unifrom' (uniform
            mass_1=30                                   | the masses are given by mass_1: allowed are exactly two of
            approximant=IMRPhenomE                      | approximant is 'IMRPhenomE': allowed is one of
            approximant=IMRPhenmD                       | the nearest IMRPhenomD
            approximant=taylorf3                        | the nearest TaylorF2
            spin_1x=0.3                                 | spin_1x
            a_1=0.5 tilt_1=1                            | spins along the orbital axis only
            asd=aligo-zero-det-high-pwer                | is aligo-zero-det-high-power
            asd=aligo-zero-det-high-power f-min=10      | covers 20.0 to 8192.0 Hz and not the band of 10.0 to 1024.0 Hz
            asd=none whiten=true                        | whiten is 'true': it needs a noise curve
            detectors=H1,K1                             | detectors is 'H1,K1': allowed is none, or some of H1, L1, V1
            dtype=f4                                    | dtype is 'f4': allowed is c8, c16
            domain=multibanded bands=20                 | bands is '20'
            domain=multibanded bands=30,20              | bands is '30,20'
            f-ref=-1                                    | f-ref is '-1'
            output=amplitude-phase detectors=H1         | detectors have strains
            parameters=none.csv                         | parameters is 'none.csv': there is no such file
            parameters=sha256:00                        | a digest whose table is not at hand
            """)
    void settings(String settings, String sentence) throws IOException {
        boolean counted = !settings.startsWith("parameters");
        refused(
                "generate waveform --out d" + (counted ? " --count 5" : "") + " --set "
                        + settings.replace(" ", " --set "),
                sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mass_1,luminosity_distance;30,400                        | p.csv, line 1: the masses are given by mass_1
            mass_1,mass_2;30,20                                      | p.csv, line 1: there is no column luminosity_distance
            mass_1,mass_2,luminosity_distance                        | p.csv has names but no numbers
            mass_1,mass_2,luminosity_distance;30,20,400;30,nan,400   | p.csv, line 3, column mass_2 is 'nan': allowed is a number above 0
            mass_1,mass_2,luminosity_distance;30,20,inf              | p.csv, line 2, column luminosity_distance is 'inf'
            mass_1,mass_2,luminosity_distance;30,-20,400             | p.csv, line 2, column mass_2 is '-20': allowed is a number above 0
            mass_1,mass_2,luminosity_distance;0,20,400               | p.csv, line 2, column mass_1 is '0'
            mass_1,mass_2,luminosity_distance;30,,400                | p.csv, line 2, column mass_2 is ''
            mass_1,mass_2,luminosity_distance;30,20                  | p.csv, line 2 has 2 fields: allowed are 3
            mass_1,mass_2,luminosity_distance,chi_1;30,20,400,1.1    | p.csv, line 2, column chi_1 is '1.1': allowed is a number from -1 to 1
            mass_1,mass_2,luminosity_distance,spin_1x;30,20,400,0.3  | row 0
            mass_1,mass_2,luminosity_distance,spin_1x;30,20,400,0.3  | spins along the orbital axis only
            mass_1,mass_2,luminosity_distance,spin;30,20,400,0       | p.csv, line 1: there is no parameter 'spin'
            mass_1,mass_2,luminosity_distance;30,20,400;30000,20,400 | row 1
            30,20,400                                                | p.csv, line 1 has numbers alone
            """)
    void file(String text, String sentence) throws IOException {
        Files.writeString(directory.resolve("p.csv"), text.replace(';', '\n'));
        refused("generate waveform --parameters p.csv --out d", sentence);
    }

    @Test
    void anAsdOfAFileThatDoesNotCoverTheBand() throws IOException {
        Files.writeString(directory.resolve("asd.txt"), "30 1e-23\n2000 1e-23\n");
        refused(
                "generate waveform --count 5 --set asd=asd.txt --set whiten=true --out d",
                "covers 30.0 to 2000.0 Hz and not the band of 20.0 to 1024.0 Hz");
        Files.writeString(directory.resolve("asd.txt"), "10 1e-23\n2000 -1e-23\n");
        refused("generate waveform --count 5 --set asd=asd.txt --out d", "asd.txt, line 2");
    }

    @Test
    void optionsThatDoNotGoTogether() throws IOException {
        Files.writeString(directory.resolve("p.csv"), "mass_1,mass_2,luminosity_distance\n30,20,400\n");
        Files.createDirectory(directory.resolve("empty"));
        refused("generate routing --parameters p.csv --count 5 --out d", "routing has no key 'parameters'");
        refused("generate waveform --out d", "Missing required option: '--count=N'");
        refused(
                "generate waveform --parameters p.csv --count 2 --out d",
                "allowed are 0 to 0, for so many parameters are given");
        refused("generate waveform --parameters p.csv --first 1 --out d", "--first is 1: allowed is 0 to 0");
        refused("generate waveform --parameters p.csv --set parameters=p.csv --out d", "allowed is one of them");
        refused(
                "generate waveform --parameters p.csv --set mass_1=30 --out d",
                "mass_1 is '30': allowed is nothing beside");
        refused("generate waveform --parameters none.csv --out d", "there is no such file");
        refused("generate waveform --parameters empty --out d", "there is no plan.json, so it is not a dataset");
        refused("generate waveform --count 900000000000000 --out d", "--count is 900000000000000: allowed with");
        refused(
                "bench waveform --approximant IMRPhenomE --seconds 0.1",
                "the nearest IMRPhenomA, IMRPhenomB, IMRPhenomC");
        refused("bench waveform --dtype f4 --seconds 0.1", "dtype is 'f4'");
        cli.ok("generate routing --count 3 --out r");
        refused(
                "generate waveform --parameters r --out d",
                "a dataset of routing: allowed is a CSV file or a dataset of");
    }
}
