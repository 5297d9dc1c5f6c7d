package io.millrace.fft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of many signals each is transformed to the bits that it has alone, wherever they stand; nothing beside them is touched. */
@Tag("digest")
class FftBatchTest {
    private static final double POISON = 12345.678;
    private static final int[] LENGTHS = {1, 2, 3, 4, 5, 7, 8, 12, 15, 16, 31, 61, 64, 90, 128, 121, 240, 512};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 16, 17, 24})
    void asAlone(int signals) {
        for (int n : LENGTHS) {
            Fft alone = Fft.scalar(n);
            for (Fft fft : new Fft[] {Fft.scalar(n, signals), Fft.vector(n, signals)}) {
                assertEquals(n, fft.length());
                assertEquals(signals, fft.signals());
                for (boolean inverse : new boolean[] {false, true}) {
                    doubles(alone, fft, inverse);
                    floats(alone, fft, inverse);
                }
            }
        }
    }

    private static void doubles(Fft alone, Fft fft, boolean inverse) {
        int n = fft.length();
        int signals = fft.signals();
        int at = 5;
        double[] re = FftTest.random(n * signals + 2 * at, 1);
        double[] im = FftTest.random(n * signals + 2 * at, 2);
        double[] outRe = re.clone();
        double[] outIm = im.clone();
        for (int e = 0; e < outRe.length; e++) {
            if (e < at || e >= at + n * signals) {
                outRe[e] = POISON;
                outIm[e] = POISON;
            }
        }
        if (inverse) {
            fft.inverse(outRe, outIm, at);
        } else {
            fft.forward(outRe, outIm, at);
        }
        for (int b = 0; b < signals; b++) {
            double[] oneRe = new double[n];
            double[] oneIm = new double[n];
            for (int j = 0; j < n; j++) {
                oneRe[j] = re[at + j * signals + b];
                oneIm[j] = im[at + j * signals + b];
            }
            if (inverse) {
                alone.inverse(oneRe, oneIm, 0);
            } else {
                alone.forward(oneRe, oneIm, 0);
            }
            for (int j = 0; j < n; j++) {
                assertEquals(oneRe[j], outRe[at + j * signals + b], () -> n + " numbers, " + signals + " signals");
                assertEquals(oneIm[j], outIm[at + j * signals + b]);
            }
        }
        for (int e = 0; e < at; e++) {
            assertEquals(POISON, outRe[e]);
            assertEquals(POISON, outIm[outIm.length - 1 - e]);
        }
    }

    private static void floats(Fft alone, Fft fft, boolean inverse) {
        int n = fft.length();
        int signals = fft.signals();
        float[] re = FftTest.floats(FftTest.random(n * signals, 3));
        float[] im = FftTest.floats(FftTest.random(n * signals, 4));
        float[] outRe = re.clone();
        float[] outIm = im.clone();
        if (inverse) {
            fft.inverse(outRe, outIm, 0);
        } else {
            fft.forward(outRe, outIm, 0);
        }
        for (int b = 0; b < signals; b++) {
            float[] oneRe = new float[n];
            float[] oneIm = new float[n];
            for (int j = 0; j < n; j++) {
                oneRe[j] = re[j * signals + b];
                oneIm[j] = im[j * signals + b];
            }
            if (inverse) {
                alone.inverse(oneRe, oneIm, 0);
            } else {
                alone.forward(oneRe, oneIm, 0);
            }
            for (int j = 0; j < n; j++) {
                assertEquals(oneRe[j], outRe[j * signals + b], () -> n + " numbers, " + signals + " signals");
                assertEquals(oneIm[j], outIm[j * signals + b]);
            }
        }
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> Fft.scalar(8, 0));
        assertThrows(IllegalArgumentException.class, () -> Fft.vector(1 << 20, 1 << 10));
        Fft fft = Fft.scalar(8, 4);
        assertThrows(IndexOutOfBoundsException.class, () -> fft.forward(new double[31], new double[32], 0));
        assertThrows(IndexOutOfBoundsException.class, () -> fft.forward(new float[33], new float[33], 2));
    }
}
