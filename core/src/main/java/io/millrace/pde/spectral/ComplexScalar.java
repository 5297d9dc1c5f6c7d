package io.millrace.pde.spectral;

/** The reference. */
final class ComplexScalar implements ComplexKernel {
    @Override
    public void multiply(
            double[] cRe, double[] cIm, double[] xRe, double[] xIm, double[] toRe, double[] toIm, int count) {
        for (int e = 0; e < count; e++) {
            double x = xRe[e];
            double y = xIm[e];
            toRe[e] = Math.fma(cRe[e], x, -(cIm[e] * y));
            toIm[e] = Math.fma(cRe[e], y, cIm[e] * x);
        }
    }

    @Override
    public void add(double[] cRe, double[] cIm, double[] xRe, double[] xIm, double[] toRe, double[] toIm, int count) {
        for (int e = 0; e < count; e++) {
            double x = xRe[e];
            double y = xIm[e];
            toRe[e] = Math.fma(cRe[e], x, Math.fma(-cIm[e], y, toRe[e]));
            toIm[e] = Math.fma(cRe[e], y, Math.fma(cIm[e], x, toIm[e]));
        }
    }

    @Override
    public void reflect(double[] x, double[] first, double[] to, int count) {
        for (int e = 0; e < count; e++) {
            to[e] = Math.fma(2, x[e], -first[e]);
        }
    }
}
