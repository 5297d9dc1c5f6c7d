package io.millrace.fft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the definition, there and back, and every kind with the same bits. */
@Tag("digest")
class RealFftTest {
    private static final int[] SIGNALS = {1, 2, 4, 8, 16, 17};

    /** X[k] by the sum of the definition, of angles reduced by integers; and n·x again. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8, 10, 14, 16, 30, 36, 64, 90, 100, 128, 242, 256})
    void definition(int n) {
        int m = n / 2;
        double[] x = FftTest.random(n, n);
        double[] re = new double[m];
        double[] im = new double[m];
        for (int j = 0; j < m; j++) {
            re[j] = x[2 * j];
            im[j] = x[2 * j + 1];
        }
        RealFft fft = RealFft.scalar(n, 1);
        fft.forward(re, im, 0);
        double power = 0;
        double error = 0;
        for (int k = 0; k <= m; k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int j = 0; j < n; j++) {
                Root root = Root.of((int) ((long) j * k % n), n);
                sumRe = Math.fma(x[j], root.cos(), sumRe);
                sumIm = Math.fma(-x[j], root.sin(), sumIm);
            }
            double ownRe = k == m ? im[0] : re[k];
            double ownIm = k == 0 || k == m ? 0 : im[k];
            power += sumRe * sumRe + sumIm * sumIm;
            error += Math.pow(ownRe - sumRe, 2) + Math.pow(ownIm - sumIm, 2);
        }
        assertTrue(Math.sqrt(error / power) < 2e-15, () -> "root mean square");
        fft.inverse(re, im, 0);
        for (int j = 0; j < m; j++) {
            assertEquals(n * x[2 * j], re[j], 1e-14 * n);
            assertEquals(n * x[2 * j + 1], im[j], 1e-14 * n);
        }
    }

    @Test
    void sameBits() {
        for (int n : new int[] {2, 4, 6, 12, 16, 32, 34, 64, 66, 90, 128, 256, 512, 1000, 1024, 4096, 8192}) {
            for (int signals : SIGNALS) {
                doubles(RealFft.scalar(n, 1), RealFft.scalar(n, signals));
                doubles(RealFft.scalar(n, 1), RealFft.vector(n, signals));
                floats(RealFft.scalar(n, 1), RealFft.scalar(n, signals));
                floats(RealFft.scalar(n, 1), RealFft.vector(n, signals));
            }
        }
    }

    private static void doubles(RealFft alone, RealFft fft) {
        int m = fft.length() / 2;
        int signals = fft.signals();
        int at = 3;
        double[] re = FftTest.random(m * signals + at, 1);
        double[] im = FftTest.random(m * signals + at, 2);
        double[] thereRe = re.clone();
        double[] thereIm = im.clone();
        fft.forward(thereRe, thereIm, at);
        double[] backRe = thereRe.clone();
        double[] backIm = thereIm.clone();
        fft.inverse(backRe, backIm, at);
        for (int b = 0; b < signals; b++) {
            double[] oneRe = new double[m];
            double[] oneIm = new double[m];
            for (int k = 0; k < m; k++) {
                oneRe[k] = re[at + k * signals + b];
                oneIm[k] = im[at + k * signals + b];
            }
            alone.forward(oneRe, oneIm, 0);
            for (int k = 0; k < m; k++) {
                assertEquals(oneRe[k], thereRe[at + k * signals + b], () -> fft.length() + " of " + signals);
                assertEquals(oneIm[k], thereIm[at + k * signals + b]);
            }
            alone.inverse(oneRe, oneIm, 0);
            for (int k = 0; k < m; k++) {
                assertEquals(oneRe[k], backRe[at + k * signals + b], () -> fft.length() + " of " + signals);
                assertEquals(oneIm[k], backIm[at + k * signals + b]);
            }
        }
        for (int e = 0; e < at; e++) {
            assertEquals(re[e], backRe[e]);
            assertEquals(im[e], backIm[e]);
        }
    }

    private static void floats(RealFft alone, RealFft fft) {
        int m = fft.length() / 2;
        int signals = fft.signals();
        float[] re = FftTest.floats(FftTest.random(m * signals, 1));
        float[] im = FftTest.floats(FftTest.random(m * signals, 2));
        float[] thereRe = re.clone();
        float[] thereIm = im.clone();
        fft.forward(thereRe, thereIm, 0);
        float[] backRe = thereRe.clone();
        float[] backIm = thereIm.clone();
        fft.inverse(backRe, backIm, 0);
        for (int b = 0; b < signals; b++) {
            float[] oneRe = new float[m];
            float[] oneIm = new float[m];
            for (int k = 0; k < m; k++) {
                oneRe[k] = re[k * signals + b];
                oneIm[k] = im[k * signals + b];
            }
            alone.forward(oneRe, oneIm, 0);
            for (int k = 0; k < m; k++) {
                assertEquals(oneRe[k], thereRe[k * signals + b], () -> fft.length() + " of " + signals);
                assertEquals(oneIm[k], thereIm[k * signals + b]);
            }
            alone.inverse(oneRe, oneIm, 0);
            for (int k = 0; k < m; k++) {
                assertEquals(oneRe[k], backRe[k * signals + b], () -> fft.length() + " of " + signals);
                assertEquals(oneIm[k], backIm[k * signals + b]);
            }
        }
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> RealFft.scalar(9, 1));
        assertThrows(IllegalArgumentException.class, () -> RealFft.vector(0, 1));
        RealFft fft = RealFft.scalar(8, 2);
        assertThrows(IndexOutOfBoundsException.class, () -> fft.forward(new double[8], new double[7], 0));
        assertThrows(IndexOutOfBoundsException.class, () -> fft.inverse(new double[8], new double[7], 0));
        assertThrows(IndexOutOfBoundsException.class, () -> fft.inverse(new float[8], new float[8], 1));
        double[] same = new double[8];
        assertThrows(IllegalArgumentException.class, () -> fft.forward(same, same, 0));
    }
}
