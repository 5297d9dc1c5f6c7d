package io.millrace.radio.scene;

import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/** Heights above the reference on a grid; of a table of three columns: latitude, longitude in degrees, height in m. */
public final class HeightMap {
    /** Points of a path at which heights are looked up: one a cell that it crosses, but as many as the first, at most the second. */
    private static final int LEAST_POINTS = 64;

    private static final int MOST_POINTS = 2048;
    /** Radio waves bend as if the Earth were larger (ITU-R P.453, median gradient of refractivity). */
    private static final double EFFECTIVE_RADIUS = Earth.RADIUS * 4 / 3;

    private final Table table;
    private final double[] latitudes;
    private final double[] longitudes;
    private final double[] heights;

    /**
     * Of all pairs of some latitudes and some longitudes, in any order, two of each at least.
     *
     * @throws SpecException if the rows are something else
     */
    HeightMap(Table table) {
        this.table = table;
        latitudes = axis(table, 0);
        longitudes = axis(table, 1);
        if (table.columns() != 3
                || latitudes.length < 2
                || longitudes.length < 2
                || (long) latitudes.length * longitudes.length != table.rows()) {
            throw new SpecException(
                    "terrain has " + table.rows() + " heights on " + latitudes.length + " latitudes and "
                            + longitudes.length + " longitudes: allowed is one for each pair of two or more of each");
        }
        heights = new double[table.rows()];
        Arrays.fill(heights, Double.NaN);
        for (int row = 0; row < table.rows(); row++) {
            new Place(table.at(row, 0), table.at(row, 1), 0);
            int at = Arrays.binarySearch(latitudes, table.at(row, 0)) * longitudes.length
                    + Arrays.binarySearch(longitudes, table.at(row, 1));
            if (!Double.isNaN(heights[at])) {
                throw new SpecException("terrain has two heights at " + table.at(row, 0) + "/" + table.at(row, 1));
            }
            heights[at] = table.at(row, 2);
        }
    }

    private static double[] axis(Table table, int column) {
        double[] values = new double[table.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = table.at(row, column);
        }
        return Arrays.stream(values).sorted().distinct().toArray();
    }

    Table table() {
        return table;
    }

    /** The highest less the lowest, 0 among them: where the ground is not known, it is taken for 0. */
    double relief() {
        DoubleSummaryStatistics range = Arrays.stream(heights).summaryStatistics();
        return Math.max(0, range.getMax()) - Math.min(0, range.getMin());
    }

    /** The height at a place; −∞ outside the grid. */
    double at(double latitude, double longitude) {
        int i = cell(latitudes, latitude);
        int j = cell(longitudes, longitude);
        if (i < 0 || j < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double u = (latitude - latitudes[i]) / (latitudes[i + 1] - latitudes[i]);
        double v = (longitude - longitudes[j]) / (longitudes[j + 1] - longitudes[j]);
        int at = i * longitudes.length + j;
        double south = Math.fma(v, heights[at + 1] - heights[at], heights[at]);
        int above = at + longitudes.length;
        double north = Math.fma(v, heights[above + 1] - heights[above], heights[above]);
        return Math.fma(u, north - south, south);
    }

    private static int cell(double[] axis, double value) {
        if (!(value >= axis[0] && value <= axis[axis.length - 1])) {
            return -1;
        }
        int at = Arrays.binarySearch(axis, value);
        return Math.min(at >= 0 ? at : -at - 2, axis.length - 2);
    }

    /**
     * The largest v along a path of that length between antennas whose heights above the reference are {@code start} and {@code end}.
     * A point at distance d₁ of d₁ + d₂ rises by the Earth's bulge d₁d₂/(2·4/3·R).
     */
    double parameter(Place from, double start, Place to, double end, double length, double wavelength) {
        double cells = cells(latitudes, to.latitude() - from.latitude())
                + cells(longitudes, to.longitude() - from.longitude());
        int points = (int) Math.clamp(cells, LEAST_POINTS, MOST_POINTS);
        double worst = Double.NEGATIVE_INFINITY;
        for (int k = 1; k < points; k++) {
            double u = (double) k / points;
            double top = at(
                    Math.fma(u, to.latitude() - from.latitude(), from.latitude()),
                    Math.fma(u, to.longitude() - from.longitude(), from.longitude()));
            double before = u * length;
            double after = length - before;
            double clearance = top + before * after / (2 * EFFECTIVE_RADIUS) - Math.fma(u, end - start, start);
            worst = Math.max(worst, KnifeEdge.parameter(clearance, before, after, wavelength));
        }
        return worst;
    }

    private static double cells(double[] axis, double way) {
        return Math.abs(way) * (axis.length - 1) / (axis[axis.length - 1] - axis[0]);
    }

    /** Whether the numbers are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HeightMap map && table.equals(map.table);
    }

    @Override
    public int hashCode() {
        return table.hashCode();
    }
}
