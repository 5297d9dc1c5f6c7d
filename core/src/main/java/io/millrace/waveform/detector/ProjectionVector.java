package io.millrace.waveform.detector;

import io.millrace.math.TurnsVector;
import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Lane = bin for the angles, lane = real or imaginary part for the rest: a vector of bins weighs two vectors of parts, its
 * lower half doubled and its upper half doubled. Needs two lanes or more.
 */
final class ProjectionVector implements ProjectionKernel {
    private static final VectorSpecies<Double> DOUBLE = Species.DOUBLE;
    private static final int LANES = DOUBLE.length();

    /** Bins 0, 0, 1, 1, … of a vector of bins. */
    private static final VectorShuffle<Double> LOWER = VectorShuffle.fromOp(DOUBLE, lane -> lane / 2);
    /** Bins n/2, n/2, n/2 + 1, … */
    private static final VectorShuffle<Double> UPPER = VectorShuffle.fromOp(DOUBLE, lane -> (LANES + lane) / 2);
    /** Real and imaginary parts change places. */
    private static final VectorShuffle<Double> SWAP =
            VectorShuffle.fromOp(DOUBLE, lane -> LANES == 1 ? lane : lane ^ 1);

    /** +1 for real, −1 for imaginary parts. */
    private static final DoubleVector SIGNS = signs();

    private ProjectionVector() {}

    /** These kernels, or the scalar ones where a vector holds one lane and no pair. */
    static ProjectionKernel kernel() {
        return LANES == 1 ? new ProjectionScalar() : new ProjectionVector();
    }

    private static DoubleVector signs() {
        double[] signs = new double[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            signs[lane] = lane % 2 == 0 ? 1 : -1;
        }
        return DoubleVector.fromArray(DOUBLE, signs, 0);
    }

    @Override
    public void turn(double[] frequencies, int from, int count, double tau, double[] sin, double[] cos) {
        DoubleVector delay = DoubleVector.broadcast(DOUBLE, tau);
        for (int i = 0; i < count; i += LANES) {
            DoubleVector f = DoubleVector.fromArray(DOUBLE, frequencies, from + i);
            DoubleVector product = f.mul(delay);
            DoubleVector error = f.fma(delay, product.neg());
            DoubleVector turns = product.sub(product.add(ROUNDER).sub(ROUNDER)).add(error);
            TurnsVector.sinCos(turns, sin, cos, i);
        }
    }

    @Override
    public void strain(
            double[] plus,
            double[] cross,
            double fPlus,
            double fCross,
            double[] sin,
            double[] cos,
            double[] scale,
            int from,
            int count,
            double[] out) {
        DoubleVector p = DoubleVector.broadcast(DOUBLE, fPlus);
        DoubleVector x = DoubleVector.broadcast(DOUBLE, fCross);
        for (int i = 0; i < count; i += LANES) {
            DoubleVector weight = DoubleVector.fromArray(DOUBLE, scale, from + i);
            DoubleVector c = DoubleVector.fromArray(DOUBLE, cos, i).mul(weight);
            DoubleVector s = DoubleVector.fromArray(DOUBLE, sin, i).mul(weight);
            turned(plus, cross, 2 * i, p, x, c.rearrange(LOWER), s.rearrange(LOWER), out);
            turned(plus, cross, 2 * i + LANES, p, x, c.rearrange(UPPER), s.rearrange(UPPER), out);
        }
    }

    private static void turned(
            double[] plus,
            double[] cross,
            int at,
            DoubleVector p,
            DoubleVector x,
            DoubleVector c,
            DoubleVector s,
            double[] out) {
        DoubleVector h = DoubleVector.fromArray(DOUBLE, cross, at)
                .fma(x, DoubleVector.fromArray(DOUBLE, plus, at).mul(p));
        h.rearrange(SWAP).fma(s.mul(SIGNS), h.mul(c)).intoArray(out, at);
    }

    @Override
    public void addNoise(double[] normals, double[] sigma, int from, int count, double[] out) {
        for (int i = 0; i < count; i += LANES) {
            DoubleVector deviation = DoubleVector.fromArray(DOUBLE, sigma, from + i);
            added(normals, 2 * i, deviation.rearrange(LOWER), out);
            added(normals, 2 * i + LANES, deviation.rearrange(UPPER), out);
        }
    }

    private static void added(double[] normals, int at, DoubleVector deviation, double[] out) {
        DoubleVector.fromArray(DOUBLE, normals, at)
                .fma(deviation, DoubleVector.fromArray(DOUBLE, out, at))
                .intoArray(out, at);
    }
}
