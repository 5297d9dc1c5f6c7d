package io.millrace.radio.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who stands where. False-alarm rates are those of {@link Statistics}. */
class PlacesTest {
    private static final long SEED = 20261206;
    private static final String ALL = "min-snr-db=-200 max-gdop=none ";

    /** Of the preset: degrees. */
    private static final double SOUTH = 44.395;

    private static final double NORTH = 45.478;
    private static final double WEST = 7.27;
    private static final double EAST = 9.123;

    /** Degrees of the margin, 40 km, and its degrees of longitude in the middle of the box. */
    private static final double HIGH = Math.toDegrees(40_000 / 6_371_008.8);

    private static final double WIDE = HIGH / Math.cos(Math.toRadians((SOUTH + NORTH) / 2));

    /** Uniform by area: longitudes, and sines of latitudes, are uniform in each of a grid of cells. */
    @ParameterizedTest
    @EnumSource(Area.class)
    void transmittersAreWhereTheyShould(Area area) {
        String name = area.name().toLowerCase(Locale.ROOT);
        Scene scene = Drawn.scene(ALL + "margin-km=40 transmitters=" + name);
        double[] columns = {WEST - WIDE, WEST, (WEST + EAST) / 2, EAST, EAST + WIDE};
        double[] rows = {SOUTH - HIGH, SOUTH, (SOUTH + NORTH) / 2, NORTH, NORTH + HIGH};
        long[] counts = new long[16];
        Drawn.each(scene, SEED, 4000, (link, i) -> {
            int column = cell(columns, link.transmitterLongitude);
            int row = cell(rows, link.transmitterLatitude);
            counts[4 * row + column]++;
            boolean inside = row > 0 && row < 3 && column > 0 && column < 3;
            assertTrue(area == Area.ANYWHERE || inside == (area == Area.INSIDE));
        });
        double[] areas = new double[16];
        for (int k = 0; k < 16; k++) {
            int row = k / 4;
            int column = k % 4;
            boolean inside = row > 0 && row < 3 && column > 0 && column < 3;
            areas[k] = area == Area.ANYWHERE || inside == (area == Area.INSIDE)
                    ? (columns[column + 1] - columns[column])
                            * (Math.sin(Math.toRadians(rows[row + 1])) - Math.sin(Math.toRadians(rows[row])))
                    : 0;
        }
        double total = Arrays.stream(areas).sum();
        int[] there = IntStream.range(0, 16).filter(k -> areas[k] > 0).toArray();
        Statistics.chiSquare(
                name,
                Arrays.stream(there).mapToLong(k -> counts[k]).toArray(),
                Arrays.stream(there).mapToDouble(k -> areas[k] / total).toArray());
    }

    private static int cell(double[] edges, double value) {
        assertTrue(value >= edges[0] - 1e-9 && value <= edges[4] + 1e-9, value + " is outside");
        int cell = 0;
        while (cell < 3 && value >= edges[cell + 1]) {
            cell++;
        }
        return cell;
    }

    /** Great circles and the plane differ by what the meridians converge over 5 km, on latitude 70 by 2e-3. */
    @ParameterizedTest
    @ValueSource(strings = {"45/8/100", "-33.5/151/40", "0/0/0", "70/-150/5"})
    void shortDistancesAgree(String centre) {
        String settings =
                ALL + "receivers=random receiver-count=6 receiver-spread-km=5 receiver-centre=" + centre + " distance=";
        Scene plane = Drawn.scene(settings + "plane");
        SceneReader reader = plane.newReader(SEED);
        Link flat = new Link(6);
        Drawn.each(Drawn.scene(settings + "haversine"), SEED, 50, (link, i) -> {
            reader.draw(i, flat);
            for (int r = 0; r < 6; r++) {
                assertEquals(1, flat.distance[r] / link.distance[r], 2e-3);
                assertEquals(link.east[r], flat.east[r], 3e-3);
                assertEquals(link.north[r], flat.north[r], 3e-3);
            }
        });
    }

    /** A quarter and a half of the Earth's circumference, a degree of longitude on latitude 60. */
    @Test
    void knownDistances() {
        Earth.Leg leg = new Earth.Leg();
        Earth.HAVERSINE.measure(new Place(0, 0, 0), new Place(0, 90, 0), null, leg);
        assertEquals(6_371_008.8 * Math.PI / 2, leg.ground, 1e-3);
        assertEquals(1, leg.east, 1e-12);
        Earth.HAVERSINE.measure(new Place(0, 0, 0), new Place(0, 180, 0), null, leg);
        assertEquals(6_371_008.8 * Math.PI, leg.ground, 1e-3);
        Earth.HAVERSINE.measure(new Place(60, 10, 0), new Place(60, 11, 0), null, leg);
        assertEquals(55_597.011, leg.ground, 0.01);
        Earth.HAVERSINE.measure(new Place(10, 20, 0), new Place(11, 20, 0), null, leg);
        assertEquals(111_195.08, leg.ground, 0.1);
        assertEquals(1, leg.north, 1e-12);
        Earth.PLANE.measure(new Place(10, 20, 0), new Place(11, 20, 0), new Place(10.5, 20, 0), leg);
        assertEquals(111_195.08, leg.ground, 0.1);
    }

    /** Uniform in a disc: squares of distances, and bearings, are uniform; each as often as each number of receivers. */
    @Test
    void randomReceivers() {
        Scene scene = Drawn.scene(ALL + "receivers=random receiver-count=5..10 receiver-spread-km=30");
        int count = 600;
        double[][] sample = new double[2][10 * count];
        int[] filled = new int[1];
        long[] sizes = new long[6];
        Drawn.each(scene, SEED, count, (link, i) -> {
            sizes[link.count - 5]++;
            for (int r = 0; r < link.count; r++) {
                double north = Math.toRadians(link.latitude[r] - 45) * 6_371_008.8;
                double east = Math.toRadians(link.longitude[r] - 8) * 6_371_008.8 * Math.cos(Math.toRadians(45));
                sample[0][filled[0]] = (north * north + east * east) / 30_000 / 30_000;
                sample[1][filled[0]++] = Math.atan2(north, east) / (2 * Math.PI) + 0.5;
                assertEquals(100, link.height[r]);
            }
        });
        Statistics.uniform("receivers", sizes);
        Statistics.kolmogorovSmirnov("squares", Arrays.copyOf(sample[0], filled[0]), u -> Math.clamp(u, 0, 1));
        Statistics.kolmogorovSmirnov("bearings", Arrays.copyOf(sample[1], filled[0]), u -> Math.clamp(u, 0, 1));
    }

    /** In a triangular lattice each has its nearest neighbours at the spacing; a ring of six, then one of twelve. */
    @ParameterizedTest
    @CsvSource({"7, 1", "19, 2", "37, 3", "23, 3", "2, 1"})
    void hexagonalReceivers(int count, int rings) {
        Scene scene =
                Drawn.scene(ALL + "receivers=hexagonal receiver-spread-km=10 min-receivers=1 receiver-count=" + count);
        assertEquals(rings * 10_000.0, ((Layout.Drawn) scene.layout()).reach());
        double[] angle = new double[2];
        Drawn.each(scene, SEED, 2, (link, i) -> {
            double[] x = new double[count];
            double[] y = new double[count];
            for (int r = 0; r < count; r++) {
                y[r] = Math.toRadians(link.latitude[r] - 45) * 6_371_008.8 / 10_000;
                x[r] = Math.toRadians(link.longitude[r] - 8) * 6_371_008.8 * Math.cos(Math.toRadians(45)) / 10_000;
            }
            angle[(int) i] = Math.atan2(y[1], x[1]);
            for (int r = 0; r < count; r++) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int s = 0; s < count; s++) {
                    double d2 = (x[r] - x[s]) * (x[r] - x[s]) + (y[r] - y[s]) * (y[r] - y[s]);
                    // squares of distances in the lattice are integers a² + ab + b²
                    assertEquals(Math.rint(d2), d2, 1e-8);
                    nearest = r == s ? nearest : Math.min(nearest, d2);
                }
                assertEquals(1, nearest, 1e-9);
                assertTrue(Math.hypot(x[r], y[r]) <= rings + 1e-9);
            }
        });
        assertNotEquals(angle[0], angle[1], 1e-6);
    }

    /** What a layout may reach at most is what it is refused for. */
    @Test
    void boxes() {
        Box box = Box.of(Drawn.scene("receivers=random receiver-count=5 receiver-spread-km=1000")
                .layout());
        assertEquals(45 + Math.toDegrees(1e6 / 6_371_008.8), box.north(), 1e-9);
        assertTrue(box.plain());
        assertFalse(box.wider(4e6).plain());
        assertEquals(new Place(45, 8, 0), box.centre());
        assertEquals(EAST, Box.of(Drawn.scene(ALL).layout()).east());
    }
}
