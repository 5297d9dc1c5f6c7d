package io.millrace.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time windows, backhauls, open routes, limits and their variants, at the false-alarm rate of {@link Statistics}. */
class ConstraintLawTest {
    private static final long SEED = 20261101;

    @Test
    void liu24() {
        int count = 4_000;
        try (Made made = Made.of("customers=5..10 distances=none time-windows=liu24", SEED, count)) {
            double[] service = new double[count];
            double[] length = new double[count];
            double[] position = new double[count];
            for (int i = 0; i < count; i++) {
                int customers = made.integer("customers", i, 0);
                checkDepotAndPadding(made, i, customers, 4.6);
                for (int node = 1; node <= customers; node++) {
                    double d = made.between(i, 0, node);
                    double start = made.get("time_windows", i, 2 * node);
                    double end = made.get("time_windows", i, 2 * node + 1);
                    double s = made.get("service_time", i, node);
                    double slack = 4.6 - s - (end - start) - 2 * d;
                    assertTrue(start >= d - 1e-6 && end + s + d <= 4.6 + 1e-6, "out of reach, or no way back");
                    assertTrue(start <= end);
                    service[i] = (s - .15) / .03;
                    length[i] = (end - start - .18) / .02;
                    position[i] = (start - d) / slack;
                }
            }
            Statistics.kolmogorovSmirnov("service", service, x -> Math.clamp(x, 0, 1));
            Statistics.kolmogorovSmirnov("length", length, x -> Math.clamp(x, 0, 1));
            Statistics.kolmogorovSmirnov("start", position, x -> Math.clamp(x, 0, 1));
        }
    }

    @Test
    void li21() {
        int count = 4_000;
        try (Made made = Made.of("customers=5..10 distances=none time-windows=li21", SEED, count)) {
            double[] width = new double[count];
            double[] centre = new double[count];
            int whole = 0;
            for (int i = 0; i < count; i++) {
                int customers = made.integer("customers", i, 0);
                checkDepotAndPadding(made, i, customers, 3);
                for (int node = 1; node <= customers; node++) {
                    double d = made.between(i, 0, node);
                    double start = made.get("time_windows", i, 2 * node);
                    double end = made.get("time_windows", i, 2 * node + 1);
                    assertEquals(.2f, (float) made.get("service_time", i, node));
                    assertTrue(start >= 0 && end <= 3 && start < end);
                    double earliest = Math.max(start, d);
                    assertTrue(earliest <= end + 1e-6 && (d > 1.4 || earliest + .2 + d <= 3 + 1e-6));
                    if (node == 1 && start > 0 && end < 3 && whole < count) {
                        width[whole] = (end - start) / 2;
                        centre[whole++] = ((start + end) / 2 - d) / (3 - .2 - 2 * d);
                    }
                }
            }
            assertTrue(whole > 500);
            for (int i = 0; i < whole; i++) {
                assertTrue(
                        width[i] >= .1 - 1e-6 && width[i] <= 1 + 1e-6 && centre[i] >= -1e-5 && centre[i] <= 1 + 1e-5);
            }
        }
    }

    private static void checkDepotAndPadding(Made made, int instance, int customers, double horizon) {
        assertEquals(0, made.get("time_windows", instance, 0));
        assertEquals((float) horizon, made.get("time_windows", instance, 1));
        assertEquals(0, made.get("service_time", instance, 0));
        for (int node = customers + 1; node <= 10; node++) {
            assertEquals(0, made.get("time_windows", instance, 2 * node));
            assertEquals(0, made.get("time_windows", instance, 2 * node + 1));
            assertEquals(0, made.get("service_time", instance, node));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "mixed"})
    void backhaulsAreDemandsMoved(String kind) {
        int count = 2_000;
        String settings = "customers=5..20 distances=none backhauls=" + kind;
        try (Made made = Made.of(settings, SEED, count);
                Made plain = Made.of("customers=5..20 distances=none", SEED, count)) {
            double moved = 0;
            double customers = 0;
            for (int i = 0; i < count; i++) {
                assertEquals(kind.equals("classic") ? 1 : 2, made.integer("backhaul_class", i, 0));
                assertEquals(plain.integer("capacity", i, 0), made.integer("capacity", i, 0));
                customers += made.integer("customers", i, 0);
                for (int node = 0; node <= 20; node++) {
                    int linehaul = made.integer("demand", i, node);
                    int backhaul = made.integer("demand_backhaul", i, node);
                    assertTrue(linehaul == 0 || backhaul == 0);
                    assertEquals(plain.integer("demand", i, node), linehaul + backhaul);
                    moved += backhaul > 0 ? 1 : 0;
                }
            }
            Statistics.share("backhauls", moved, .2, customers);
        }
    }

    @Test
    void exactlyAFifthOfTheBackhauls() {
        int count = 3_000;
        String settings = "customers=4..14 distances=none backhauls=mixed backhaul-pick=exact";
        try (Made made = Made.of(settings, SEED, count)) {
            long[] where = new long[10];
            for (int i = 0; i < count; i++) {
                int customers = made.integer("customers", i, 0);
                int moved = 0;
                for (int node = 1; node <= 14; node++) {
                    boolean backhaul = made.integer("demand_backhaul", i, node) > 0;
                    moved += backhaul ? 1 : 0;
                    if (customers == 10 && backhaul) {
                        where[node - 1]++;
                    }
                }
                assertEquals(customers / 5, moved);
            }
            Statistics.uniform("places of a fifth of ten", where);
        }
    }

    @Test
    void limits() {
        int count = 4_000;
        try (Made given = Made.of("customers=5 distances=none distance-limit=3", SEED, 5)) {
            assertEquals(3, given.get("distance_limit", 4, 0));
        }
        try (Made made = Made.of("customers=3..8 distances=none distance-limit=drawn", SEED, count)) {
            double[] position = new double[count];
            for (int i = 0; i < count; i++) {
                double farthest = 0;
                for (int node = 1; node <= made.integer("customers", i, 0); node++) {
                    farthest = Math.max(farthest, made.between(i, 0, node));
                }
                double least = 2 * farthest;
                double limit = made.get("distance_limit", i, 0);
                assertTrue(limit >= least - 1e-6 && limit <= Math.max(2.8, least) + 1e-6);
                position[i] = Math.min((limit - least) / (2.8 - least), 1);
            }
            Statistics.kolmogorovSmirnov("limit", position, x -> Math.clamp(x, 0, 1));
        }
    }

    @Test
    void sixteenVariants() {
        int count = 4_000;
        String all =
                "customers=6 distances=none time-windows=liu24 open-routes=true backhauls=classic distance-limit=drawn";
        try (Made made = Made.of(all + " variants=drawn", SEED, count);
                Made fixed = Made.of(all, SEED, count)) {
            long[] variants = new long[16];
            for (int i = 0; i < count; i++) {
                boolean windows = Double.isFinite(made.get("time_windows", i, 1));
                boolean open = made.integer("open_route", i, 0) == 1;
                boolean backhauls = made.integer("backhaul_class", i, 0) == 1;
                boolean limit = Double.isFinite(made.get("distance_limit", i, 0));
                variants[(windows ? 1 : 0) + (open ? 2 : 0) + (backhauls ? 4 : 0) + (limit ? 8 : 0)]++;
                assertEquals(1, fixed.integer("open_route", i, 0));
                assertEquals(1, fixed.integer("backhaul_class", i, 0));
                for (int node = 0; node < 7; node++) {
                    for (int side = 0; side < 2; side++) {
                        double absent = side == 0 ? 0 : Double.POSITIVE_INFINITY;
                        int at = 2 * node + side;
                        assertEquals(
                                windows ? fixed.get("time_windows", i, at) : absent, made.get("time_windows", i, at));
                    }
                    assertEquals(windows ? fixed.get("service_time", i, node) : 0, made.get("service_time", i, node));
                    int sent = made.integer("demand_backhaul", i, node);
                    assertEquals(backhauls ? fixed.integer("demand_backhaul", i, node) : 0, sent);
                    assertEquals(
                            fixed.integer("demand", i, node) + fixed.integer("demand_backhaul", i, node),
                            made.integer("demand", i, node) + sent);
                }
                if (limit) {
                    assertEquals(fixed.get("distance_limit", i, 0), made.get("distance_limit", i, 0));
                }
            }
            Statistics.uniform("variants", variants);
        }
    }
}
