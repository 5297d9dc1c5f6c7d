package io.millrace.pde.spectral;

/** The arithmetic of {@link Etdrk4}, element by element of arrays of {@code count} numbers. Class: reproducible. */
interface EtdKernel {
    /** u = u², or u³. */
    void power(double[] u, int power, int count);

    /** G·x = (forceRe + i·forceIm)(re + i·im) into {@code to}. */
    void force(double[] forceRe, double[] forceIm, double[] re, double[] im, double[] toRe, double[] toIm, int count);

    /** to = fma(q, n, half·v). */
    void stage(double[] half, double[] v, double[] q, double[] n, double[] to, int count);

    /** to = fma(q, 2·n − first, half·v). */
    void third(double[] half, double[] v, double[] q, double[] n, double[] first, double[] to, int count);

    /** v = fma(f₃, d, fma(f₂, b + c, fma(f₁, a, e·v))). */
    void last(Steps steps, double[] v, double[] a, double[] b, double[] c, double[] d, int count);

    /** {@link EtdCoefficients} of all modes, and G. */
    record Steps(
            double[] e,
            double[] half,
            double[] q,
            double[] f1,
            double[] f2,
            double[] f3,
            double[] forceRe,
            double[] forceIm) {
        Steps(int count) {
            this(
                    new double[count],
                    new double[count],
                    new double[count],
                    new double[count],
                    new double[count],
                    new double[count],
                    new double[count],
                    new double[count]);
        }
    }
}
