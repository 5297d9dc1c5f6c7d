package io.millrace.pde.spectral;

import static io.millrace.simd.Species.DOUBLE;

import jdk.incubator.vector.DoubleVector;

/** {@link EtdScalar} over lanes; arrays are readable and writable to whole vectors. */
final class EtdVector implements EtdKernel {
    private static final int LANES = DOUBLE.length();

    @Override
    public void power(double[] u, int power, int count) {
        for (int e = 0; e < count; e += LANES) {
            DoubleVector x = DoubleVector.fromArray(DOUBLE, u, e);
            DoubleVector square = x.mul(x);
            (power == 2 ? square : square.mul(x)).intoArray(u, e);
        }
    }

    @Override
    public void force(
            double[] forceRe, double[] forceIm, double[] re, double[] im, double[] toRe, double[] toIm, int count) {
        for (int e = 0; e < count; e += LANES) {
            DoubleVector gRe = DoubleVector.fromArray(DOUBLE, forceRe, e);
            DoubleVector gIm = DoubleVector.fromArray(DOUBLE, forceIm, e);
            DoubleVector x = DoubleVector.fromArray(DOUBLE, re, e);
            DoubleVector y = DoubleVector.fromArray(DOUBLE, im, e);
            gRe.fma(x, gIm.mul(y).neg()).intoArray(toRe, e);
            gRe.fma(y, gIm.mul(x)).intoArray(toIm, e);
        }
    }

    @Override
    public void stage(double[] half, double[] v, double[] q, double[] n, double[] to, int count) {
        for (int e = 0; e < count; e += LANES) {
            DoubleVector kept = DoubleVector.fromArray(DOUBLE, half, e).mul(DoubleVector.fromArray(DOUBLE, v, e));
            DoubleVector.fromArray(DOUBLE, q, e)
                    .fma(DoubleVector.fromArray(DOUBLE, n, e), kept)
                    .intoArray(to, e);
        }
    }

    @Override
    public void third(double[] half, double[] v, double[] q, double[] n, double[] first, double[] to, int count) {
        for (int e = 0; e < count; e += LANES) {
            DoubleVector kept = DoubleVector.fromArray(DOUBLE, half, e).mul(DoubleVector.fromArray(DOUBLE, v, e));
            DoubleVector force = DoubleVector.broadcast(DOUBLE, 2)
                    .fma(
                            DoubleVector.fromArray(DOUBLE, n, e),
                            DoubleVector.fromArray(DOUBLE, first, e).neg());
            DoubleVector.fromArray(DOUBLE, q, e).fma(force, kept).intoArray(to, e);
        }
    }

    @Override
    public void last(Steps steps, double[] v, double[] a, double[] b, double[] c, double[] d, int count) {
        double[] e0 = steps.e();
        double[] f1 = steps.f1();
        double[] f2 = steps.f2();
        double[] f3 = steps.f3();
        for (int e = 0; e < count; e += LANES) {
            DoubleVector sum = DoubleVector.fromArray(DOUBLE, f1, e)
                    .fma(
                            DoubleVector.fromArray(DOUBLE, a, e),
                            DoubleVector.fromArray(DOUBLE, e0, e).mul(DoubleVector.fromArray(DOUBLE, v, e)));
            DoubleVector middle = DoubleVector.fromArray(DOUBLE, b, e).add(DoubleVector.fromArray(DOUBLE, c, e));
            sum = DoubleVector.fromArray(DOUBLE, f2, e).fma(middle, sum);
            DoubleVector.fromArray(DOUBLE, f3, e)
                    .fma(DoubleVector.fromArray(DOUBLE, d, e), sum)
                    .intoArray(v, e);
        }
    }
}
