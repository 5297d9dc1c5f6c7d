package io.millrace.radio.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.radio.kernel.SampleKernels;
import io.millrace.simd.Simd;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every modulation, at the default settings. */
class ModulationTest {
    /** Standard errors that a mean exceeds in one of a million seeds, were it normal. */
    private static final double LIMIT = 4.9;

    private static final Set<Modulation> ANALOGUE = EnumSet.range(Modulation.FM_VOICE, Modulation.SSB);
    private static final Set<Modulation> CHIRPS = EnumSet.of(Modulation.LORA, Modulation.LFM);

    @Test
    void theNumbersOfModulationsAreThese() {
        assertEquals(
                "fm-voice, fm-tone, fm-dual-tone, am, dsb, ssb, bpsk, qpsk, 8psk, 16qam, 32qam, 64qam, 128qam, 256qam, 512qam, "
                        + "1024qam, 2fsk, 4fsk, gfsk, gmsk, ofdm, lora, lfm",
                Modulation.NAMES);
    }

    /** Audio: 1 up to twice the mean of a, which is a few periods' rest; others in the mean over independent instances. */
    @ParameterizedTest
    @EnumSource
    void theMeanPowerIsOne(Modulation modulation) {
        Envelope.Source source = new Envelope.Source(modulation.text());
        int instances = 300;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < instances; i++) {
            double power = source.make(i, 2000).power() - 1;
            sum += power;
            squares += power * power;
        }
        double mean = sum / instances;
        double error = Math.sqrt((squares / instances - mean * mean) / instances);
        assertTrue(Math.abs(mean) < LIMIT * error + 1e-6, mean + " ± " + error);
        assertTrue(Math.abs(mean) < 0.01, "mean " + mean);
    }

    /** Chirps' frequencies jump, which is a few per cent of the power at these settings. */
    @ParameterizedTest
    @EnumSource
    void thePowerIsInTheChannel(Modulation modulation) {
        double width = 12_500;
        Envelope.Source source = new Envelope.Source(modulation.text(), "bandwidth-hz=" + width);
        double inside = 0;
        double total = 0;
        for (int i = 0; i < 4; i++) {
            Spectrum spectrum = new Spectrum(source.make(i, 1 << 15));
            inside += spectrum.between(-width / 2, width / 2);
            total += spectrum.total();
        }
        double allowed = modulation == Modulation.FM_TONE ? 0.02 : CHIRPS.contains(modulation) ? 0.025 : 0.01;
        assertTrue(1 - inside / total < allowed, "outside " + (1 - inside / total));
    }

    /**
     * By the spectrum; formulas are for no pauses and full peaks where there is audio, for flat
     * sweeps where there are chirps, for subcarriers without side lobes.
     */
    @ParameterizedTest
    @EnumSource
    void theBandwidthIsTheSpectrums(Modulation modulation) {
        Envelope.Source source = new Envelope.Source(modulation.text());
        double squares = 0;
        double expected = 0;
        int instances = 8;
        for (int i = 0; i < instances; i++) {
            Envelope x = source.make(i, 1 << 15);
            double squareSum = 0;
            double weights = 0;
            if (CHIRPS.contains(modulation)) {
                for (int j = 1; j < x.re.length; j++) {
                    double f = x.advance(j) * x.sampleRate();
                    squareSum += f * f;
                    weights++;
                }
                squares += squareSum / weights / instances;
            } else {
                double b = new Spectrum(x).rmsBandwidth();
                squares += b * b / instances;
            }
            double b = source.baseband.rmsBandwidth();
            expected += b * b / instances;
        }
        double tolerance = ANALOGUE.contains(modulation) ? 0.2 : modulation == Modulation.OFDM ? 0.04 : 0.02;
        assertEquals(1, Math.sqrt(squares / expected), tolerance, modulation.text());
    }

    @ParameterizedTest
    @EnumSource
    void scalarAndVectorAreTheSameBits(Modulation modulation) {
        Assumptions.assumeTrue(Simd.present(), "no vectors");
        Envelope.Source scalar = new Envelope.Source(modulation.text());
        Envelope.Source vector = new Envelope.Source(SampleKernels.vector(Envelope.PHILOX), modulation.text());
        for (long index : new long[] {0, 1, 1L << 40}) {
            Envelope a = scalar.make(index, 3333);
            Envelope b = vector.make(index, 3333);
            assertArrayEquals(a.re, b.re);
            assertArrayEquals(a.im, b.im);
        }
    }

    /** What was made before leaves nothing behind, and what comes after changes nothing but the audio's scale. */
    @ParameterizedTest
    @EnumSource
    void anInstanceDependsOnNothingElse(Modulation modulation) {
        Envelope.Source source = new Envelope.Source(modulation.text());
        Envelope whole = source.make(5, 5000);
        source.make(6, 1500);
        assertArrayEquals(whole.re, source.make(5, 5000).re);
        assertArrayEquals(whole.im, new Envelope.Source(modulation.text()).make(5, 5000).im);
        if (!ANALOGUE.contains(modulation)) {
            for (int length : new int[] {1, 1023, 1024, 1025, 2100}) {
                Envelope part = source.make(5, length);
                assertArrayEquals(Arrays.copyOf(whole.re, length), part.re);
                assertArrayEquals(Arrays.copyOf(whole.im, length), part.im);
            }
        }
    }

    /** No seam at blocks: within the band, a sample differs from what its neighbours say by little, at seams as elsewhere. */
    @ParameterizedTest
    @EnumSource
    void blocksHaveNoSeams(Modulation modulation) {
        Envelope x = new Envelope.Source(modulation.text(), "bandwidth-hz=6000", "deviation-hz=2000", "sweep-s=0.02")
                .make(3, 1 << 14);
        double elsewhere = 0;
        double seams = 0;
        for (int j = 3; j < x.re.length - 3; j++) {
            double re = x.re[j - 2] - 4 * x.re[j - 1] + 6 * x.re[j] - 4 * x.re[j + 1] + x.re[j + 2];
            double im = x.im[j - 2] - 4 * x.im[j - 1] + 6 * x.im[j] - 4 * x.im[j + 1] + x.im[j + 2];
            double d = Math.hypot(re, im);
            if ((j + 2) % 1024 < 4) {
                seams = Math.max(seams, d);
            } else {
                elsewhere = Math.max(elsewhere, d);
            }
        }
        assertTrue(seams <= elsewhere, seams + " at seams, " + elsewhere + " elsewhere");
    }
}
