package io.millrace.pde.spectral;

/** The reference. */
final class EtdScalar implements EtdKernel {
    @Override
    public void power(double[] u, int power, int count) {
        for (int e = 0; e < count; e++) {
            double square = u[e] * u[e];
            u[e] = power == 2 ? square : square * u[e];
        }
    }

    @Override
    public void force(
            double[] forceRe, double[] forceIm, double[] re, double[] im, double[] toRe, double[] toIm, int count) {
        for (int e = 0; e < count; e++) {
            toRe[e] = Math.fma(forceRe[e], re[e], -(forceIm[e] * im[e]));
            toIm[e] = Math.fma(forceRe[e], im[e], forceIm[e] * re[e]);
        }
    }

    @Override
    public void stage(double[] half, double[] v, double[] q, double[] n, double[] to, int count) {
        for (int e = 0; e < count; e++) {
            to[e] = Math.fma(q[e], n[e], half[e] * v[e]);
        }
    }

    @Override
    public void third(double[] half, double[] v, double[] q, double[] n, double[] first, double[] to, int count) {
        for (int e = 0; e < count; e++) {
            to[e] = Math.fma(q[e], Math.fma(2, n[e], -first[e]), half[e] * v[e]);
        }
    }

    @Override
    public void last(Steps steps, double[] v, double[] a, double[] b, double[] c, double[] d, int count) {
        for (int e = 0; e < count; e++) {
            double sum = Math.fma(steps.f1()[e], a[e], steps.e()[e] * v[e]);
            sum = Math.fma(steps.f2()[e], b[e] + c[e], sum);
            v[e] = Math.fma(steps.f3()[e], d[e], sum);
        }
    }
}
