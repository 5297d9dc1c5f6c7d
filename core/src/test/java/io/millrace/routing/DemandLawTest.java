package io.millrace.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import io.millrace.spec.Settings;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Demands, capacities and sizes, at the false-alarm rate of {@link Statistics}. */
class DemandLawTest {
    private static final long SEED = 20261101;

    @ParameterizedTest
    @CsvSource({
        "1, 20",
        "10, 20",
        "12, 20",
        "13, 25",
        "15, 25",
        "17, 25",
        "18, 30",
        "20, 30",
        "25, 30",
        "26, 33",
        "30, 33",
        "35, 33",
        "36, 37",
        "40, 37",
        "45, 37",
        "46, 40",
        "50, 40",
        "55, 40",
        "56, 43",
        "60, 43",
        "67, 43",
        "68, 45",
        "75, 45",
        "87, 45",
        "88, 50",
        "100, 50",
        "112, 50",
        "113, 55",
        "125, 55",
        "137, 55",
        "138, 60",
        "150, 60",
        "175, 60",
        "176, 70",
        "200, 70",
        "350, 70",
        "351, 100",
        "500, 100",
        "750, 100",
        "751, 150",
        "1000, 150",
        "10000, 150"
    })
    void table(int customers, int capacity) {
        assertEquals(capacity, Capacity.table(customers));
        try (Made made = Made.of("distances=none customers=" + customers, SEED, 2)) {
            assertEquals(capacity, made.integer("capacity", 1, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 30",
        "20, 30",
        "21, 34",
        "24, 34",
        "25, 35",
        "50, 40",
        "100, 50",
        "1000, 230",
        "1001, 230",
        "1033, 230",
        "1034, 231",
        "1333, 240",
        "2000, 260",
        "10000, 500"
    })
    void multiTask(int customers, int capacity) {
        assertEquals(capacity, Capacity.multiTask(customers));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"QUADRANT", "SMALL_LARGE", "ANY"})
    void plainLaws(Demand law) {
        int count = 3_000;
        String settings = "customers=7..20 distances=none capacity=route-length demand=" + Settings.kebab(law);
        try (Made made = Made.of(settings, SEED, count)) {
            long[] counts = new long[law.most() - law.least() + 1];
            for (int i = 0; i < count; i++) {
                int customers = made.integer("customers", i, 0);
                assertEquals(0, made.integer("demand", i, 0));
                for (int node = 1; node <= 20; node++) {
                    int demand = made.integer("demand", i, node);
                    if (node <= customers) {
                        counts[demand - law.least()]++;
                    } else {
                        assertEquals(0, demand);
                    }
                }
            }
            if (counts.length > 1) {
                Statistics.uniform("demand " + law, counts);
            }
        }
    }

    @Test
    void moments() {
        try (Made made = Made.of("customers=99 distances=none", SEED, 2_000)) {
            double sum = 0;
            for (int i = 0; i < 2_000; i++) {
                for (int node = 1; node <= 99; node++) {
                    sum += made.integer("demand", i, node);
                }
            }
            Statistics.mean("U{1..9}", sum / (2_000 * 99), 5, 20 / 3.0, 2_000 * 99);
        }
    }

    @Test
    void sizesAndMasks() {
        int count = 6_000;
        try (Made made = Made.of("customers=7..16 distances=none", SEED, count)) {
            long[] sizes = new long[10];
            for (int i = 0; i < count; i++) {
                int customers = made.integer("customers", i, 0);
                sizes[customers - 7]++;
                assertEquals(Capacity.table(customers), made.integer("capacity", i, 0));
                for (int node = 0; node < 17; node++) {
                    boolean used = node <= customers;
                    assertEquals(used ? 1 : 0, made.integer("mask", i, node));
                    assertTrue(used || made.x(i, node) == 0 && made.y(i, node) == 0);
                }
            }
            Statistics.uniform("sizes 7..16", sizes);
        }
    }

    /** I and III, where x and y lie on the same side of the centre, carry the large demands. */
    @ParameterizedTest
    @CsvSource({"uniform, .5", "uchoa-x, 500"})
    void quadrants(String coordinates, double centre) {
        int count = 2_000;
        String settings =
                "customers=20 distances=none capacity=route-length demand=quadrant coordinates=" + coordinates;
        try (Made made = Made.of(settings, SEED, count)) {
            long[] large = new long[50];
            long[] small = new long[50];
            for (int i = 0; i < count; i++) {
                for (int node = 1; node <= 20; node++) {
                    boolean same = made.x(i, node) >= centre == made.y(i, node) >= centre;
                    int demand = made.integer("demand", i, node);
                    (same ? large : small)[demand - (same ? 51 : 1)]++;
                }
            }
            Statistics.uniform("quadrants I and III", large);
            Statistics.uniform("quadrants II and IV", small);
        }
    }

    @ParameterizedTest
    @CsvSource({"triangular", "r-3-5", "r-25-50"})
    void smallAndLarge(String law) {
        int count = 2_000;
        int customers = 40;
        String settings = "customers=40 distances=none capacity=route-length demand=small-large route-length=" + law;
        try (Made made = Made.of(settings, SEED, count)) {
            long[] large = new long[51];
            long[] small = new long[10];
            long[] where = new long[customers];
            for (int i = 0; i < count; i++) {
                int expected = (int) Math.floor(1.5 * customers / made.get("route_length", i, 0));
                int found = 0;
                for (int node = 1; node <= customers; node++) {
                    int demand = made.integer("demand", i, node);
                    if (demand >= 50) {
                        found++;
                        large[demand - 50]++;
                        where[node - 1]++;
                    } else {
                        small[demand - 1]++;
                    }
                }
                assertEquals(expected, found);
            }
            Statistics.uniform("large demands", large);
            Statistics.uniform("small demands", small);
            Statistics.uniform("places of the large ones", where);
        }
    }

    @ParameterizedTest
    @EnumSource
    void routeLengths(RouteLength law) {
        int count = 6_000;
        String settings = "customers=13 distances=none demand=uniform-1-100 capacity=route-length route-length="
                + Settings.kebab(law);
        try (Made made = Made.of(settings, SEED, count)) {
            double[] sample = new double[count];
            long[] intervals = new long[6];
            double[] edges = {3, 5, 8, 12, 16, 25, 50};
            for (int i = 0; i < count; i++) {
                sample[i] = made.get("route_length", i, 0);
                double sum = 0;
                double most = 0;
                for (int node = 1; node <= 13; node++) {
                    sum += made.integer("demand", i, node);
                    most = Math.max(most, made.integer("demand", i, node));
                }
                assertEquals(Math.max(most, Math.ceil(sample[i] * sum / 13)), made.get("capacity", i, 0));
                for (int k = 0; k < 6; k++) {
                    intervals[k] += sample[i] >= edges[k] && sample[i] < edges[k + 1] ? 1 : 0;
                }
            }
            switch (law) {
                case TRIANGULAR ->
                    Statistics.kolmogorovSmirnov(
                            "r",
                            sample,
                            r -> r < 6 ? (r - 3) * (r - 3) / (22 * 3) : 1 - (25 - r) * (25 - r) / (22 * 19.0));
                case ANY -> Statistics.uniform("intervals", intervals);
                default ->
                    Statistics.kolmogorovSmirnov("r", sample, r -> (r - law.least()) / (law.most() - law.least()));
            }
        }
    }

    @Test
    void noDemandIsAboveTheCapacity() {
        for (String settings : new String[] {
            "customers=1..60",
            "customers=1..3 demand=any capacity=route-length",
            "customers=2..9 capacity=9",
            "customers=1..40 capacity=multi-task demand=uniform-1-10",
            "customers=3 demand=uniform-50-100 capacity=100"
        }) {
            try (Made made = Made.of(settings + " distances=none", SEED, 1_000)) {
                int nodes = Made.spec(settings).nodes();
                for (int i = 0; i < 1_000; i++) {
                    int capacity = made.integer("capacity", i, 0);
                    int instance = i;
                    int[] demands = java.util.stream.IntStream.range(0, nodes)
                            .map(node -> made.integer("demand", instance, node))
                            .toArray();
                    assertTrue(Arrays.stream(demands).max().orElse(0) <= capacity, settings);
                }
            }
        }
    }
}
