package io.millrace.fft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Vectors give the scalars' bits wherever the signal stands, and touch nothing beside it. */
@Tag("digest")
class FftTwinTest {
    private static final float POISON = Float.intBitsToFloat(0x7fa5a5a5);

    @Test
    void floats() {
        for (int n : FftTest.lengths().toArray()) {
            Fft scalar = Fft.scalar(n);
            Fft vector = Fft.vector(n);
            float[] re = FftTest.floats(FftTest.random(n, n));
            float[] im = FftTest.floats(FftTest.random(n, -n));
            float[] expectedRe = re.clone();
            float[] expectedIm = im.clone();
            scalar.forward(expectedRe, expectedIm, 0);
            for (int at : new int[] {0, 1, 7, 16}) {
                float[] outRe = framed(re, at);
                float[] outIm = framed(im, at);
                Supplier<String> where = () -> "n = " + n + " at " + at;
                vector.forward(outRe, outIm, at);
                assertArrayEquals(bits(framed(expectedRe, at)), bits(outRe), where);
                assertArrayEquals(bits(framed(expectedIm, at)), bits(outIm), where);
            }
            scalar.inverse(expectedRe, expectedIm, 0);
            float[] outRe = framed(re, 3);
            float[] outIm = framed(im, 3);
            vector.forward(outRe, outIm, 3);
            vector.inverse(outRe, outIm, 3);
            assertArrayEquals(bits(framed(expectedRe, 3)), bits(outRe));
            assertArrayEquals(bits(framed(expectedIm, 3)), bits(outIm));
        }
    }

    /** Zeros of both signs and few other numbers: a multiplication by 1 that is left out would show. */
    @Test
    void zeros() {
        double[] values = {0.0, -0.0, 0.0, -0.0, 1, -0.0, 0.0, -1};
        for (int n = 8; n <= 4096; n *= 2) {
            for (int seed = 0; seed < 20; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                int kinds = seed < 10 ? 4 : values.length;
                double[] re =
                        random.ints(n, 0, kinds).mapToDouble(i -> values[i]).toArray();
                double[] im =
                        random.ints(n, 0, kinds).mapToDouble(i -> values[i]).toArray();
                double[] outRe = re.clone();
                double[] outIm = im.clone();
                Fft.scalar(n).forward(re, im, 0);
                Fft.vector(n).forward(outRe, outIm, 0);
                assertArrayEquals(bits(re), bits(outRe), "n = " + n + ", seed " + seed);
                assertArrayEquals(bits(im), bits(outIm), "n = " + n + ", seed " + seed);
            }
        }
    }

    @Test
    void doubles() {
        for (int n : FftTest.lengths().toArray()) {
            Fft scalar = Fft.scalar(n);
            Fft vector = Fft.vector(n);
            double[] re = FftTest.random(n, n);
            double[] im = FftTest.random(n, -n);
            double[] expectedRe = re.clone();
            double[] expectedIm = im.clone();
            scalar.forward(expectedRe, expectedIm, 0);
            for (int at : new int[] {0, 1, 7, 16}) {
                double[] outRe = framed(re, at);
                double[] outIm = framed(im, at);
                Supplier<String> where = () -> "n = " + n + " at " + at;
                vector.forward(outRe, outIm, at);
                assertArrayEquals(bits(framed(expectedRe, at)), bits(outRe), where);
                assertArrayEquals(bits(framed(expectedIm, at)), bits(outIm), where);
            }
            scalar.inverse(expectedRe, expectedIm, 0);
            double[] outRe = framed(re, 3);
            double[] outIm = framed(im, 3);
            vector.forward(outRe, outIm, 3);
            vector.inverse(outRe, outIm, 3);
            assertArrayEquals(bits(framed(expectedRe, 3)), bits(outRe));
            assertArrayEquals(bits(framed(expectedIm, 3)), bits(outIm));
        }
    }

    /** What an earlier transform left in the scratch, NaN at worst, does not matter. */
    @Test
    void scratchIsNotState() {
        for (int n : new int[] {24, 64, 100, 128, 256, 1000}) {
            Fft vector = Fft.vector(n);
            float[] re = new float[n];
            float[] im = new float[n];
            Arrays.fill(re, Float.NaN);
            vector.forward(re, im, 0);
            float[] outRe = FftTest.floats(FftTest.random(n, n));
            float[] outIm = FftTest.floats(FftTest.random(n, -n));
            float[] expectedRe = outRe.clone();
            float[] expectedIm = outIm.clone();
            vector.forward(outRe, outIm, 0);
            Fft.scalar(n).forward(expectedRe, expectedIm, 0);
            assertArrayEquals(bits(expectedRe), bits(outRe));
            assertArrayEquals(bits(expectedIm), bits(outIm));
            assertEquals(n, vector.length());
        }
    }

    private static float[] framed(float[] values, int at) {
        float[] framed = new float[at + values.length + 17];
        Arrays.fill(framed, POISON);
        System.arraycopy(values, 0, framed, at, values.length);
        return framed;
    }

    private static double[] framed(double[] values, int at) {
        double[] framed = new double[at + values.length + 17];
        Arrays.fill(framed, POISON);
        System.arraycopy(values, 0, framed, at, values.length);
        return framed;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
