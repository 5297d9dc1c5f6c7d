package io.millrace.waveform.detector;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.random.Draws;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;

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
    private final Aim aim;
    private final int noisyFrom;
    private final DType type;
    private final ProjectionKernel kernel;
    private final Draws draws;

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
        this.aim = projection.newAim();
        this.noisyFrom = projection.noisyFrom();
        this.type = type;
        this.kernel = kernel;
        this.draws = draws;
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
        int detectors = aim.detectors();
        aim.at(point);
        for (int from = 0; from < bins; from += CHUNK) {
            int count = Math.min(CHUNK, bins - from);
            MemorySegment.copy(hPlus, Elements.F8, 16L * from, plus, 0, 2 * count);
            MemorySegment.copy(hCross, Elements.F8, 16L * from, cross, 0, 2 * count);
            for (int d = 0; d < detectors; d++) {
                kernel.turn(projection.frequencies(), from, count, aim.delay(d), sin, cos);
                kernel.strain(plus, cross, aim.plus(d), aim.cross(d), sin, cos, projection.scale(d), from, count, out);
                if (from >= noisyFrom) {
                    noise(index, attempt, d, from, count);
                }
                store(strain, ((long) row * detectors + d) * bins + from, count);
            }
        }
    }

    /** A block of four words is the pair of normal doubles of one bin. */
    private void noise(long index, int attempt, int d, int from, int count) {
        draws.words(index, 1, attempt, aim.stream(d), from, count, words);
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
