package io.millrace.radio.scene;

import io.millrace.spec.Decimal;
import io.millrace.spec.Lines;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text file of places: latitude, longitude, height a line, with commas or spaces; a first line of names, empty lines and lines that
 * begin with {@code #} are passed over.
 */
final class PlaceFile {
    /** The most rows of a height map. */
    static final int MOST_ROWS = 4_000_000;

    private PlaceFile() {}

    /** The receivers of a file. */
    static List<Place> places(String file, int most) {
        Table table = table("receivers", file, most);
        List<Place> places = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            places.add(new Place(table.at(row, 0), table.at(row, 1), table.at(row, 2)));
        }
        return places;
    }

    /**
     * The rows of a file.
     *
     * @throws SpecException if it cannot be read, or holds something else
     */
    static Table table(String key, String file, int most) {
        try (Lines lines = new Lines(path(key, file))) {
            double[] values = new double[3 * 1024];
            int rows = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                String[] fields = line.split("[,;\\s]+");
                if (rows == 0
                        && Arrays.stream(fields)
                                .noneMatch(field -> Decimal.parse(field).isPresent())) {
                    continue;
                }
                String at = key + ", " + file + ", line " + lines.number();
                if (rows == most) {
                    throw new SpecException(at + ": allowed are at most " + most + " rows");
                }
                if (3 * rows == values.length) {
                    values = Arrays.copyOf(values, 2 * values.length);
                }
                read(at, fields, values, 3 * rows++);
            }
            if (rows == 0) {
                throw new SpecException(key + ", " + file + ": there are no numbers");
            }
            return new Table(3, Arrays.copyOf(values, 3 * rows));
        } catch (NoSuchFileException e) {
            throw new SpecException(
                    key + " is '" + file + "': there is no such file, and allowed is " + SceneKeys.allowed(key));
        } catch (IOException e) {
            throw new SpecException(key + " is '" + file + "', which cannot be read: " + e.getMessage());
        }
    }

    private static Path path(String key, String text) {
        try {
            Path file = Path.of(text);
            if (text.isEmpty() || Files.isDirectory(file)) {
                throw new SpecException(key + " is '" + text + "': allowed is a file's name");
            }
            return file;
        } catch (InvalidPathException e) {
            throw new SpecException(key + " is '" + text + "': allowed is a file's name");
        }
    }

    private static void read(String at, String[] fields, double[] values, int to) {
        if (fields.length != 3) {
            throw new SpecException(at + " has " + fields.length + " fields: allowed are latitude, longitude, height");
        }
        for (int i = 0; i < 3; i++) {
            String field = fields[i];
            values[to + i] = Decimal.parse(field)
                    .orElseThrow(() -> new SpecException(at + " has '" + field + "': allowed are numbers"));
        }
        SceneKeys.place(at, values[to], values[to + 1], values[to + 2]);
    }
}
