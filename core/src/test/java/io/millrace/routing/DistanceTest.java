package io.millrace.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.DType;
import io.millrace.batch.RowsScalar;
import io.millrace.spec.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Distances against the formulas written out once more, in doubles, for every metric, rounding, element type and form. */
class DistanceTest {
    private static final long SEED = 20261101;
    private static final int COUNT = 25;

    static Stream<String> measures() {
        List<String> all = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            for (Rounding rounding : Rounding.values()) {
                if (metric.own() != null && rounding != Rounding.NONE) {
                    continue;
                }
                for (String type : List.of("f4", "f8", "i4")) {
                    if (!type.equals("i4") || metric.own() != null || rounding != Rounding.NONE) {
                        all.add("metric=" + Settings.kebab(metric) + " rounding=" + Settings.kebab(rounding)
                                + " distance-type=" + type);
                    }
                }
            }
        }
        all.add("metric=euclidean scale=250.5");
        all.add("metric=euc-2d coordinates=uchoa-x distance-type=i4");
        all.add("metric=haversine coordinates=uchoa-x scale=.05");
        return all.stream();
    }

    private static double scale(CvrpSpec spec) {
        if (spec.scale() != 0) {
            return spec.scale();
        }
        boolean grid = spec.coordinates().grid();
        return switch (spec.metric()) {
            case GEO, HAVERSINE -> grid ? .09 : 90;
            case EUCLIDEAN, MANHATTAN, CHEBYSHEV -> spec.rounding() == Rounding.NONE || grid ? 1 : 1000;
            default -> grid ? 1 : 1000;
        };
    }

    private static double unrounded(Metric metric, double x1, double y1, double x2, double y2) {
        double dx = Math.abs(x1 - x2);
        double dy = Math.abs(y1 - y2);
        return switch (metric) {
            case EUCLIDEAN, EUC_2D, CEIL_2D -> Math.sqrt(dx * dx + dy * dy);
            case MANHATTAN, MAN_2D -> dx + dy;
            case CHEBYSHEV, MAX_2D -> Math.max(dx, dy);
            case ATT -> Math.sqrt((dx * dx + dy * dy) / 10);
            case GEO -> geo(x1, y1, x2, y2);
            case HAVERSINE -> chord(x1, y1, x2, y2);
        };
    }

    /** TSPLIB 95, section 2.4, as the C code there has it, before the truncation. */
    private static double geo(double x1, double y1, double x2, double y2) {
        double q1 = StrictMath.cos(radians(y1) - radians(y2));
        double q2 = StrictMath.cos(radians(x1) - radians(x2));
        double q3 = StrictMath.cos(radians(x1) + radians(x2));
        return 6378.388 * StrictMath.acos(0.5 * ((1.0 + q1) * q2 - (1.0 - q1) * q3)) + 1.0;
    }

    private static double radians(double x) {
        int degrees = (int) x;
        double minutes = x - degrees;
        return 3.141592 * (degrees + 5.0 * minutes / 3.0) / 180.0;
    }

    /** The great circle by the chord through the sphere, another way than the haversine's. */
    private static double chord(double latitude1, double longitude1, double latitude2, double longitude2) {
        double[] a = unit(Math.toRadians(latitude1), Math.toRadians(longitude1));
        double[] b = unit(Math.toRadians(latitude2), Math.toRadians(longitude2));
        double chord = Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
        return 6371.0088 * 2 * StrictMath.asin(Math.min(1, chord / 2));
    }

    private static double[] unit(double latitude, double longitude) {
        double ring = StrictMath.cos(latitude);
        return new double[] {
            ring * StrictMath.cos(longitude), ring * StrictMath.sin(longitude), StrictMath.sin(latitude)
        };
    }

    private static double rounded(CvrpSpec spec, double d) {
        return switch (spec.metric()) {
            case EUC_2D, MAN_2D, MAX_2D -> Math.floor(d + .5);
            case CEIL_2D, ATT -> Math.ceil(d);
            case GEO -> Math.floor(d);
            default ->
                switch (spec.rounding()) {
                    case NONE -> d;
                    case ROUND -> Math.floor(d + .5);
                    case TRUNC -> Math.floor(d);
                    case CEIL -> Math.ceil(d);
                    case DIMACS -> Math.floor(10 * d);
                    case EXACT -> Math.rint(1000 * d);
                };
        };
    }

    private static double expected(CvrpSpec spec, Made made, int instance, int i, int j) {
        double s = scale(spec);
        double d = i == j
                ? 0
                : unrounded(
                        spec.metric(),
                        made.x(instance, i) * s,
                        made.y(instance, i) * s,
                        made.x(instance, j) * s,
                        made.y(instance, j) * s);
        return i == j ? 0 : rounded(spec, d);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void byTheFormula(String measure) {
        CvrpSpec spec = Made.spec("customers=6..23 " + measure);
        boolean integers = spec.rounding() != Rounding.NONE || spec.metric().own() != null;
        boolean sphere = spec.metric() == Metric.GEO || spec.metric() == Metric.HAVERSINE;
        int off = 0;
        try (Made made = Made.of("customers=6..23 " + measure, SEED, COUNT)) {
            assertEquals(spec.distanceType(), made.type("distance"));
            for (int instance = 0; instance < COUNT; instance++) {
                int nodes = 1 + made.integer("customers", instance, 0);
                for (int i = 0; i < 24; i++) {
                    for (int j = 0; j < 24; j++) {
                        double d = made.get("distance", instance, i * 24 + j);
                        if (i >= nodes || j >= nodes) {
                            assertEquals(0, d);
                            continue;
                        }
                        double expected = expected(spec, made, instance, i, j);
                        assertEquals(d, made.get("distance", instance, j * 24 + i), "not symmetric");
                        if (integers && sphere) {
                            // The elementary functions' last bits may move a distance across an integer.
                            assertEquals(expected, d, 1);
                            off += d == expected ? 0 : 1;
                        } else if (integers) {
                            assertEquals(expected, d);
                        } else {
                            double tolerance = spec.distanceType() == DType.F8 ? 1e-9 : 2.5e-7;
                            assertEquals(expected, d, tolerance * Math.max(expected, sphere ? 1 : 0));
                        }
                    }
                }
            }
        }
        assertTrue(off <= 2);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void everyFormHoldsTheSameDistances(String measure) {
        String settings = "customers=6..23 " + measure;
        try (Made full = Made.of(settings, SEED, COUNT);
                Made upper = Made.of(settings + " distances=upper", SEED, COUNT);
                Made nearest = Made.of(settings + " distances=nearest neighbours=6", SEED, COUNT);
                Made none = Made.of(settings + " distances=none", SEED, COUNT)) {
            assertTrue(!none.has("distance") && !upper.has("neighbours"));
            for (int instance = 0; instance < COUNT; instance++) {
                int nodes = 1 + full.integer("customers", instance, 0);
                for (int i = 0, at = 0; i < 24; i++) {
                    for (int j = i + 1; j < 24; j++, at++) {
                        assertEquals(full.get("distance", instance, i * 24 + j), upper.get("distance", instance, at));
                    }
                    checkNearest(full, nearest, instance, i, nodes);
                }
            }
        }
    }

    /** Nearer first, then lower index; −1 and 0 in padded rows. */
    private static void checkNearest(Made full, Made nearest, int instance, int i, int nodes) {
        List<Integer> others = new ArrayList<>();
        for (int j = 0; j < nodes && i < nodes; j++) {
            if (j != i) {
                others.add(j);
            }
        }
        others.sort(java.util.Comparator.comparingDouble(j -> full.get("distance", instance, i * 24 + j)));
        for (int k = 0; k < 6; k++) {
            int at = i * 6 + k;
            if (i >= nodes) {
                assertEquals(-1, nearest.integer("neighbours", instance, at));
                assertEquals(0, nearest.get("distance", instance, at));
            } else {
                assertEquals(others.get(k), nearest.integer("neighbours", instance, at));
                assertEquals(
                        full.get("distance", instance, i * 24 + others.get(k)), nearest.get("distance", instance, at));
            }
        }
    }

    /** TSPLIB's burma14, whose shortest tour has the length 3323. */
    @Test
    void burma14() {
        float[] latitude = {
            16.47f, 16.47f, 20.09f, 22.39f, 25.23f, 22.00f, 20.47f, 17.20f, 16.30f, 14.05f, 16.53f, 21.52f, 19.41f,
            20.09f
        };
        float[] longitude = {
            96.10f, 94.44f, 92.54f, 93.37f, 97.24f, 96.05f, 97.02f, 96.29f, 97.38f, 98.12f, 97.38f, 95.59f, 97.13f,
            94.55f
        };
        int[] tour = {1, 2, 14, 3, 4, 5, 6, 12, 7, 13, 8, 11, 9, 10};
        CvrpSpec spec = Made.spec("customers=13 metric=geo scale=1 distance-type=i4");
        Measure sphere = new Sphere(spec);
        sphere.load(latitude, longitude, 0, 14);
        DistanceRow row = new DistanceRow(DType.I4, 14, new RowsScalar());
        int length = 0;
        for (int k = 0; k < 14; k++) {
            sphere.row(tour[k] - 1, 0, 14, row);
            length += (int) row.doubles()[tour[(k + 1) % 14] - 1];
        }
        assertEquals(3323, length);
    }

    @Test
    void aQuarterOfTheEarth() {
        Measure sphere = new Sphere(Made.spec("customers=2 metric=haversine scale=1 distance-type=f8"));
        sphere.load(new float[] {0, 0, 90}, new float[] {0, 90, 17}, 0, 3);
        DistanceRow row = new DistanceRow(DType.F8, 3, new RowsScalar());
        double quarter = 6371.0088 * Math.PI / 2;
        for (int i = 0; i < 3; i++) {
            sphere.row(i, 0, 3, row);
            for (int j = 0; j < 3; j++) {
                assertEquals(i == j ? 0 : quarter, row.doubles()[j], 1e-8);
            }
        }
    }
}
