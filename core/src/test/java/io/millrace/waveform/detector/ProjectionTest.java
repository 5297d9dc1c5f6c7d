package io.millrace.waveform.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.spec.SpecException;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strains against a plain computation, the twins against each other; canaries around what is written. */
@Tag("digest")
class ProjectionTest {
    private static final byte POISON = (byte) 0xa5;
    private static final List<Detector> ALL = List.of(Detector.V1, Detector.H1, Detector.L1);
    private static final NoiseCurve CURVE = NoiseCurve.of(DesignCurve.ADVANCED_VIRGO);
    private static final double TIME = Observation.REFERENCE_TIME;

    private static Observation observation(List<Detector> detectors, boolean whiten, boolean noise) {
        List<NoiseCurve> curves = new ArrayList<>();
        for (int d = 0; d < Math.max(1, detectors.size()); d++) {
            curves.add(CURVE);
        }
        return new Observation(detectors, curves, whiten, noise, TIME);
    }

    private static List<Domain> domains() {
        List<Domain> domains = new ArrayList<>();
        for (int last : new int[] {21, 22, 23, 24, 25, 31, 37, 64, 254, 255, 256, 257, 258, 511, 513, 767, 1024}) {
            domains.add(Domain.uniform(20, last, 1));
        }
        domains.add(Domain.multibanded(List.of(20.0, 32.0, 64.0, 128.0), .5, .25));
        return domains;
    }

    static Point point(SplittableRandom random) {
        Point point = new Point();
        point.set(Parameter.RA, random.nextDouble(0, 2 * Math.PI));
        point.set(Parameter.DEC, random.nextDouble(-1.5, 1.5));
        point.set(Parameter.PSI, random.nextDouble(0, Math.PI));
        point.set(Parameter.GEOCENT_TIME, random.nextDouble(-.1, .1));
        return point;
    }

    /** Amplitudes as waveforms have them, with zeros of both signs among them. */
    static MemorySegment wave(SplittableRandom random, int bins) {
        MemorySegment wave = Arena.ofAuto().allocate(16L * bins, 64);
        for (int k = 0; k < 2 * bins; k++) {
            double value = random.nextInt(9) == 0 ? 0 * random.nextDouble(-1, 1) : random.nextDouble(-1e-22, 1e-22);
            wave.set(Elements.F8, 8L * k, value);
        }
        return wave;
    }

    /** Projected, poison before and after the strains intact. */
    private static MemorySegment project(
            Projector projector, Point point, MemorySegment plus, MemorySegment cross, long bytes) {
        MemorySegment memory = Arena.ofAuto().allocate(bytes + 128, 64);
        memory.fill(POISON);
        projector.project(point, 77, 3, plus, cross, memory.asSlice(64, bytes), 0);
        for (int k = 0; k < 64; k++) {
            assertEquals(POISON, memory.get(Elements.U1, k));
            assertEquals(POISON, memory.get(Elements.U1, 64 + bytes + k));
        }
        return memory.asSlice(64, bytes);
    }

    @Test
    void twinsAreTheSameBits() {
        SplittableRandom random = new SplittableRandom(20261101);
        for (Domain domain : domains()) {
            MemorySegment plus = wave(random, domain.bins());
            MemorySegment cross = wave(random, domain.bins());
            Point point = point(random);
            for (int asked = 0; asked < 8; asked++) {
                Observation observation = observation(ALL, (asked & 1) != 0, (asked & 2) != 0);
                DType type = (asked & 4) != 0 ? DType.C8 : DType.C16;
                Projection projection = new Projection(observation, domain);
                long bytes = (long) ALL.size() * domain.bins() * type.bytes();
                MemorySegment scalar = project(projection.scalar(5, type), point, plus, cross, bytes);
                MemorySegment vector = project(projection.vector(5, type), point, plus, cross, bytes);
                assertEquals(-1, scalar.mismatch(vector), domain + " " + observation + " " + type);
            }
        }
    }

    @Test
    void weightsWhiten() {
        for (Domain domain : domains()) {
            double[] weights = new Projection(observation(List.of(), true, false), domain).weights(0);
            double[] densities = CURVE.on(domain);
            assertEquals(domain.bins(), weights.length);
            for (int bin = 0; bin < domain.bins(); bin++) {
                double expected = Math.sqrt(4 * domain.width(bin)) / densities[bin];
                assertEquals(expected, weights[bin], 1e-15 * expected);
                assertTrue(domain.frequency(bin) >= domain.minimum() || weights[bin] == 0);
            }
        }
    }

    /** The angle by decimal arithmetic, sine and cosine by {@link StrictMath}: relative error 1e-14 of |s|. */
    @Test
    void strainsAreThePlainComputation() {
        SplittableRandom random = new SplittableRandom(20261103);
        for (Domain domain :
                List.of(Domain.uniform(20, 1024, .5), Domain.multibanded(List.of(20.0, 32.0, 64.0, 1024.0), .5, .25))) {
            MemorySegment plus = wave(random, domain.bins());
            MemorySegment cross = wave(random, domain.bins());
            for (double time : new double[] {0, .1, -7.3, 1e5}) {
                Point point = point(random);
                point.set(Parameter.GEOCENT_TIME, time);
                for (boolean whiten : new boolean[] {false, true}) {
                    Projection projection = new Projection(observation(ALL, whiten, false), domain);
                    MemorySegment strain = project(
                            projection.vector(0, DType.C16), point, plus, cross, 16L * ALL.size() * domain.bins());
                    for (int d = 0; d < ALL.size(); d++) {
                        check(domain, point, ALL.get(d), whiten, plus, cross, strain, d);
                    }
                }
            }
        }
    }

    private static void check(
            Domain domain,
            Point point,
            Detector detector,
            boolean whiten,
            MemorySegment plus,
            MemorySegment cross,
            MemorySegment strain,
            int d) {
        double gmst = SiderealTime.radians(TIME);
        double ra = point.get(Parameter.RA);
        double dec = point.get(Parameter.DEC);
        double[] f = new double[2];
        detector.antenna(ra, dec, point.get(Parameter.PSI), gmst, f);
        double tau = point.get(Parameter.GEOCENT_TIME) + detector.delay(ra, dec, gmst);
        double[] densities = CURVE.on(domain);
        for (int bin = 0; bin < domain.bins(); bin++) {
            double turns = new BigDecimal(domain.frequency(bin))
                    .multiply(new BigDecimal(tau))
                    .remainder(BigDecimal.ONE)
                    .doubleValue();
            double c = StrictMath.cos(-2 * Math.PI * turns);
            double s = StrictMath.sin(-2 * Math.PI * turns);
            double scale = whiten ? Math.sqrt(4 * domain.width(bin)) / densities[bin] : 1;
            double re = f[0] * at(plus, bin, 0) + f[1] * at(cross, bin, 0);
            double im = f[0] * at(plus, bin, 1) + f[1] * at(cross, bin, 1);
            double size = scale * (Math.abs(f[0]) + Math.abs(f[1])) * 1.5e-22;
            int there = d * domain.bins() + bin;
            assertEquals((re * c - im * s) * scale, at(strain, there, 0), 1e-14 * size + Double.MIN_VALUE);
            assertEquals((re * s + im * c) * scale, at(strain, there, 1), 1e-14 * size + Double.MIN_VALUE);
        }
    }

    private static double at(MemorySegment wave, int bin, int part) {
        return wave.get(Elements.F8, 16L * bin + 8L * part);
    }

    @Test
    void singleStrainsAreRoundedDoubles() {
        SplittableRandom random = new SplittableRandom(20261104);
        Domain domain = Domain.uniform(20, 300, 1);
        MemorySegment plus = wave(random, domain.bins());
        MemorySegment cross = wave(random, domain.bins());
        Point point = point(random);
        Projection projection = new Projection(observation(ALL, true, true), domain);
        long numbers = 2L * ALL.size() * domain.bins();
        MemorySegment wide = project(projection.vector(9, DType.C16), point, plus, cross, 8 * numbers);
        MemorySegment narrow = project(projection.vector(9, DType.C8), point, plus, cross, 4 * numbers);
        for (long k = 0; k < numbers; k++) {
            assertEquals((float) wide.get(Elements.F8, 8 * k), narrow.get(Elements.F4, 4 * k));
        }
    }

    @Test
    void refusesOtherTypesAndOtherBands() {
        Domain domain = Domain.uniform(20, 300, 1);
        Projection projection = new Projection(observation(ALL, true, true), domain);
        assertThrows(IllegalArgumentException.class, () -> projection.scalar(0, DType.F8));
        assertThrows(
                SpecException.class, () -> new Projection(observation(ALL, true, true), Domain.uniform(5, 300, 1)));
    }
}
