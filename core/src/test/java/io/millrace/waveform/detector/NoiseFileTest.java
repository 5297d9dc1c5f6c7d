package io.millrace.waveform.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseFileTest {
    @TempDir
    private Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("asd.txt"), text);
    }

    @Test
    void readsColumnsHoweverTheyAreSetApart() throws IOException {
        Table expected = new Table(2, new double[] {0, 1e-20, 10.5, 4e-23, 20, 2e-23});
        assertEquals(expected, NoiseFile.read(file("0 1e-20\n10.5 4e-23\n20 2e-23")));
        assertEquals(
                expected,
                NoiseFile.read(file("# f, asd\r\n\r\n  0,1e-20\r\n10.5 , 4E-23 # line\r\n\t20\t2.0e-23  \r\n")));
    }

    @Test
    void readsMoreRowsThanItExpects() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 5000; row++) {
            text.append(row).append(' ').append(1e-23 + row * 1e-27).append('\n');
        }
        Table table = NoiseFile.read(file(text.toString()));
        assertEquals(5000, table.rows());
        assertEquals(4999, table.at(4999, 0));
        assertEquals(1e-23 + 4999 * 1e-27, table.at(4999, 1));
    }

    @Test
    void refusesWithFileAndLine() throws IOException {
        refused(
                "10 1e-23\n20\n",
                ", line 2: there are 1 columns where a frequency and an amplitude density are expected");
        refused(
                "10 1e-23 3\n",
                ", line 1: there are 3 columns where a frequency and an amplitude density are expected");
        refused("# c\n10 1e-23\nf asd\n", ", line 3: the frequency 'f' is no number");
        refused("10 1e-23\n20 x\n", ", line 2: the amplitude density 'x' is no number");
        refused("10 1e-23\n20 NaN\n", ", line 2: the amplitude density 'NaN' is no number");
        refused("10 1e-23\n20 0\n", ", line 2: the amplitude density is 0.0: allowed is 1.0E-30 to 1.0E10");
        refused("10 1e-23\n20 -1e-23\n", ", line 2: the amplitude density is -1.0E-23: allowed is 1.0E-30 to 1.0E10");
        refused("10 1e-23\n20 1e-46\n", ", line 2: the amplitude density is 1.0E-46: allowed is 1.0E-30 to 1.0E10");
        refused("10 1e-23\n\n10 1e-23\n", ", line 3: the frequency 10.0 follows 10.0: frequencies must ascend");
        refused("-1 1e-23\n10 1e-23\n", ", line 1: the frequency is -1.0: allowed is 0 Hz or more");
        refused("nan 1e-23\n", ", line 1: the frequency 'nan' is no number");
        refused("Infinity 1e-23\n", ", line 1: the frequency 'Infinity' is no number");
        refused("10 1e-23\n", " has 1 frequencies: a noise curve needs two or more");
        refused("", " has 0 frequencies: a noise curve needs two or more");
    }

    private void refused(String text, String message) throws IOException {
        Path file = file(text);
        SpecException refusal = assertThrows(SpecException.class, () -> NoiseFile.read(file));
        assertEquals(file + message, refusal.getMessage());
    }

    @Test
    void refusesWhatIsNoFile() {
        Path none = directory.resolve("none.txt");
        assertEquals(
                "there is no file " + none,
                assertThrows(SpecException.class, () -> NoiseFile.read(none)).getMessage());
        assertEquals(
                directory + " is a directory and no file of amplitude densities",
                assertThrows(SpecException.class, () -> NoiseFile.read(directory))
                        .getMessage());
    }
}
