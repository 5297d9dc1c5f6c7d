package io.millrace.waveform.detector;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.random.Draws;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Makes strains of detectors from h₊ and h×; one thread's, owns scratch, allocates nothing after the first call.
 *
 * <p>In chunks of {@value ProjectionKernel#CHUNK} bins, all detectors of a chunk before the next: the polarizations are read
 * from memory once.
 */
public final class Projector {
    private static final int CHUNK = ProjectionKernel.CHUNK;
    private static final int PAIRS = 2 * CHUNK + Projection.SLACK;

    private final Projection projection;
    private final List<Detector> detectors;
    private final DType type;
    private final ProjectionKernel kernel;
    private final Draws draws;

    private final double[] antenna = new double[2];
    private final double[] plusFactors;
    private final double[] crossFactors;
    private final double[] delays;
    private final double[] plus = new double[PAIRS];
    private final double[] cross = new double[PAIRS];
    private final double[] sin = new double[CHUNK + Projection.SLACK];
    private final double[] cos = new double[CHUNK + Projection.SLACK];
    private final double[] out = new double[PAIRS];
    private final float[] rounded = new float[PAIRS];
    private final int[] words = new int[4 * CHUNK + Draws.SLACK];
    private final double[] normals = new double[2 * CHUNK + Draws.SLACK];

    Projector(Projection projection, DType type, ProjectionKernel kernel, Draws draws) {
        if (type != DType.C8 && type != DType.C16) {
            throw new IllegalArgumentException("strains are C8 or C16, not " + type);
        }
        this.projection = projection;
        this.detectors = projection.observation().detectors();
        this.type = type;
        this.kernel = kernel;
        this.draws = draws;
        plusFactors = new double[detectors.size()];
        crossFactors = new double[detectors.size()];
        delays = new double[detectors.size()];
    }

    /**
     * The strains of all detectors, one after the other.
     *
     * @param point of which {@code ra}, {@code dec}, {@code psi} and {@code geocent_time} are read
     * @param index of the instance, for its noise
     * @param attempt at it, the same
     * @param hPlus h₊, the domain's bins, C16
     * @param hCross h×, the same
     * @param strain rows of detectors × bins complex numbers
     * @param row which of them to write
     */
    public void project(
            Point point,
            long index,
            int attempt,
            MemorySegment hPlus,
            MemorySegment hCross,
            MemorySegment strain,
            int row) {
        int bins = projection.bins();
        aim(point);
        for (int from = 0; from < bins; from += CHUNK) {
            int count = Math.min(CHUNK, bins - from);
            MemorySegment.copy(hPlus, Elements.F8, 16L * from, plus, 0, 2 * count);
            MemorySegment.copy(hCross, Elements.F8, 16L * from, cross, 0, 2 * count);
            for (int d = 0; d < delays.length; d++) {
                kernel.turn(projection.frequencies(), from, count, delays[d], sin, cos);
                kernel.strain(
                        plus, cross, plusFactors[d], crossFactors[d], sin, cos, projection.scale(d), from, count, out);
                if (projection.observation().noise() && from + count > projection.firstBin()) {
                    noise(index, attempt, d, from, count);
                }
                store(strain, ((long) row * delays.length + d) * bins + from, count);
            }
        }
    }

    /** Antenna patterns and delays, once an instance. */
    private void aim(Point point) {
        double ra = point.get(Parameter.RA);
        double dec = point.get(Parameter.DEC);
        double gmst = projection.siderealTime();
        for (int d = 0; d < delays.length; d++) {
            Detector detector = detectors.get(d);
            detector.antenna(ra, dec, point.get(Parameter.PSI), gmst, antenna);
            plusFactors[d] = antenna[0];
            crossFactors[d] = antenna[1];
            delays[d] = point.get(Parameter.GEOCENT_TIME) + detector.delay(ra, dec, gmst);
        }
    }

    /** A block of four words is the pair of normal doubles of one bin. */
    private void noise(long index, int attempt, int d, int from, int count) {
        int stream = Streams.NOISE + detectors.get(d).ordinal();
        draws.words(index, 1, attempt, stream, from, count, words);
        draws.normals(words, 2 * count, normals);
        kernel.addNoise(normals, projection.sigma(d), from, count, out);
    }

    private void store(MemorySegment to, long element, int count) {
        if (type == DType.C16) {
            MemorySegment.copy(out, 0, to, Elements.F8, 16 * element, 2 * count);
            return;
        }
        for (int i = 0; i < 2 * count; i++) {
            rounded[i] = (float) out[i];
        }
        MemorySegment.copy(rounded, 0, to, Elements.F4, 8 * element, 2 * count);
    }
}
