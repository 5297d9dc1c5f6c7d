package io.millrace.routing;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.L2I;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import io.millrace.simd.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** Lane = column. */
final class DistanceVector implements DistanceKernel {
    private static final VectorSpecies<Float> FLOAT = Species.FLOAT;
    private static final VectorSpecies<Long> LONG = Species.LONG;
    private static final VectorSpecies<Double> DOUBLE = Species.DOUBLE;
    /** Adding and subtracting 2⁵² rounds 0 ≤ d < 2⁵¹ to an integer, ties to even: on every width, without a conversion. */
    private static final double ROUNDER = 0x1p52;

    DistanceVector() {}

    /** A pair (x, y) is one 64-bit lane, x its lower half. */
    @Override
    public void split(float[] xy, int at, int nodes, float[] x, float[] y) {
        for (int i = 0; i < nodes; i += LONG.length()) {
            LongVector pairs = FloatVector.fromArray(FLOAT, xy, at + 2 * i)
                    .reinterpretAsInts()
                    .reinterpretAsLongs();
            half(pairs).intoArray(x, i);
            half(pairs.lanewise(LSHR, 32)).intoArray(y, i);
        }
    }

    private static FloatVector half(LongVector pairs) {
        return ((IntVector) pairs.convertShape(L2I, Species.INT, 0)).reinterpretAsFloats();
    }

    @Override
    public void row(Metric.Base base, float[] x, float[] y, int i, int from, int to, float[] out) {
        FloatVector xi = FloatVector.broadcast(FLOAT, x[i]);
        FloatVector yi = FloatVector.broadcast(FLOAT, y[i]);
        for (int j = from; j < to; j += FLOAT.length()) {
            FloatVector dx = xi.sub(FloatVector.fromArray(FLOAT, x, j));
            FloatVector dy = yi.sub(FloatVector.fromArray(FLOAT, y, j));
            FloatVector d = switch (base) {
                case EUCLIDEAN -> dx.mul(dx).add(dy.mul(dy)).sqrt();
                case MANHATTAN -> dx.abs().add(dy.abs());
                default -> dx.abs().max(dy.abs());
            };
            d.intoArray(out, j);
        }
    }

    @Override
    public void row(
            Metric.Base base, Rounding rounding, double[] x, double[] y, int i, int from, int to, double[] out) {
        DoubleVector xi = DoubleVector.broadcast(DOUBLE, x[i]);
        DoubleVector yi = DoubleVector.broadcast(DOUBLE, y[i]);
        for (int j = from; j < to; j += DOUBLE.length()) {
            DoubleVector dx = xi.sub(DoubleVector.fromArray(DOUBLE, x, j));
            DoubleVector dy = yi.sub(DoubleVector.fromArray(DOUBLE, y, j));
            DoubleVector d = switch (base) {
                case EUCLIDEAN -> dx.mul(dx).add(dy.mul(dy)).sqrt();
                case PSEUDO_EUCLIDEAN -> dx.mul(dx).add(dy.mul(dy)).div(10).sqrt();
                case MANHATTAN -> dx.abs().add(dy.abs());
                default -> dx.abs().max(dy.abs());
            };
            rounded(rounding, d).intoArray(out, j);
        }
    }

    private static DoubleVector rounded(Rounding rounding, DoubleVector d) {
        return switch (rounding) {
            case NONE -> d;
            case ROUND -> floor(d.add(.5));
            case TRUNC -> floor(d);
            case CEIL -> {
                DoubleVector nearest = nearest(d);
                yield nearest.add(1, nearest.compare(LT, d));
            }
            case DIMACS -> floor(d.mul(10));
            case EXACT -> nearest(d.mul(1000));
        };
    }

    private static DoubleVector floor(DoubleVector d) {
        DoubleVector nearest = nearest(d);
        return nearest.sub(1, nearest.compare(GT, d));
    }

    private static DoubleVector nearest(DoubleVector d) {
        return d.add(ROUNDER).sub(ROUNDER);
    }
}
