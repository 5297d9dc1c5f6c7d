package io.millrace.waveform.parameters;

import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Parameters given by a table: instance i is row i. */
public final class GivenParameters implements ParameterSource {
    private static final Parameter[] PARAMETERS = Parameter.values();
    private static final Quantity.Range[] RANGES = Arrays.stream(PARAMETERS)
            .map(parameter -> Quantity.named(parameter.text()).orElseThrow().range())
            .toArray(Quantity.Range[]::new);

    private final Table table;
    private final boolean sky;

    /**
     * Over a table with one column for each {@link Parameter}, in their order.
     *
     * @param sky whether waveforms are projected onto detectors, so that ra, dec and psi are columns
     * @throws SpecException for a number that is not finite, a mass or a distance that is not above 0, a spin longer than 1
     */
    public GivenParameters(Table table, boolean sky) {
        if (table.columns() != PARAMETERS.length) {
            throw new SpecException("parameters is a table of " + table.columns() + " columns: allowed are "
                    + PARAMETERS.length + ", " + PARAMETERS[0].text() + " to "
                    + PARAMETERS[PARAMETERS.length - 1].text());
        }
        this.table = table;
        this.sky = sky;
        Point point = new Point();
        for (int row = 0; row < table.rows(); row++) {
            read(row, point);
            require(row, point);
        }
    }

    private static void require(int row, Point point) {
        for (Parameter parameter : PARAMETERS) {
            Quantity.Range range =
                    Quantity.named(parameter.text()).orElseThrow().range();
            double slack = range == Quantity.Range.COMPONENT ? 1e-12 : 0;
            double value = point.get(parameter);
            if (!(value >= range.least - slack && value <= range.most + slack)) {
                throw new SpecException(
                        "row " + row + " of parameters: " + parameter.text(), value, "a number " + range.text);
            }
        }
        String tooFast = Conversion.tooFast(point);
        if (tooFast != null) {
            throw new SpecException("row " + row + " of parameters: there is no binary with " + tooFast);
        }
    }

    private void read(int row, Point point) {
        for (int column = 0; column < PARAMETERS.length; column++) {
            point.set(PARAMETERS[column], table.at(row, column));
        }
    }

    /** The columns of every source, before what else was drawn. */
    static List<Column> columns(boolean sky) {
        return Arrays.stream(PARAMETERS)
                .filter(parameter -> shown(parameter, sky))
                .map(parameter -> new Column(parameter.text(), parameter.unit()))
                .toList();
    }

    private static boolean shown(Parameter parameter, boolean sky) {
        return sky || parameter != Parameter.RA && parameter != Parameter.DEC && parameter != Parameter.PSI;
    }

    /** Writes the values of {@link #columns(boolean)}. */
    static void write(Point point, boolean sky, double[] row, int at) {
        for (Parameter parameter : PARAMETERS) {
            if (shown(parameter, sky)) {
                row[at++] = point.get(parameter);
            }
        }
    }

    /** The numbers. */
    public Table table() {
        return table;
    }

    @Override
    public List<Column> columns() {
        return columns(sky);
    }

    @Override
    public long size() {
        return table.rows();
    }

    @Override
    public boolean drawn() {
        return false;
    }

    /** A reader; of {@code index} {@link #size} and beyond it throws {@link IndexOutOfBoundsException}. */
    @Override
    public Reader newReader(long seed) {
        return (index, attempt, point, row, at) -> {
            read((int) Objects.checkIndex(index, size()), point);
            write(point, sky, row, at);
            return true;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GivenParameters given && table.equals(given.table) && sky == given.sky;
    }

    @Override
    public int hashCode() {
        return table.hashCode() + Boolean.hashCode(sky);
    }

    @Override
    public String toString() {
        return table.digest();
    }
}
