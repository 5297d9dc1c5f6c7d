package io.millrace.waveform.detector;

import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Amplitude spectral densities as text: a line has a frequency in Hz and a density in 1/√Hz, set apart by blanks, a comma or
 * a semicolon. Lines may be empty; from a {@code #} on they are comment.
 */
public final class NoiseFile {
    /** The most bytes of a file. */
    private static final long MOST_BYTES = 1L << 28;

    private NoiseFile() {}

    /**
     * Reads a file.
     *
     * @return a table of two columns, in which {@link NoiseCurve#of(Table)} finds no fault
     * @throws SpecException for a file that cannot be read or is none of these; the message names the file and the line
     */
    public static Table read(Path file) {
        double[] values = new double[1024];
        int rows = 0;
        double before = -1;
        int number = 0;
        for (String line : text(file).split("\\R", -1)) {
            number++;
            int comment = line.indexOf('#');
            String data = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (data.isEmpty()) {
                continue;
            }
            String place = file + ", line " + number + ": ";
            String[] columns = data.split("\\s*[,;]\\s*|\\s+");
            if (columns.length != 2) {
                throw new SpecException(place + "there are " + columns.length
                        + " columns where a frequency and an amplitude density are expected");
            }
            double frequency = number(place, "the frequency", columns[0]);
            double density = number(place, "the amplitude density", columns[1]);
            String objection = NoiseCurve.objection(before, frequency, density);
            if (objection != null) {
                throw new SpecException(place + objection);
            }
            if (2 * rows == values.length) {
                values = Arrays.copyOf(values, 2 * values.length);
            }
            values[2 * rows] = frequency;
            values[2 * rows + 1] = density;
            before = frequency;
            rows++;
        }
        if (rows < 2) {
            throw new SpecException(file + " has " + rows + " frequencies: a noise curve needs two or more");
        }
        return new Table(2, Arrays.copyOf(values, 2 * rows));
    }

    private static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new SpecException(file + " is a directory and no file of amplitude densities");
            }
            long bytes = Files.size(file);
            if (bytes > MOST_BYTES) {
                throw new SpecException(file + " has " + bytes + " bytes: a noise curve has at most " + MOST_BYTES);
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new SpecException("there is no file " + file);
        } catch (IOException e) {
            throw new SpecException(file + " cannot be read: " + e);
        }
    }

    private static double number(String place, String what, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new SpecException(place + what + " '" + text + "' is no number");
        }
    }
}
