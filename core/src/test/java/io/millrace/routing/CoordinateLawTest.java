package io.millrace.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of the unit square, at the false-alarm rate of {@link Statistics}. */
class CoordinateLawTest {
    private static final long SEED = 20261101;
    private static final String BARE = " distances=none capacity=9";

    private static Made made(String settings, int count) {
        return Made.of(settings + BARE, SEED, count);
    }

    @Test
    void uniform() {
        int count = 5_000;
        try (Made made = made("customers=19", count)) {
            double[][] sample = new double[4][count];
            double sum = 0;
            double fromDepot = 0;
            for (int i = 0; i < count; i++) {
                sample[0][i] = made.x(i, 0);
                sample[1][i] = made.y(i, 0);
                sample[2][i] = made.x(i, 19);
                sample[3][i] = made.y(i, 7);
                for (int node = 0; node < 20; node += 2) {
                    sum += made.between(i, node, node + 1);
                    assertTrue(made.x(i, node) >= 0 && made.x(i, node) < 1);
                }
                fromDepot += Math.hypot(made.x(i, 3) - .5, made.y(i, 3) - .5);
            }
            for (double[] each : sample) {
                Statistics.kolmogorovSmirnov("a coordinate", each, x -> x);
            }
            double pairs = 10.0 * count;
            Statistics.mean("distance of two points", sum / pairs, .5214054331647207, .0614697076, pairs);
            // E d² = 1/6 about the centre.
            double mean = .3825978582;
            Statistics.mean("distance from the centre", fromDepot / count, mean, 1 / 6.0 - mean * mean, count);
        }
    }

    @Test
    void cluster() {
        int count = 1_500;
        int customers = 90;
        try (Made made = made("customers=90 coordinates=cluster", count);
                Made uniform = made("customers=90", count)) {
            double[] within = new double[count * 6];
            double[] centres = new double[count * 6];
            for (int i = 0, k = 0; i < count; i++) {
                assertEquals(uniform.x(i, 0), made.x(i, 0));
                for (int c = 0; c < 3; c++) {
                    for (int axis = 0; axis < 2; axis++, k++) {
                        int first = 1 + c * customers / 3;
                        double sum = 0;
                        for (int node = first; node < first + customers / 3; node++) {
                            double value = made.get("coords", i, 2 * node + axis);
                            assertTrue(value >= 0 && value <= 1);
                            sum += value;
                        }
                        centres[k] = sum / (customers / 3.0);
                        within[k] = (made.get("coords", i, 2 * first + axis)
                                        - made.get("coords", i, 2 * (first + customers / 3 - 1) + axis))
                                / (.07 * Math.sqrt(2));
                    }
                }
            }
            // Clamping moves one in a thousand, the mean of 30 blurs a centre by .013: both far below what is told
            // apart here.
            Statistics.kolmogorovSmirnov("displacement", within, Statistics::normal);
            Statistics.kolmogorovSmirnov("centre", centres, x -> Math.clamp((x - .2) / .6, 0, 1));
        }
    }

    /** Of two instances of one seed, those customers differ that were moved from their uniform place. */
    private static int moved(Made made, Made uniform, int instance, int customers, long[] where) {
        int moved = 0;
        for (int node = 1; node <= customers; node++) {
            if (made.x(instance, node) != uniform.x(instance, node)
                    || made.y(instance, node) != uniform.y(instance, node)) {
                moved++;
                where[node - 1]++;
            }
        }
        return moved;
    }

    @Test
    void mixed() {
        int count = 4_000;
        try (Made made = made("customers=15 coordinates=mixed", count);
                Made uniform = made("customers=15", count)) {
            long[] where = new long[15];
            for (int i = 0; i < count; i++) {
                assertEquals(7, moved(made, uniform, i, 15, where));
                assertEquals(uniform.y(i, 0), made.y(i, 0));
            }
            // Fixed sizes spread the counts less than independent draws would: the test errs on the quiet side.
            Statistics.uniform("places of the moved half", where);
        }
    }

    @Test
    void mixDistribution() {
        int count = 6_000;
        try (Made made = made("customers=20 coordinates=mix-distribution", count);
                Made uniform = made("customers=20", count)) {
            long[] laws = new long[3];
            for (int i = 0; i < count; i++) {
                int moved = moved(made, uniform, i, 20, new long[20]);
                assertEquals(0, moved % 10);
                laws[moved / 10]++;
            }
            Statistics.chiSquare("uniform, mixed, cluster", laws, .34, .33, .33);
        }
    }

    private static double[] bounds(Made made, int instance, int nodes) {
        double[] bounds = {1, 0, 1, 0};
        for (int node = 0; node < nodes; node++) {
            bounds[0] = Math.min(bounds[0], made.x(instance, node));
            bounds[1] = Math.max(bounds[1], made.x(instance, node));
            bounds[2] = Math.min(bounds[2], made.y(instance, node));
            bounds[3] = Math.max(bounds[3], made.y(instance, node));
            assertTrue(made.x(instance, node) >= 0 && made.x(instance, node) <= 1);
            assertTrue(made.y(instance, node) >= 0 && made.y(instance, node) <= 1);
        }
        return bounds;
    }

    @ParameterizedTest
    @ValueSource(strings = {"(1,50)", "(3,10)", "(7,50)", "(100,1000)"})
    void mixturesFillTheSquareToItsSides(String parameters) {
        try (Made made = made("customers=30 coordinates=gaussian-mixture" + parameters, 500)) {
            for (int i = 0; i < 500; i++) {
                assertTrue(Arrays.equals(new double[] {0, 1, 0, 1}, bounds(made, i, 31)));
            }
        }
    }

    @Test
    void modesArePickedEvenly() {
        int count = 4_000;
        try (Made made = made("customers=40 coordinates=gaussian-mixture(4,1000)", count)) {
            long near = 0;
            for (int i = 0; i < count; i++) {
                near += made.between(i, 3, 20) < .02 ? 1 : 0;
            }
            // Two centres lie that close in one of a thousand pairs.
            Statistics.share("two nodes of one mode", near, .25 + .75 * .001, count);
        }
    }

    @Test
    void correlatedNormalsKeepTheirAspectRatio() {
        int count = 1_000;
        int nodes = 401;
        try (Made made = made("customers=400 coordinates=gaussian-mixture(1,1)", count)) {
            double[] correlations = new double[count];
            for (int i = 0; i < count; i++) {
                double[] bounds = bounds(made, i, nodes);
                boolean wide = bounds[0] == 0 && bounds[1] == 1;
                assertTrue(wide || bounds[2] == 0 && bounds[3] == 1);
                assertEquals(1, wide ? bounds[2] + bounds[3] : bounds[0] + bounds[1], 1e-6);
                double sx = 0;
                double sy = 0;
                double xx = 0;
                double xy = 0;
                double yy = 0;
                for (int node = 0; node < nodes; node++) {
                    sx += made.x(i, node);
                    sy += made.y(i, node);
                    xx += made.x(i, node) * made.x(i, node);
                    xy += made.x(i, node) * made.y(i, node);
                    yy += made.y(i, node) * made.y(i, node);
                }
                correlations[i] = (xy - sx * sy / nodes) / Math.sqrt((xx - sx * sx / nodes) * (yy - sy * sy / nodes));
            }
            // A sample correlation of 401 nodes is within .05 of ρ: an eighth of what is told apart at the lower end.
            DoubleUnaryOperator law = r -> Math.clamp(r, 0, 1);
            Statistics.kolmogorovSmirnov("ρ", correlations, law);
        }
    }

    @Test
    void elevenMix() {
        int[][] components = {
            {0, 0}, {1, 1}, {3, 10}, {3, 30}, {3, 50}, {5, 10}, {5, 30}, {5, 50}, {7, 10}, {7, 30}, {7, 50}
        };
        int count = 3_000;
        long[] shares = new long[components.length];
        try (Made mix = made("customers=10 coordinates=gaussian-11-mix", count)) {
            for (int c = 0; c < components.length; c++) {
                String mixture = "(" + components[c][0] + "," + components[c][1] + ")";
                try (Made made = made("customers=10 coordinates=gaussian-mixture" + mixture, count)) {
                    for (int i = 0; i < count; i++) {
                        shares[c] += same(mix, made, i, 22) ? 1 : 0;
                    }
                }
            }
        }
        assertEquals(count, Arrays.stream(shares).sum());
        Statistics.uniform("the eleven", shares);
    }

    private static boolean same(Made one, Made other, int instance, int values) {
        for (int v = 0; v < values; v++) {
            if (one.get("coords", instance, v) != other.get("coords", instance, v)) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform", "mixed", "gaussian-11-mix", "uchoa-x"})
    void eightSymmetries(String coordinates) {
        try (Made made = made("customers=5..12 augmentation=8 coordinates=" + coordinates, 300)) {
            double side = coordinates.equals("uchoa-x") ? 1000 : 1;
            for (int i = 0; i < 300; i++) {
                int nodes = 1 + made.integer("customers", i, 0);
                for (int node = 0; node < 13; node++) {
                    float x = (float) made.x(i, node);
                    float y = (float) made.y(i, node);
                    float u = (float) side - x;
                    float v = (float) side - y;
                    float[] images = {x, y, u, y, x, v, u, v, y, x, v, x, y, u, v, u};
                    for (int k = 0; k < 8; k++) {
                        for (int axis = 0; axis < 2; axis++) {
                            double image = made.get("coords_x8", i, (k * 13 + node) * 2 + axis);
                            assertEquals(node < nodes ? images[2 * k + axis] : 0, image);
                        }
                    }
                }
            }
        }
    }
}
