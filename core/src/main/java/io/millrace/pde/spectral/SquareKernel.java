package io.millrace.pde.spectral;

/** z ← z² of complex numbers: fma(re, re, −(im·im)), 2·(re·im). Class: reproducible. */
interface SquareKernel {
    /** Of the first {@code count}. */
    void square(double[] re, double[] im, int count);
}
