package io.millrace.pde.spectral;

import static io.millrace.simd.Species.DOUBLE;

import jdk.incubator.vector.DoubleVector;

/** {@link SquareScalar} over lanes; arrays are readable and writable to whole vectors. */
final class SquareVector implements SquareKernel {
    private static final int LANES = DOUBLE.length();

    @Override
    public void square(double[] re, double[] im, int count) {
        for (int e = 0; e < count; e += LANES) {
            DoubleVector x = DoubleVector.fromArray(DOUBLE, re, e);
            DoubleVector y = DoubleVector.fromArray(DOUBLE, im, e);
            x.fma(x, y.mul(y).neg()).intoArray(re, e);
            x.mul(y).mul(2).intoArray(im, e);
        }
    }
}
