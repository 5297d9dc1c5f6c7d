package io.millrace.waveform.detector;

import io.millrace.spec.Decimal;
import io.millrace.spec.Lines;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Amplitude spectral densities as text: a line has a frequency in Hz and a density in 1/√Hz, set apart by blanks, a comma or
 * a semicolon. Lines may be empty; from a {@code #} on they are comment.
 */
public final class NoiseFile {
    /** The most rows. */
    private static final int MOST_ROWS = 10_000_000;

    private final Path file;
    private final Lines lines;
    private double[] values = new double[1024];
    private int rows;
    private double before = -1;

    private NoiseFile(Path file, Lines lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @return a table of two columns, in which {@link NoiseCurve#of(Table)} finds no fault
     * @throws SpecException for a file that cannot be read or is none of these; the message names the file and the line
     */
    public static Table read(Path file) {
        if (Files.isDirectory(file)) {
            throw new SpecException(file + " is a directory and no file of amplitude densities");
        }
        try (Lines lines = new Lines(file)) {
            return new NoiseFile(file, lines).table();
        } catch (NoSuchFileException e) {
            throw new SpecException("there is no file " + file);
        } catch (IOException e) {
            throw new SpecException(file + " cannot be read: " + e.getMessage());
        }
    }

    private Table table() throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            int comment = line.indexOf('#');
            String data = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!data.isEmpty()) {
                add(data);
            }
        }
        if (rows < 2) {
            throw new SpecException(file + " has " + rows + " frequencies: a noise curve needs two or more");
        }
        return new Table(2, Arrays.copyOf(values, 2 * rows));
    }

    private void add(String data) {
        String[] columns = data.split("\\s*[,;]\\s*|\\s+");
        if (columns.length != 2) {
            throw refused(
                    "there are " + columns.length + " columns where a frequency and an amplitude density are expected");
        }
        double frequency = number("the frequency", columns[0]);
        double density = number("the amplitude density", columns[1]);
        String objection = NoiseCurve.objection(before, frequency, density);
        if (objection != null) {
            throw refused(objection);
        }
        if (rows == MOST_ROWS) {
            throw refused("a noise curve has at most " + MOST_ROWS + " rows");
        }
        if (2 * rows == values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[2 * rows] = frequency;
        values[2 * rows + 1] = density;
        before = frequency;
        rows++;
    }

    private double number(String what, String text) {
        return Decimal.parse(text).orElseThrow(() -> refused(what + " '" + text + "' is no number"));
    }

    private SpecException refused(String objection) {
        return new SpecException(file + ", line " + lines.number() + ": " + objection);
    }
}
