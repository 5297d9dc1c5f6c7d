package io.millrace.pde.spectral;

import static io.millrace.simd.Species.DOUBLE;

import jdk.incubator.vector.DoubleVector;

/** {@link ComplexScalar} over lanes; arrays are readable and writable to whole vectors. */
final class ComplexVector implements ComplexKernel {
    private static final int LANES = DOUBLE.length();

    @Override
    public void multiply(
            double[] cRe, double[] cIm, double[] xRe, double[] xIm, double[] toRe, double[] toIm, int count) {
        for (int e = 0; e < count; e += LANES) {
            DoubleVector re = DoubleVector.fromArray(DOUBLE, cRe, e);
            DoubleVector im = DoubleVector.fromArray(DOUBLE, cIm, e);
            DoubleVector x = DoubleVector.fromArray(DOUBLE, xRe, e);
            DoubleVector y = DoubleVector.fromArray(DOUBLE, xIm, e);
            re.fma(x, im.mul(y).neg()).intoArray(toRe, e);
            re.fma(y, im.mul(x)).intoArray(toIm, e);
        }
    }

    @Override
    public void add(double[] cRe, double[] cIm, double[] xRe, double[] xIm, double[] toRe, double[] toIm, int count) {
        for (int e = 0; e < count; e += LANES) {
            DoubleVector re = DoubleVector.fromArray(DOUBLE, cRe, e);
            DoubleVector im = DoubleVector.fromArray(DOUBLE, cIm, e);
            DoubleVector x = DoubleVector.fromArray(DOUBLE, xRe, e);
            DoubleVector y = DoubleVector.fromArray(DOUBLE, xIm, e);
            re.fma(x, im.neg().fma(y, DoubleVector.fromArray(DOUBLE, toRe, e))).intoArray(toRe, e);
            re.fma(y, im.fma(x, DoubleVector.fromArray(DOUBLE, toIm, e))).intoArray(toIm, e);
        }
    }

    @Override
    public void reflect(double[] x, double[] first, double[] to, int count) {
        DoubleVector two = DoubleVector.broadcast(DOUBLE, 2);
        for (int e = 0; e < count; e += LANES) {
            DoubleVector back = DoubleVector.fromArray(DOUBLE, first, e).neg();
            two.fma(DoubleVector.fromArray(DOUBLE, x, e), back).intoArray(to, e);
        }
    }
}
