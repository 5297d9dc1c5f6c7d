package io.millrace.pde.volume;

import static io.millrace.simd.Species.DOUBLE;
import static jdk.incubator.vector.VectorOperators.GT;

import io.millrace.math.ExpVector;
import io.millrace.math.LogVector;
import jdk.incubator.vector.DoubleVector;

/** {@link SorptionScalar} over lanes: of numbers, and in the elimination of trajectories. Arrays are readable and writable to whole vectors. */
final class SorptionVector implements SorptionKernel {
    private static final int LANES = DOUBLE.length();

    @Override
    public void storage(
            double[] u,
            double[] capacity,
            double[] exponent,
            double[] least,
            double[] power,
            double[] stored,
            double[] slope,
            int count) {
        logarithms(u, power, count);
        powers(exponent, power, count);
        DoubleVector zero = DoubleVector.zero(DOUBLE);
        for (int e = 0; e < count; e += LANES) {
            DoubleVector value = DoubleVector.fromArray(DOUBLE, u, e);
            DoubleVector x = zero.blend(value, value.compare(GT, 0));
            DoubleVector p = DoubleVector.fromArray(DOUBLE, power, e);
            DoubleVector a = DoubleVector.fromArray(DOUBLE, capacity, e);
            DoubleVector r = a.mul(DoubleVector.fromArray(DOUBLE, exponent, e))
                    .fma(p.div(x.add(Sorption.EPSILON)), DoubleVector.broadcast(DOUBLE, 1));
            r.intoArray(slope, e);
            value.sub(x)
                    .fma(r, a.fma(p.sub(DoubleVector.fromArray(DOUBLE, least, e)), x))
                    .intoArray(stored, e);
        }
    }

    private static void logarithms(double[] u, double[] to, int count) {
        DoubleVector zero = DoubleVector.zero(DOUBLE);
        for (int e = 0; e < count; e += LANES) {
            DoubleVector value = DoubleVector.fromArray(DOUBLE, u, e);
            DoubleVector x = zero.blend(value, value.compare(GT, 0));
            LogVector.log(x.add(Sorption.EPSILON)).intoArray(to, e);
        }
    }

    private static void powers(double[] exponent, double[] power, int count) {
        for (int e = 0; e < count; e += LANES) {
            DoubleVector log = DoubleVector.fromArray(DOUBLE, power, e);
            ExpVector.exp(DoubleVector.fromArray(DOUBLE, exponent, e).mul(log)).intoArray(power, e);
        }
    }

    @Override
    public void spread(double[] u, double[] ratio, double[] base, double[] to, int trajectories, int cells) {
        int until = (cells - 1) * trajectories;
        int e = trajectories;
        DoubleVector two = DoubleVector.broadcast(DOUBLE, -2);
        for (; e + LANES <= until; e += LANES) {
            DoubleVector sides = DoubleVector.fromArray(DOUBLE, u, e - trajectories)
                    .add(DoubleVector.fromArray(DOUBLE, u, e + trajectories));
            DoubleVector bent = two.fma(DoubleVector.fromArray(DOUBLE, u, e), sides);
            DoubleVector.fromArray(DOUBLE, ratio, e)
                    .fma(bent, DoubleVector.fromArray(DOUBLE, base, e))
                    .intoArray(to, e);
        }
        SorptionScalar.spread(u, ratio, base, to, trajectories, e, until);
    }

    @Override
    public void correct(
            double[] u,
            double[] slope,
            double[] ratio,
            double[] target,
            double[] stored,
            double[] upper,
            int trajectories,
            int cells) {
        int b = 0;
        for (; b + LANES <= trajectories; b += LANES) {
            eliminate(slope, ratio, target, stored, upper, trajectories, cells, b);
            substitute(u, target, upper, trajectories, cells, b);
        }
        for (; b < trajectories; b++) {
            SorptionScalar.correct(u, slope, ratio, target, stored, upper, trajectories, cells, b);
        }
    }

    private static void eliminate(
            double[] slope,
            double[] ratio,
            double[] target,
            double[] stored,
            double[] upper,
            int trajectories,
            int cells,
            int b) {
        DoubleVector above = DoubleVector.zero(DOUBLE);
        DoubleVector known = DoubleVector.zero(DOUBLE);
        DoubleVector two = DoubleVector.broadcast(DOUBLE, 2);
        DoubleVector one = DoubleVector.broadcast(DOUBLE, 1);
        for (int j = 0, e = b; j < cells; j++, e += trajectories) {
            DoubleVector a = DoubleVector.fromArray(DOUBLE, ratio, e);
            DoubleVector whole = two.fma(a, DoubleVector.fromArray(DOUBLE, slope, e));
            DoubleVector pivot = one.div(a.neg().fma(above, whole));
            DoubleVector missing =
                    DoubleVector.fromArray(DOUBLE, target, e).sub(DoubleVector.fromArray(DOUBLE, stored, e));
            above = a.mul(pivot);
            known = a.fma(known, missing).mul(pivot);
            above.intoArray(upper, e);
            known.intoArray(target, e);
        }
    }

    private static void substitute(double[] u, double[] target, double[] upper, int trajectories, int cells, int b) {
        DoubleVector delta = DoubleVector.zero(DOUBLE);
        for (int e = (cells - 1) * trajectories + b; e >= 0; e -= trajectories) {
            delta = DoubleVector.fromArray(DOUBLE, upper, e).fma(delta, DoubleVector.fromArray(DOUBLE, target, e));
            DoubleVector.fromArray(DOUBLE, u, e).add(delta).intoArray(u, e);
        }
    }
}
