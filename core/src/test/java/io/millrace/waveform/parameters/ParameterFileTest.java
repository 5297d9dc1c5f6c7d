package io.millrace.waveform.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of parameters. */
class ParameterFileTest {
    @TempDir
    Path directory;

    private Table read(String content) {
        try {
            Path file = Files.writeString(directory.resolve("given.csv"), content);
            return ParameterFile.read(file, 20);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double at(Table table, int row, Parameter parameter) {
        return table.at(row, parameter.ordinal());
    }

    @Test
    void readsWhatItIsGiven() {
        Table table = read("\uFEFF# a comment\r\n\r\n"
                + "\"mass_1\", mass_2 ,'luminosity_distance',phase,ra\r\n"
                + " 36 ,\"29\",4.1e2,.5,-1\r\n# another\r\n3,4,5,6,7");
        assertEquals(Parameter.values().length, table.columns());
        assertEquals(2, table.rows());
        assertEquals(36, at(table, 0, Parameter.MASS_1));
        assertEquals(29, at(table, 0, Parameter.MASS_2));
        assertEquals(410, at(table, 0, Parameter.LUMINOSITY_DISTANCE));
        assertEquals(0.5, at(table, 0, Parameter.PHASE));
        assertEquals(-1, at(table, 0, Parameter.RA));
        assertEquals(0, at(table, 0, Parameter.SPIN_1Z));
        assertEquals(7, at(table, 1, Parameter.RA));
    }

    @Test
    void convertsWhatBilbyWrites() {
        Table table =
                read("chirp_mass,mass_ratio,a_1,a_2,tilt_1,tilt_2,phi_12,phi_jl,theta_jn,phase,luminosity_distance\n"
                        + "28.095556,0.8055555555555556,0.6,0.8,0.7,2.1,3.3,1.1,0.4,1.3,100\n"
                        + "28.095556,0.8055555555555556,0.6,0.8,0,0,3.3,1.1,0.4,1.3,100\n");
        assertEquals(36, at(table, 0, Parameter.MASS_1), 1e-5);
        assertEquals(29, at(table, 0, Parameter.MASS_2), 1e-5);
        // as LALSimulation has it, see SpinsTest
        assertEquals(0.37719284793734154, at(table, 0, Parameter.IOTA), 1e-8);
        assertEquals(0.1647838197139758, at(table, 0, Parameter.SPIN_1X), 1e-6);
        assertEquals(-0.40387688367988617, at(table, 0, Parameter.SPIN_2Z), 1e-14);
        assertEquals(0.4, at(table, 1, Parameter.IOTA));
        assertEquals(0.6, at(table, 1, Parameter.SPIN_1Z));
        assertEquals(0, at(table, 1, Parameter.SPIN_1X));
        assertEquals(-0.25, at(read("mass_1,mass_2,luminosity_distance,chi_1\n1,1,1,-0.25"), 0, Parameter.SPIN_1Z));
    }

    /** The lines, split at a semicolon, and the sentence after the file's name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty: allowed is a line of names and a line of numbers or more",
                "# mass_1; | is empty",
                "mass_1,mass_2,luminosity_distance | has names but no numbers",
                "1,2,3 | , line 1 has numbers alone: allowed as the first line are the columns' names",
                "mass_1,mas_2,luminosity_distance;1,2,3 | , line 1: there is no parameter 'mas_2' (mass_2?)",
                "mass_1,,luminosity_distance;1,2,3 | , line 1: there is no parameter ''",
                "mass_1,mass_2,mass_1,luminosity_distance;1,2,3,4 | , line 1: there are two columns mass_1",
                "mass_1,mass_2;1,2 | , line 1: there is no column luminosity_distance",
                "mass_1,luminosity_distance;1,2 | , line 1: the masses are given by mass_1: allowed are exactly two",
                "#;mass_1,mass_2,mass_ratio,luminosity_distance;1,2,3,4 | , line 2: the masses are given by",
                "mass_1,mass_2,luminosity_distance,iota,theta_jn;1,2,3,4,5 | , line 1: theta_jn and iota say the same",
                "mass_1,mass_2,luminosity_distance;1,2 | , line 2 has 2 fields: allowed are 3, one for each name",
                "mass_1,mass_2,luminosity_distance;1,2,3;1,2,3,4 | , line 3 has 4 fields: allowed are 3",
                "mass_1,mass_2,luminosity_distance;1,2,3,;1,2,3 | , line 2 has 4 fields: allowed are 3",
                "mass_1,mass_2,luminosity_distance;#;1,two,3 | , line 3, column mass_2 is 'two': allowed is a number above 0",
                "mass_1,mass_2,luminosity_distance;1,,3 | , line 2, column mass_2 is '': allowed is a number above 0",
                "mass_1,mass_2,luminosity_distance;1,NaN,3 | , line 2, column mass_2 is 'NaN': allowed is a number above 0",
                "mass_1,mass_2,luminosity_distance,phase;1,2,3,inf | , line 2, column phase is 'inf': allowed is a number from -1e9",
                "mass_1,mass_2,luminosity_distance,phase;1,2,3,1e999 | , line 2, column phase is '1e999'",
                "mass_1,mass_2,luminosity_distance,phase;1,2,3,1d | , line 2, column phase is '1d'",
                "mass_1,mass_2,luminosity_distance;0,2,3 | , line 2, column mass_1 is '0': allowed is a number above 0",
                "mass_1,mass_2,luminosity_distance;1,-2,3 | , line 2, column mass_2 is '-2': allowed is a number above 0",
                "mass_1,mass_2,luminosity_distance;1,2,0 | , line 2, column luminosity_distance is '0': allowed is a number above 0",
                "mass_1,mass_2,luminosity_distance,chi_1;1,2,3,-1.1 | , line 2, column chi_1 is '-1.1': allowed is a number from -1 to 1",
                "mass_1,mass_ratio,luminosity_distance;1,1.1,3 | , line 2, column mass_ratio is '1.1': allowed is a number above 0, up to 1",
                "mass_1,mass_2,luminosity_distance,spin_1x,spin_1y;1,2,3,.8,.8 | , line 2: there is no binary with a spin_1 of the magnitude 1.13",
                "mass_1,mass_2,luminosity_distance,spin_2z,spin_2y;1,2,3,1,.1 | , line 2: there is no binary with a spin_2 of the magnitude 1.00",
                "total_mass,chirp_mass,luminosity_distance;10,9,3 | , line 2: there is no binary with this chirp_mass and total_mass"
            })
    void refuses(String lines, String sentence) {
        String message = assertThrows(SpecException.class, () -> read(lines.replace(';', '\n')))
                .getMessage();
        assertTrue(message.startsWith(directory.resolve("given.csv").toString()), message);
        assertTrue(message.contains(sentence), message);
        assertFalse(message.contains("\n"), message);
    }

    private String refusal(Path file) {
        return assertThrows(SpecException.class, () -> ParameterFile.read(file, 20))
                .getMessage();
    }

    @Test
    void refusesWhatIsNoFile() throws IOException {
        Path none = directory.resolve("none.csv");
        assertEquals("parameters is '" + none + "': there is no such file", refusal(none));
        assertEquals("parameters is '" + directory + "', a directory: allowed is a CSV file", refusal(directory));
        Path binary = Files.write(directory.resolve("binary"), new byte[1 << 20]);
        assertTrue(refusal(binary).endsWith("line 1 is longer than 65536 characters"), refusal(binary));
        byte[] wild = "mass_1,mass_2,luminosity_distance\n1,2,x\n".getBytes(StandardCharsets.UTF_8);
        wild[wild.length - 2] = (byte) 0xFF;
        assertTrue(
                refusal(Files.write(directory.resolve("wild"), wild)).contains("line 2, column luminosity_distance"));
    }

    @Test
    void manyRows() throws IOException {
        Path file = directory.resolve("many.csv");
        int rows = 150_001;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("mass_1,mass_2,luminosity_distance,chi_1\n");
            for (int i = 0; i < rows; i++) {
                out.write((i + 1) + "," + (i + 0.5) + ",100," + -1.0 * i / rows + "\n");
            }
        }
        Table table = ParameterFile.read(file, 20);
        assertEquals(rows, table.rows());
        for (int i = 0; i < rows; i++) {
            assertEquals(i + 1, at(table, i, Parameter.MASS_1));
            assertEquals(i + 0.5, at(table, i, Parameter.MASS_2));
            assertEquals(-1.0 * i / rows, at(table, i, Parameter.SPIN_1Z));
        }
    }
}
