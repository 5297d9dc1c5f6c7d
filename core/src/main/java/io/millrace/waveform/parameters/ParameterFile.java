package io.millrace.waveform.parameters;

import io.millrace.spec.Decimal;
import io.millrace.spec.Lines;
import io.millrace.spec.Nearest;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file of parameters: comma-separated, a header line of bilby's names, a binary a line.
 *
 * <p>Columns: two masses of six, luminosity_distance, and what else {@link Priors} knows, but every value given; a missing
 * column is 0. Lines that are empty or begin with {@code #} are passed over; fields may have spaces around them and quotes.
 * Every refusal is a {@link SpecException} that names the file, the line and the column.
 */
public final class ParameterFile {
    /** The most rows. */
    public static final int MOST_ROWS = 10_000_000;

    private static final Parameter[] PARAMETERS = Parameter.values();

    private final Path file;
    private final Lines lines;
    private final Quantity[] columns;
    private final Conversion conversion;

    private ParameterFile(Path file, Lines lines, double referenceFrequency) throws IOException {
        this.file = file;
        this.lines = lines;
        String header = nextLine();
        if (header == null) {
            throw new SpecException(file + " is empty: allowed is a line of names and a line of numbers or more");
        }
        this.columns = columns(fields(header));
        Set<Quantity> given = EnumSet.copyOf(Arrays.asList(columns));
        if (!given.contains(Quantity.LUMINOSITY_DISTANCE)) {
            throw new SpecException(at() + ": there is no column luminosity_distance");
        }
        try {
            this.conversion = new Conversion(given, referenceFrequency);
        } catch (SpecException e) {
            throw new SpecException(at() + ": " + e.getMessage());
        }
    }

    /**
     * The table of a file, a column for each {@link Parameter} in their order.
     *
     * @param referenceFrequency f_ref in Hz, at which tilts are meant; the table holds what they lead to
     * @throws SpecException if it cannot be read, or holds something else than is allowed
     */
    public static Table read(Path file, double referenceFrequency) {
        if (Files.isDirectory(file)) {
            throw new SpecException("parameters is '" + file + "', a directory: allowed is a CSV file");
        }
        try (Lines lines = new Lines(file)) {
            return new ParameterFile(file, lines, referenceFrequency).table();
        } catch (NoSuchFileException e) {
            throw new SpecException("parameters is '" + file + "': there is no such file");
        } catch (IOException e) {
            throw new SpecException("parameters is '" + file + "', which cannot be read: " + e.getMessage());
        }
    }

    private String at() {
        return file + ", line " + lines.number();
    }

    private String nextLine() throws IOException {
        String line = lines.next();
        while (line != null && (line.isEmpty() || line.charAt(0) == '#')) {
            line = lines.next();
        }
        return line;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            fields.add(field(line, from, comma));
            from = comma + 1;
        }
        fields.add(field(line, from, line.length()));
        return fields;
    }

    private static String field(String line, int from, int to) {
        String field = line.substring(from, to).strip();
        int last = field.length() - 1;
        boolean quoted = last > 0
                && field.charAt(0) == field.charAt(last)
                && (field.charAt(0) == '"' || field.charAt(0) == '\'');
        return quoted ? field.substring(1, last).strip() : field;
    }

    private Quantity[] columns(List<String> names) {
        if (names.stream().allMatch(name -> Decimal.parse(name).isPresent())) {
            throw new SpecException(at() + " has numbers alone: allowed as the first line are the columns' names");
        }
        Set<Quantity> seen = EnumSet.noneOf(Quantity.class);
        for (String name : names) {
            Optional<Quantity> quantity = Quantity.named(name);
            if (quantity.isEmpty()) {
                throw new SpecException(at() + ": there is no parameter '" + name + "' ("
                        + String.join(" or ", Nearest.to(name, ParameterKeys.NAMES)) + "?)");
            }
            if (!seen.add(quantity.get())) {
                throw new SpecException(at() + ": there are two columns " + name);
            }
        }
        return names.stream().map(name -> Quantity.named(name).orElseThrow()).toArray(Quantity[]::new);
    }

    private Table table() throws IOException {
        double[] table = new double[1024 * PARAMETERS.length];
        double[] values = new double[Quantity.values().length];
        Point point = new Point();
        int rows = 0;
        for (String line = nextLine(); line != null; line = nextLine()) {
            if (rows == MOST_ROWS) {
                throw new SpecException(at() + ": allowed are at most " + MOST_ROWS + " rows");
            }
            read(line, values);
            String impossible = conversion.convert(values, point);
            if (impossible != null) {
                throw new SpecException(at() + ": there is no binary with " + impossible + " ("
                        + Arrays.stream(columns).map(Quantity::text).collect(Collectors.joining(", ")) + ")");
            }
            int to = rows * PARAMETERS.length;
            if (to == table.length) {
                table = Arrays.copyOf(table, Math.min(MOST_ROWS, rows + rows / 2) * PARAMETERS.length);
            }
            for (Parameter parameter : PARAMETERS) {
                table[to++] = point.get(parameter);
            }
            rows++;
        }
        if (rows == 0) {
            throw new SpecException(file + " has names but no numbers: allowed is a line of numbers or more");
        }
        return new Table(PARAMETERS.length, Arrays.copyOf(table, rows * PARAMETERS.length));
    }

    private void read(String line, double[] values) {
        int from = 0;
        for (int i = 0; i < columns.length; i++) {
            int comma = line.indexOf(',', from);
            boolean last = i == columns.length - 1;
            if (comma < 0 != last) {
                throw new SpecException(at() + " has " + fields(line).size() + " fields: allowed are " + columns.length
                        + ", one for each name of the first line");
            }
            String field = field(line, from, last ? line.length() : comma);
            // not a number fails every range
            double value = Decimal.parse(field).orElse(Double.NaN);
            Quantity column = columns[i];
            if (!column.range().holds(value)) {
                throw new SpecException(at() + ", column " + column.text(), field, "a number " + column.range().text);
            }
            values[column.ordinal()] = value;
            from = comma + 1;
        }
    }
}
