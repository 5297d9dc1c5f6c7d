package io.millrace.fft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws of the transform, by the scalar kernels; {@link FftTwinTest} says that the others are no different. */
class FftTest {
    private static final long SEED = 20261203;

    static IntStream lengths() {
        return IntStream.concat(
                        IntStream.rangeClosed(1, 130),
                        IntStream.of(
                                192, 210, 256, 360, 512, 729, 1000, 1001, 1024, 1155, 1280, 2048, 3125, 3721, 4096,
                                7429))
                .filter(n -> largestPrime(n) <= FftPlan.LARGEST_PRIME);
    }

    static int largestPrime(int n) {
        int largest = 1;
        for (int p = 2; n > 1; p++) {
            for (; n % p == 0; n /= p) {
                largest = p;
            }
        }
        return largest;
    }

    static double[] random(int n, long salt) {
        return new SplittableRandom(SEED + salt).doubles(n, -1, 1).toArray();
    }

    static float[] floats(double[] values) {
        return Precision.FLOAT.rounded().apply(values);
    }

    static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static double norm(double[]... parts) {
        return Math.sqrt(Arrays.stream(parts)
                .flatMapToDouble(Arrays::stream)
                .map(x -> x * x)
                .sum());
    }

    /** Of the differences, in units of {@code eps} times the root mean square. */
    private static double error(double[][] expected, double[] re, double[] im, double eps) {
        double[] errorRe = IntStream.range(0, re.length)
                .mapToDouble(k -> re[k] - expected[0][k])
                .toArray();
        double[] errorIm = IntStream.range(0, im.length)
                .mapToDouble(k -> im[k] - expected[1][k])
                .toArray();
        return norm(errorRe, errorIm) / norm(expected[0], expected[1]) / eps;
    }

    /** The bound that {@link Fft} states. */
    private static final double BOUND = 3;

    @Test
    void theDefinition() {
        for (int n : lengths().filter(n -> n <= 1280).toArray()) {
            double[] re = doubles(floats(random(n, n)));
            double[] im = doubles(floats(random(n, -n)));
            double[][] expected = Exact.forward(re, im);
            float[] singleRe = floats(re);
            float[] singleIm = floats(im);
            Fft fft = Fft.scalar(n);
            assertEquals(n, fft.length());
            fft.forward(re, im, 0);
            fft.forward(singleRe, singleIm, 0);
            assertTrue(error(expected, re, im, 0x1p-53) < BOUND, () -> "double, n = " + n);
            assertTrue(error(expected, doubles(singleRe), doubles(singleIm), 0x1p-24) < BOUND, () -> "float, n = " + n);
        }
    }

    /** Long ones: floats against doubles; doubles of one impulse, whose transform is a wave. */
    @Test
    void longOnes() {
        for (int n : new int[] {1 << 13, 59_049, 1 << 16, 3 * 5 * 7 * 11 * 13 * 4, 100_000, 1 << 20}) {
            Fft fft = Fft.scalar(n);
            double[] re = doubles(floats(random(n, n)));
            double[] im = doubles(floats(random(n, -n)));
            float[] singleRe = floats(re);
            float[] singleIm = floats(im);
            fft.forward(re, im, 0);
            fft.forward(singleRe, singleIm, 0);
            double[][] expected = {re, im};
            assertTrue(error(expected, doubles(singleRe), doubles(singleIm), 0x1p-24) < BOUND, () -> "float, n = " + n);
            for (int j : new int[] {1, n / 3, n - 1}) {
                double[] wave = new double[n];
                double[] sine = new double[n];
                for (int k = 0; k < n; k++) {
                    Root root = Root.of((int) ((long) j * k % n), n);
                    wave[k] = root.cos();
                    sine[k] = -root.sin();
                }
                double[] impulse = new double[n];
                double[] none = new double[n];
                impulse[j] = 1;
                fft.forward(impulse, none, 0);
                double[][] expectedWave = {wave, sine};
                assertTrue(error(expectedWave, impulse, none, 0x1p-53) < 2 * BOUND, () -> "impulse, n = " + n);
            }
        }
    }

    @Test
    void inverseUndoesForwardButForTheLength() {
        for (int n : lengths().toArray()) {
            double[] re = random(n, n);
            double[] im = random(n, -n);
            double[][] expected = {re.clone(), im.clone()};
            Fft fft = Fft.scalar(n);
            fft.forward(re, im, 0);
            fft.inverse(re, im, 0);
            assertTrue(error(expected, over(re, n), over(im, n), 0x1p-53) < 2 * BOUND, () -> "n = " + n);
            float[] singleRe = floats(expected[0]);
            float[] singleIm = floats(expected[1]);
            double[][] rounded = {doubles(singleRe), doubles(singleIm)};
            fft.inverse(singleRe, singleIm, 0);
            fft.forward(singleRe, singleIm, 0);
            double error = error(rounded, over(doubles(singleRe), n), over(doubles(singleIm), n), 0x1p-24);
            assertTrue(error < 2 * BOUND, () -> "float, n = " + n);
        }
    }

    private static double[] over(double[] values, int n) {
        return Arrays.stream(values).map(x -> x / n).toArray();
    }

    /** Parseval: the transform multiplies the norm by √n. */
    @Test
    void theNormIsKept() {
        for (int n : lengths().toArray()) {
            double[] re = random(n, n);
            double[] im = random(n, -n);
            double norm = norm(re, im);
            Fft.scalar(n).forward(re, im, 0);
            assertEquals(1, norm(re, im) / norm / Math.sqrt(n), 1e-14, () -> "n = " + n);
        }
    }

    @Test
    void sumsAndTurns() {
        for (int n : lengths().toArray()) {
            Fft fft = Fft.scalar(n);
            double[] a = random(n, 1);
            double[] b = random(n, 2);
            // (a + ib)·(2 − 3i) against the transforms of a and of ib
            double[] re =
                    IntStream.range(0, n).mapToDouble(j -> 2 * a[j] + 3 * b[j]).toArray();
            double[] im =
                    IntStream.range(0, n).mapToDouble(j -> 2 * b[j] - 3 * a[j]).toArray();
            double[] aIm = new double[n];
            double[] bRe = new double[n];
            fft.forward(re, im, 0);
            fft.forward(a, aIm, 0);
            fft.forward(bRe, b, 0);
            double[][] expected = {
                IntStream.range(0, n)
                        .mapToDouble(k -> 2 * (a[k] + bRe[k]) + 3 * (aIm[k] + b[k]))
                        .toArray(),
                IntStream.range(0, n)
                        .mapToDouble(k -> 2 * (aIm[k] + b[k]) - 3 * (a[k] + bRe[k]))
                        .toArray()
            };
            assertTrue(error(expected, re, im, 0x1p-53) < 4 * BOUND, () -> "n = " + n);
        }
    }

    /** The symmetries of the circle hold to the bit, so those of its eighths do as well. */
    @Test
    void rootsAreSymmetric() {
        for (int n : new int[] {1, 2, 3, 4, 8, 12, 40, 61, 1000, 1024}) {
            for (int j = 0; j < n; j++) {
                Root root = Root.of(j, n);
                Root mirrored = Root.of((n - j) % n, n);
                assertEquals(root.cos(), mirrored.cos());
                assertEquals(0, root.sin() + mirrored.sin());
                assertEquals(Math.cos(2 * Math.PI * j / n), root.cos(), 1e-15);
                assertEquals(Math.sin(2 * Math.PI * j / n), root.sin(), 1e-15);
                if (n % 4 == 0) {
                    Root quarter = Root.of((j + n / 4) % n, n);
                    assertEquals(0, root.cos() - quarter.sin());
                    assertEquals(0, root.sin() + quarter.cos());
                }
            }
        }
    }

    @Test
    void plans() {
        FftPlan plan = FftPlan.of(2 * 4 * 4 * 3 * 5 * 5);
        int[] radices = IntStream.range(0, plan.stages()).map(plan::radix).toArray();
        assertArrayEquals(new int[] {4, 4, 2, 3, 5, 5}, radices);
        assertEquals(2400, plan.length());
        double[] twiddles = plan.twiddles();
        assertEquals(2 * 2399, twiddles.length);
        for (int stage = 0; stage < plan.stages(); stage++) {
            int s = plan.stride(stage);
            int m = plan.twists(stage);
            assertEquals(2400, s * m * plan.radix(stage));
            for (int k = 1; k < plan.radix(stage); k++) {
                for (int p = 0; p < m; p++) {
                    Root root = Root.of(p * k, m * plan.radix(stage));
                    int at = 2 * (2400 - 2400 / s + (k - 1) * m + p);
                    assertEquals(root.cos(), twiddles[at]);
                    assertEquals(root.sin(), twiddles[at + 1]);
                }
            }
        }
        assertEquals(0, FftPlan.of(1).stages());
        assertEquals(-0.5, FftPlan.roots(3)[2]);
    }

    @Test
    void refusals() {
        for (int n : new int[] {0, -1, Integer.MIN_VALUE, 67, 61 * 67, Integer.MAX_VALUE}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Fft.scalar(n))
                    .getMessage();
            assertTrue(message.contains(" is " + n + ": "), message);
        }
        Fft fft = Fft.scalar(8);
        assertThrows(IllegalArgumentException.class, () -> {
            float[] both = new float[8];
            fft.forward(both, both, 0);
        });
        for (int at : new int[] {-1, 1, Integer.MAX_VALUE}) {
            assertThrows(IndexOutOfBoundsException.class, () -> fft.forward(new float[9], new float[8], at));
            assertThrows(IndexOutOfBoundsException.class, () -> fft.inverse(new double[9], new double[8], at));
        }
    }
}
