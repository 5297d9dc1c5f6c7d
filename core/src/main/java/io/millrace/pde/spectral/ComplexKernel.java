package io.millrace.pde.spectral;

/** Products of complex numbers, element by element of arrays of {@code count}; what is written may be what is read. Class: reproducible. */
interface ComplexKernel {
    /** to = c·x: fma(cRe, xRe, −(cIm·xIm)), fma(cRe, xIm, cIm·xRe). */
    void multiply(double[] cRe, double[] cIm, double[] xRe, double[] xIm, double[] toRe, double[] toIm, int count);

    /** to += c·x: fma(cRe, xRe, fma(−cIm, xIm, toRe)), fma(cRe, xIm, fma(cIm, xRe, toIm)). */
    void add(double[] cRe, double[] cIm, double[] xRe, double[] xIm, double[] toRe, double[] toIm, int count);

    /** to = fma(2, x, −first). */
    void reflect(double[] x, double[] first, double[] to, int count);
}
