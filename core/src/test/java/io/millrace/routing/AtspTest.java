package io.millrace.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtspTest {
    private static final long SEED = 20261101;

    /** Means and their standard errors as the definition of the workload gives them; five of those and five of this sample's. */
    @ParameterizedTest
    @CsvSource({"20, .1747, .0014", "50, .0888, .0005", "100, .0517, .0002"})
    void meansOfTheClosure(int cities, double mean, double error) {
        int count = 300;
        try (Made made = Made.of("problem=atsp customers=" + cities, SEED, count)) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < count; i++) {
                double each = 0;
                for (int e = 0; e < cities * cities; e++) {
                    each += made.get("distance", i, e);
                }
                each /= cities * (cities - 1.0);
                sum += each;
                squares += each * each;
            }
            double observed = sum / count;
            double own = Math.sqrt((squares / count - observed * observed) / count);
            assertEquals(mean, observed, 5 * Math.hypot(error, own));
        }
    }

    @Test
    void theClosureIsTheShortestPath() {
        int count = 40;
        try (Made made = Made.of("problem=atsp customers=3..15 distance-type=i4", SEED, count);
                Made floats = Made.of("problem=atsp customers=3..15", SEED, count);
                Made doubles = Made.of("problem=atsp customers=3..15 distance-type=f8", SEED, count)) {
            RandomStream entries = new RandomStream(Philox.of(CvrpSpec.WORKLOAD, SEED));
            for (int i = 0; i < count; i++) {
                int n = made.integer("customers", i, 0);
                entries.at(i, 0, Streams.MATRIX);
                for (int from = 0; from < 15; from++) {
                    int[] shortest = from < n ? bellmanFord(entries, n, from) : new int[0];
                    for (int to = 0; to < 15; to++) {
                        int expected = from < n && to < n ? shortest[to] : 0;
                        int at = from * 15 + to;
                        assertEquals(expected, made.integer("distance", i, at));
                        assertEquals((float) (expected / 1e6), floats.get("distance", i, at));
                        assertEquals(expected / 1e6, doubles.get("distance", i, at));
                    }
                }
            }
        }
    }

    private static int[] bellmanFord(RandomStream entries, int n, int from) {
        int[] shortest = new int[n];
        java.util.Arrays.fill(shortest, 1 << 30);
        shortest[from] = 0;
        for (int round = 1; round < n; round++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    int entry = i == j ? 0 : entries.below((i << 14) + j, 1_000_000);
                    shortest[j] = Math.min(shortest[j], shortest[i] + entry);
                }
            }
        }
        return shortest;
    }

    @Test
    void theTriangleInequality() {
        try (Made made = Made.of("problem=atsp customers=25 distance-type=i4", SEED, 30)) {
            for (int instance = 0; instance < 30; instance++) {
                for (int i = 0; i < 25; i++) {
                    assertEquals(0, made.integer("distance", instance, i * 26));
                    for (int j = 0; j < 25; j++) {
                        for (int k = 0; k < 25; k++) {
                            assertTrue(made.integer("distance", instance, i * 25 + j)
                                    <= made.integer("distance", instance, i * 25 + k)
                                            + made.integer("distance", instance, k * 25 + j));
                        }
                    }
                }
            }
        }
    }
}
