package io.millrace.radio.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConstellationTest {
    @ParameterizedTest
    @EnumSource
    void meanPowerIsOneAndTheMeanZero(Constellation constellation) {
        float[] points = constellation.points();
        int size = points.length / 2;
        double power = 0;
        double re = 0;
        double im = 0;
        for (int label = 0; label < size; label++) {
            re += points[label];
            im += points[size + label];
            power += Math.pow(points[label], 2) + Math.pow(points[size + label], 2);
        }
        assertEquals(1, power / size, 1e-7);
        assertEquals(0, re / size, 1e-7);
        assertEquals(0, im / size, 1e-7);
    }

    /**
     * Least distance, known from textbooks: 2 sin π/M; √(6/(M − 1)) of squares; √(6/(31M/32 − 1)) of crosses (J. G. Smith 1975). Neighbours
     * at that distance, and by how many bits they differ in the mean: along the two seams of a cross, of √(M/2) pairs each, by one more.
     */
    @ParameterizedTest
    @CsvSource({
        "BPSK, 2, 1, 1",
        "QPSK, 1.4142135624, 2, 1",
        "PSK8, 0.7653668647, 2, 1",
        "QAM16, 0.6324555320, 3, 1",
        "QAM32, 0.4472135955, 3.25, 1.1538461538",
        "QAM64, 0.3086066999, 3.5, 1",
        "QAM128, 0.2208630521, 3.625, 1.0689655172",
        "QAM256, 0.1533929978, 3.75, 1",
        "QAM512, 0.1100963765, 3.8125, 1.0327868852",
        "QAM1024, 0.0765840904, 3.875, 1"
    })
    void neighboursAreTheseAndDifferInFewBits(
            Constellation constellation, double least, double neighbours, double bits) {
        float[] points = constellation.points();
        int size = points.length / 2;
        double found = Double.POSITIVE_INFINITY;
        int pairs = 0;
        int differences = 0;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                double d = Math.hypot(points[a] - points[b], points[size + a] - points[size + b]);
                found = a == b ? found : Math.min(found, d);
                if (a != b && d < least * 1.001) {
                    pairs++;
                    differences += Integer.bitCount(a ^ b);
                }
            }
        }
        assertEquals(least, found, 1e-6);
        assertEquals(neighbours, (double) pairs / size, 1e-9);
        assertEquals(bits, (double) differences / pairs, 1e-9);
        assertTrue(bits < 1.2, "nearly Gray");
    }
}
