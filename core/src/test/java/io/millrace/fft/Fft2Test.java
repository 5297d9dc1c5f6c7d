package io.millrace.fft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the sum; there and back; scalar and vector. */
class Fft2Test {
    private static double[][] noise(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[2][n * n];
        for (int e = 0; e < n * n; e++) {
            x[0][e] = random.nextDouble(-1, 1);
            x[1][e] = random.nextDouble(-1, 1);
        }
        return x;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 2", "6, 3", "15, 8", "16, 6", "18, 9"})
    void directSum(int n, int kept) {
        double[][] x = noise(n, 1);
        double[][] spectrum = {x[0].clone(), x[1].clone()};
        Fft2.scalar(n, kept).forward(spectrum[0], spectrum[1]);
        for (int k = 0; k < n; k++) {
            for (int m = 0; m < n && (k < kept || k > n - kept); m++) {
                double re = 0;
                double im = 0;
                for (int e = 0; e < n * n; e++) {
                    double angle = -2 * Math.PI * ((e / n * k + e % n * m) % n) / n;
                    re += x[0][e] * Math.cos(angle) - x[1][e] * Math.sin(angle);
                    im += x[0][e] * Math.sin(angle) + x[1][e] * Math.cos(angle);
                }
                assertEquals(re, spectrum[0][k * n + m], 1e-13 * n);
                assertEquals(im, spectrum[1][k * n + m], 1e-13 * n);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 2", "15, 8", "16, 6", "64, 22"})
    void thereAndBack(int n, int kept) {
        double[][] x = noise(n, 2);
        for (int k = 0; k < n * n; k++) {
            if (k / n >= kept && k / n <= n - kept) {
                x[0][k] = 0;
                x[1][k] = 0;
            }
        }
        double[][] field = {x[0].clone(), x[1].clone()};
        Fft2 fft = Fft2.scalar(n, kept);
        fft.inverse(field[0], field[1]);
        fft.forward(field[0], field[1]);
        for (int e = 0; e < n * n; e++) {
            if (e / n < kept || e / n > n - kept) {
                assertEquals(x[0][e] * n * n, field[0][e], 1e-14 * n * n);
                assertEquals(x[1][e] * n * n, field[1][e], 1e-14 * n * n);
            }
        }
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> Fft2.scalar(8, 0));
        assertThrows(IllegalArgumentException.class, () -> Fft2.scalar(8, 5));
        assertThrows(IllegalArgumentException.class, () -> Fft2.scalar(67, 5));
    }

    @Tag("digest")
    @ParameterizedTest
    @CsvSource({"4, 2", "15, 8", "16, 6", "22, 8", "64, 22", "90, 30"})
    void sameBits(int n, int kept) {
        double[][] scalar = noise(n, 3);
        double[][] vector = noise(n, 3);
        Fft2 one = Fft2.scalar(n, kept);
        Fft2 other = Fft2.vector(n, kept);
        one.forward(scalar[0], scalar[1]);
        other.forward(vector[0], vector[1]);
        assertArrayEquals(scalar[0], vector[0]);
        assertArrayEquals(scalar[1], vector[1]);
        one.inverse(scalar[0], scalar[1]);
        other.inverse(vector[0], vector[1]);
        assertArrayEquals(scalar[0], vector[0]);
        assertArrayEquals(scalar[1], vector[1]);
    }
}
