package io.millrace.waveform.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.random.Statistics;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law of the noise, each test with the false-alarm rate of {@link Statistics}. */
class NoiseLawTest {
    private static final List<Detector> DETECTORS = List.of(Detector.L1, Detector.H1);
    private static final int INSTANCES = 400;
    private static final NoiseCurve CURVE = NoiseCurve.of(DesignCurve.ALIGO_ZERO_DET_HIGH_POWER);

    /** Noise alone, of {@link #INSTANCES} instances. */
    private static double[][] noise(Domain domain, boolean whiten, long seed, int attempt) {
        Observation observation = new Observation(
                DETECTORS, Collections.nCopies(DETECTORS.size(), CURVE), whiten, true, Observation.REFERENCE_TIME);
        Projector projector = new Projection(observation, domain).scalar(seed, DType.C16);
        int numbers = 2 * domain.bins() * DETECTORS.size();
        MemorySegment silence = Arena.ofAuto().allocate(16L * domain.bins());
        MemorySegment strain = Arena.ofAuto().allocate(8L * numbers);
        double[][] all = new double[INSTANCES][numbers];
        for (int i = 0; i < INSTANCES; i++) {
            projector.project(new Point(), i, attempt, silence, silence, strain, 0);
            MemorySegment.copy(strain, Elements.F8, 0, all[i], 0, numbers);
        }
        return all;
    }

    /** Bins 20 to 300 of 1 Hz, detector after detector. */
    private static final Domain DOMAIN = Domain.uniform(20, 300, 1);

    private static final int FIRST = 20;

    @Test
    void whitenedNoiseIsStandardNormalAndIndependent() {
        double[][] all = noise(DOMAIN, true, 1, 0);
        int bins = DOMAIN.bins();
        int used = bins - FIRST;
        double[] sample = new double[INSTANCES * 2 * used];
        int n = 0;
        double squares = 0;
        double parts = 0;
        double neighbours = 0;
        double detectors = 0;
        double instances = 0;
        for (int i = 0; i < INSTANCES; i++) {
            for (int bin = 0; bin < FIRST; bin++) {
                assertEquals(0, all[i][2 * bin]);
                assertEquals(0, all[i][2 * (bins + bin) + 1]);
            }
            for (int k = 2 * FIRST; k < 2 * bins; k++) {
                double value = all[i][k];
                sample[n++] = value;
                squares += value * value;
                detectors += value * all[i][2 * bins + k];
                instances += value * all[(i + 1) % INSTANCES][k];
                parts += k % 2 == 0 ? value * all[i][k + 1] : 0;
                neighbours += k + 2 < 2 * bins ? value * all[i][k + 2] : 0;
            }
        }
        Statistics.mean("square of whitened noise", squares / n, 1, 2, n);
        Statistics.mean("real times imaginary part", 2 * parts / n, 0, 1, n / 2.0);
        double pairs = (double) INSTANCES * 2 * (used - 1);
        Statistics.mean("neighbouring bins", neighbours / pairs, 0, 1, pairs);
        Statistics.mean("two detectors", detectors / n, 0, 1, n);
        Statistics.mean("neighbouring instances", instances / n, 0, 1, n);
        Statistics.kolmogorovSmirnov("whitened noise", sample, Statistics::normal);
    }

    /** Var Re n = Var Im n = ASD²/(4 δf), bin by bin: χ² of the sums of squares is normal at 1600 degrees of freedom. */
    @Test
    void colouredNoiseHasTheDensityOfItsCurve() {
        for (Domain domain :
                List.of(Domain.uniform(20, 40, .25), Domain.multibanded(List.of(20.0, 32.0, 64.0, 128.0), .5, .25))) {
            double[][] all = noise(domain, false, 2, 0);
            double[] densities = CURVE.on(domain);
            int bins = domain.bins();
            for (int bin = domain.from(20); bin < bins; bin++) {
                double variance = densities[bin] * densities[bin] / (4 * domain.width(bin));
                double sum = 0;
                double squares = 0;
                for (double[] instance : all) {
                    for (int k : new int[] {2 * bin, 2 * bin + 1, 2 * (bins + bin), 2 * (bins + bin) + 1}) {
                        sum += instance[k];
                        squares += instance[k] * instance[k];
                    }
                }
                double count = 4.0 * INSTANCES;
                Statistics.mean("noise of bin " + bin, sum / count / Math.sqrt(variance), 0, 1, count);
                Statistics.mean("power of bin " + bin, squares / count / variance, 1, 2, count);
            }
        }
    }

    /** A bin's noise is the pair of its own position, whatever the chunk, the order of detectors and the domain. */
    @Test
    void noiseIsTheNormalPairOfItsPosition() {
        double[][] all = noise(DOMAIN, true, 3, 2);
        RandomStream stream = new RandomStream(Philox.of("waveform", 3));
        for (int bin : new int[] {20, 21, 255, 256, 257, 300}) {
            stream.at(7, 2, 64 + Detector.L1.ordinal());
            long radius = stream.word(4 * bin) & 0xffff_ffffL | (long) stream.word(4 * bin + 1) << 32;
            long turn = stream.word(4 * bin + 2) & 0xffff_ffffL | (long) stream.word(4 * bin + 3) << 32;
            assertEquals(io.millrace.math.Normal.first(radius, turn), all[7][2 * bin]);
            assertEquals(io.millrace.math.Normal.second(radius, turn), all[7][2 * bin + 1]);
        }
        assertNotEquals(all[7][50], noise(DOMAIN, true, 3, 1)[7][50]);
        assertNotEquals(all[7][50], noise(DOMAIN, true, 4, 2)[7][50]);
    }
}
