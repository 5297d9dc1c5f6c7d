package io.millrace.pde.spectral;

/** The reference. */
final class SquareScalar implements SquareKernel {
    @Override
    public void square(double[] re, double[] im, int count) {
        for (int e = 0; e < count; e++) {
            double x = re[e];
            double y = im[e];
            re[e] = Math.fma(x, x, -(y * y));
            im[e] = 2 * (x * y);
        }
    }
}
