package io.millrace.cli.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhitenedTest {
    private static final double SPACING = 0.25;

    private static WaveformInstance instance(
            double[] re, double[] im, double density, boolean uniform, boolean whitened) {
        double[] frequency = new double[re.length];
        Arrays.setAll(frequency, bin -> bin * SPACING);
        double[] densities = new double[re.length];
        Arrays.fill(densities, density);
        return new WaveformInstance(
                frequency,
                SPACING,
                uniform,
                whitened,
                List.of(new Curve("h", re, im)),
                List.of(densities),
                "the curve");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 64})
    void theTransformIsItsDefinition(int n) {
        Random random = new Random(7);
        double[] re = random.doubles(n).toArray();
        double[] im = random.doubles(n).toArray();
        double[] gotRe = re.clone();
        double[] gotIm = im.clone();
        Fourier.inverse(gotRe, gotIm);
        for (int j = 0; j < n; j++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int k = 0; k < n; k++) {
                double angle = 2 * Math.PI * j * k / n;
                sumRe += re[k] * Math.cos(angle) - im[k] * Math.sin(angle);
                sumIm += re[k] * Math.sin(angle) + im[k] * Math.cos(angle);
            }
            assertEquals(sumRe, gotRe[j], 1e-12 * n);
            assertEquals(sumIm, gotIm[j], 1e-12 * n);
        }
        assertEquals(64, Fourier.powerOfTwo(33));
        assertEquals(64, Fourier.powerOfTwo(64));
        assertEquals(1, Fourier.powerOfTwo(1));
    }

    /** A pulse at time t is a window times e^(−2πift): the series has its peak there, of Σ√(4δf)/ASD over √M. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, -0.75, 1.875})
    void aPulseIsWhereItWas(double time) {
        double[] re = new double[257];
        double[] im = new double[257];
        Arrays.setAll(re, bin -> Math.exp(-1e-4 * bin * bin) * Math.cos(2 * Math.PI * bin * SPACING * time));
        Arrays.setAll(im, bin -> -Math.exp(-1e-4 * bin * bin) * Math.sin(2 * Math.PI * bin * SPACING * time));
        Whitened whitened = Whitened.of(instance(re, im, 3, true, false));
        double[] values = whitened.values().getFirst();
        int peak = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            peak = Math.abs(values[i]) > Math.abs(values[peak]) ? i : peak;
        }
        for (int bin = 1; bin < re.length; bin++) {
            sum += Math.hypot(re[bin], im[bin]);
        }
        assertEquals(time, whitened.time()[peak], 1e-9);
        assertEquals(sum * Math.sqrt(4 * SPACING) / 3 / Math.sqrt(256), values[peak], 1e-9);
        assertTrue(values.length < 400, () -> values.length + " samples of a pulse");
    }

    /** The variance of 2¹⁶ samples, half of them independent, is 0.008 wide: 5 % is six of that. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noiseHasVarianceOne(boolean whitened) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        double scale = whitened ? 1 : 2e-23 / Math.sqrt(4 * SPACING);
        double[] re = new double[1 << 15];
        double[] im = new double[1 << 15];
        Arrays.setAll(re, bin -> scale * random.nextGaussian());
        Arrays.setAll(im, bin -> scale * random.nextGaussian());
        WaveformInstance instance = instance(re, im, whitened ? Double.POSITIVE_INFINITY : 2e-23, true, whitened);
        assertNull(Whitened.obstacle(instance));
        double[] values = Whitened.of(instance).values().getFirst();
        double variance = Arrays.stream(values).map(x -> x * x).average().orElseThrow();
        assertEquals(1, variance, 0.05, () -> "seed " + seed);
    }

    @Test
    void whatHasNoSeriesSaysWhy() {
        double[] zeros = new double[9];
        assertEquals(
                "none, for the curve covers no bin",
                Whitened.obstacle(instance(zeros, zeros, Double.POSITIVE_INFINITY, true, false)));
        assertEquals("none for a multibanded domain", Whitened.obstacle(instance(zeros, zeros, 1, false, false)));
        assertEquals(
                List.of("h"),
                Whitened.of(instance(zeros, zeros, 1, true, false)).names());
    }

    @Test
    void phasesAreUnwrappedOverZeros() {
        double[] re = new double[120];
        double[] im = new double[120];
        Arrays.setAll(re, bin -> bin % 7 == 3 ? 0 : Math.cos(0.005 * bin * bin));
        Arrays.setAll(im, bin -> bin % 7 == 3 ? 0 : Math.sin(0.005 * bin * bin));
        double[] phase = new Curve("h", re, im).phase();
        for (int bin = 0; bin < phase.length; bin++) {
            if (bin % 7 == 3) {
                assertTrue(Double.isNaN(phase[bin]));
            } else {
                assertEquals(0.005 * bin * bin, phase[bin], 1e-9);
            }
        }
    }
}
