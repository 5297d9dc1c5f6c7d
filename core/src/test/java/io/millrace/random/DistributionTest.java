package io.millrace.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Laws of the draws, at the false-alarm rate of {@link Statistics}; scalar and vector draws are the same bits. */
class DistributionTest {
    private static final int COUNT = 200_000;
    private static final Draws DRAWS = Draws.scalar(Philox.of("test", 4711));

    private static int[] words(int stream, int count) {
        int[] words = new int[count + Draws.SLACK];
        DRAWS.words(0, count / 40, 0, stream, 10, words);
        return words;
    }

    @Test
    void uniforms() {
        float[] out = new float[COUNT + Draws.SLACK];
        DRAWS.uniforms(words(1, COUNT), COUNT, out);
        Statistics.kolmogorovSmirnov("uniform floats", sample(out, COUNT, 1, 0), x -> x);
        RandomStream random = new RandomStream(Philox.of("test", 4711));
        double[] doubles = new double[COUNT];
        for (int n = 0; n < COUNT; n++) {
            doubles[n] = random.at(n / 1000, 0, 2).uniformDouble(n % 1000);
            assertTrue(doubles[n] >= 0 && doubles[n] < 1);
        }
        Statistics.kolmogorovSmirnov("uniform doubles", doubles, x -> x);
    }

    @Test
    void normals() {
        float[] out = new float[COUNT + Draws.SLACK];
        DRAWS.normals(words(3, COUNT), COUNT, out);
        Statistics.kolmogorovSmirnov("normals", sample(out, COUNT, 1, 0), Statistics::normal);
        Statistics.kolmogorovSmirnov("first normals", sample(out, COUNT, 2, 0), Statistics::normal);
        Statistics.kolmogorovSmirnov("second normals", sample(out, COUNT, 2, 1), Statistics::normal);
        double product = 0;
        long beyond = 0;
        for (int k = 0; k < COUNT; k += 2) {
            product += (double) out[k] * out[k + 1];
        }
        for (int k = 0; k < COUNT; k++) {
            beyond += Math.abs(out[k]) > 3.5 ? 1 : 0;
        }
        Statistics.mean("product of a pair", 2 * product / COUNT, 0, 1, COUNT / 2.0);
        Statistics.share("beyond 3.5", beyond, 2 * (1 - Statistics.normal(3.5)), COUNT);
    }

    /** Words of 0 and −1: the smallest and the largest radius of 32 bits. */
    @Test
    void theTailIsFull() {
        int[] words = {0, 0, -1, 0};
        int[] padded = java.util.Arrays.copyOf(words, 4 + Draws.SLACK);
        float[] out = new float[padded.length];
        DRAWS.normals(padded, 4, out);
        assertEquals(Math.sqrt(64 * Math.log(2)), out[0], 1e-6);
        assertEquals(0, Math.abs(out[1]));
        assertEquals(0, Math.abs(out[2]));
    }

    @Test
    void integers() {
        for (int bound : List.of(2, 9, 51, 1001)) {
            int[] out = new int[COUNT / 2 + Draws.SLACK];
            DRAWS.integers(words(bound, COUNT), COUNT / 2, 5, bound, out);
            long[] counts = new long[bound];
            for (int k = 0; k < COUNT / 2; k++) {
                counts[out[k] - 5]++;
            }
            Statistics.uniform("integers below " + bound, counts);
        }
    }

    /** Consecutive positions, indices, streams and attempts are independent: pairs fill a 16 × 16 table evenly. */
    @Test
    void neighboursAreIndependent() {
        RandomStream here = new RandomStream(Philox.of("test", 4711));
        RandomStream there = new RandomStream(Philox.of("test", 4711));
        RandomStream seed = new RandomStream(Philox.of("test", 4712));
        RandomStream workload = new RandomStream(Philox.of("tesu", 4711));
        long[][] counts = new long[6][256];
        for (int n = 0; n < 60_000; n++) {
            int a = here.at(n, 0, 5).word(0) >>> 28;
            counts[0][a << 4 | here.word(1) >>> 28]++;
            counts[1][a << 4 | there.at(n + 1, 0, 5).word(0) >>> 28]++;
            counts[2][a << 4 | there.at(n, 0, 6).word(0) >>> 28]++;
            counts[3][a << 4 | there.at(n, 1, 5).word(0) >>> 28]++;
            counts[4][a << 4 | seed.at(n, 0, 5).word(0) >>> 28]++;
            counts[5][a << 4 | workload.at(n, 0, 5).word(0) >>> 28]++;
        }
        String[] what = {"positions", "indices", "streams", "attempts", "seeds", "workloads"};
        for (int i = 0; i < what.length; i++) {
            Statistics.uniform("pairs of neighbouring " + what[i], counts[i]);
        }
    }

    private static double[] sample(float[] values, int count, int stride, int from) {
        double[] sample = new double[count / stride];
        for (int k = 0; k < sample.length; k++) {
            sample[k] = values[from + k * stride];
        }
        return sample;
    }
}
