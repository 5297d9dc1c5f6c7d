package io.millrace.radio.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.batch.Elements;
import io.millrace.math.Normal;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.simd.Simd;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the features say of signals that are known. */
class FeatureTest {
    private static final double RATE = 50_000;
    private static final double BANDWIDTH = 12_500;
    private static final int WINDOWS = 200;

    private final Philox philox = Philox.of("test", 1);
    private final RandomStream random = new RandomStream(philox);

    /** A tone of that power (mW) and frequency in white noise of that power over the whole band. */
    private float[][] tone(int count, double power, double frequency, double noise) {
        random.at(0, 0, 0);
        float[] re = new float[count + Block.SLACK];
        float[] im = new float[count + Block.SLACK];
        for (int n = 0; n < count; n++) {
            double angle = 2 * Math.PI * frequency * n / RATE;
            re[n] = (float) (Math.sqrt(power) * Math.cos(angle)
                    + Math.sqrt(noise / 2) * Normal.first(random.word(2 * n), random.word(2 * n + 1)));
            im[n] = (float) (Math.sqrt(power) * Math.sin(angle)
                    + Math.sqrt(noise / 2) * Normal.second(random.word(2 * n), random.word(2 * n + 1)));
        }
        return new float[][] {re, im};
    }

    /** Mean of each feature over windows. */
    private double[] means(float[][] y, int window, int windows) {
        WindowSums sums = new WindowSums(window, SampleKernels.scalar(philox));
        WindowFeatures features = new WindowFeatures(window, RATE, BANDWIDTH);
        float[] row = new float[WindowSums.LENGTH];
        double[] values = new double[Feature.values().length];
        double[] means = new double[values.length];
        for (int w = 0; w < windows; w++) {
            sums.sum(y[0], y[1], w * window, row);
            features.of(row, values);
            for (int f = 0; f < values.length; f++) {
                means[f] += values[f] / windows;
            }
        }
        return means;
    }

    private static double of(double[] values, Feature feature) {
        return values[feature.ordinal()];
    }

    /** 20 dB in 12.5 kHz; tolerances are five standard deviations of the mean over {@value #WINDOWS} windows, or more. */
    @Test
    void ofAToneInNoise() {
        double power = 1e-9;
        double noise = power / 100 * RATE / BANDWIDTH;
        double[] m = means(tone(WINDOWS * 1024, power, 1234, noise), 1024, WINDOWS);
        assertEquals(10 * Math.log10(power + noise), of(m, Feature.RSSI), 0.02);
        assertEquals(10 * Math.log10(power / 100), of(m, Feature.NOISE_FLOOR), 0.15);
        assertEquals(20, of(m, Feature.SNR), 0.15);
        assertEquals(1234 * power / (power + noise), of(m, Feature.SPECTRAL_CENTROID), 30);
        assertEquals(1234, of(m, Feature.FREQUENCY_OFFSET), 30);
        // Hann's window spreads a tone's power over its noise bandwidth of 1.5 bins, 1/1.5 of it in the highest
        double bin = RATE / 1024;
        double peak = 10 * Math.log10(power / (1.5 * bin));
        assertTrue(of(m, Feature.PEAK_PSD) < peak + 0.3 && of(m, Feature.PEAK_PSD) > peak - 1.6);
        assertEquals(Math.sqrt(power), of(m, Feature.ENVELOPE_MEAN), 0.02 * Math.sqrt(power));
        assertEquals(Math.sqrt(noise / 2), of(m, Feature.ENVELOPE_STD), 0.05 * Math.sqrt(noise / 2));
        double[] clean = means(tone(WINDOWS * 1024, power, 1234, 0), 1024, WINDOWS);
        assertEquals(2 * 1234, of(clean, Feature.ZERO_CROSSINGS), 20);
        assertEquals(0, of(clean, Feature.PAPR), 1e-3);
        assertEquals(1, of(m, Feature.PRESENCE), 1e-12);
        assertEquals(100.0 / 101, of(m, Feature.CONFIDENCE), 0.001);
        assertTrue(of(m, Feature.PAPR) > 2 && of(m, Feature.PAPR) < 6, "a tone and three or four deviations of noise");
    }

    /** Noise alone: the floor is unbiased for every window, the band is full, nothing is there. */
    @ParameterizedTest
    @ValueSource(ints = {64, 128, 256, 512, 1024})
    void ofNoise(int window) {
        int windows = 1 << 17 >> Integer.numberOfTrailingZeros(window);
        float[][] y = tone(windows * window, 0, 0, 1e-10);
        WindowSums sums = new WindowSums(window, SampleKernels.scalar(philox));
        WindowFeatures features = new WindowFeatures(window, RATE, BANDWIDTH);
        float[] row = new float[WindowSums.LENGTH];
        double[] values = new double[Feature.values().length];
        double floor = 0;
        double present = 0;
        double occupied = 0;
        for (int w = 0; w < windows; w++) {
            sums.sum(y[0], y[1], w * window, row);
            features.of(row, values);
            floor += Math.pow(10, of(values, Feature.NOISE_FLOOR) / 10) / windows;
            present += of(values, Feature.PRESENCE) / windows;
            occupied += of(values, Feature.OCCUPIED_BANDWIDTH) / windows;
        }
        // one window's floor varies by 5 % (1024) to 30 % (64): five standard deviations of the mean
        assertEquals(1, floor / (1e-10 * BANDWIDTH / RATE), 0.04);
        assertEquals(RATE, occupied, 0.1 * RATE);
        assertTrue(present < 0.35, () -> "noise is taken for a signal in too many windows");
    }

    /** An echo widens the autocorrelation by its delay. */
    @Test
    void delaySpreadOfAnEcho() {
        int delay = 100;
        float[][] noise = tone(WINDOWS * 1024 + delay, 0, 0, 1);
        float[][] y = {noise[0].clone(), noise[1].clone()};
        for (int n = delay; n < WINDOWS * 1024; n++) {
            y[0][n] += noise[0][n - delay];
            y[1][n] += noise[1][n - delay];
        }
        double without = of(means(noise, 1024, 50), Feature.DELAY_SPREAD);
        double with = of(means(y, 1024, 50), Feature.DELAY_SPREAD);
        // |R|² is 4 at 0 and 1 at the delay: √(p(1 − p)) of it with p = 1/5, and what the ripple adds
        assertTrue(with > 0.35 * delay / RATE && with < delay / RATE, () -> "spread " + with);
        assertTrue(without > 0);
    }

    @Test
    void silenceIsFinite() {
        double[] m = means(new float[][] {new float[2048], new float[2048]}, 1024, 1);
        for (Feature feature : Feature.values()) {
            assertTrue(Double.isFinite(of(m, feature)), feature::text);
        }
        assertEquals(0, of(m, Feature.PRESENCE));
        assertEquals(-360, of(m, Feature.RSSI), 1e-9);
        assertEquals(0, of(m, Feature.PAPR), 1e-9);
        assertEquals(0, of(m, Feature.ROLLOFF_85));
        assertEquals(0, of(m, Feature.DELAY_CONFIDENCE));
    }

    /** Powers of −250 dBm and of 90 dBm are described as one of 0 dBm is. */
    @Test
    void powerDoesNotMatter() {
        double[] m = means(tone(4096, 1, 3000, 0.1), 1024, 4);
        for (double power : new double[] {1e-25, 1e9}) {
            double[] scaled = means(tone(4096, power, 3000, 0.1 * power), 1024, 4);
            for (Feature feature :
                    new Feature[] {Feature.SNR, Feature.DELAY_SPREAD, Feature.DELAY_CONFIDENCE, Feature.PAPR}) {
                assertEquals(1, of(scaled, feature) / of(m, feature), 1e-4, feature::text);
            }
        }
    }

    @Test
    void statisticsOfKnownNumbers() {
        Statistics statistics = new Statistics();
        double[] values = new double[Feature.values().length];
        for (double value : new double[] {1e9 + 1, 1e9 + 2, 1e9 + 6}) {
            values[3] = value;
            statistics.add(values);
        }
        MemorySegment out = MemorySegment.ofArray(new float[4 * Feature.values().length]);
        statistics.write(out, 0);
        assertEquals((float) Math.sqrt(14 / 3.0), out.getAtIndex(Elements.F4, 13), 1e-5f);
        assertEquals((float) 1e9, out.getAtIndex(Elements.F4, 12), 64f);
        assertEquals(0, out.getAtIndex(Elements.F4, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256, 1024})
    void bothKernelsSumTheSame(int window) {
        assumeTrue(Simd.present(), "no vector module");
        Random seeds = new Random(5);
        float[] re = new float[Block.ARRAY];
        float[] im = new float[Block.ARRAY];
        for (int n = 0; n < Block.LENGTH; n++) {
            re[n] = (float) seeds.nextGaussian();
            im[n] = (float) seeds.nextGaussian();
        }
        float[] scalar = new float[WindowSums.LENGTH];
        float[] vector = new float[WindowSums.LENGTH];
        for (int at = 0; at + window <= Block.LENGTH; at += window) {
            new WindowSums(window, SampleKernels.scalar(philox)).sum(re, im, at, scalar);
            new WindowSums(window, SampleKernels.vector(philox)).sum(re, im, at, vector);
            assertArrayEquals(scalar, vector);
        }
    }
}
