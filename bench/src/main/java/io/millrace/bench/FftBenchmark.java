package io.millrace.bench;

import io.millrace.fft.Fft;
import io.millrace.fft.RealFft;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Fourier transforms in place, of zeros: again and again, anything else would overflow, and but for subnormals no operation's
 * time depends on its operands. The unit is a transform of all signals.
 */
public class FftBenchmark extends Measured {
    /** Numbers of a signal, complex or real. */
    @Param({"256", "1000", "1024", "4096"})
    public int length;

    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    /** Signals at once. */
    @Param({"1", "8"})
    public int signals;

    float[] re;
    double[] doubleRe;
    private float[] im;
    private double[] doubleIm;
    private Fft fft;
    private RealFft real;

    /** Makes the transform and the zeros. */
    @Setup
    public void prepare() {
        boolean vector = backend.equals("vector");
        fft = vector ? Fft.vector(length, signals) : Fft.scalar(length, signals);
        real = vector ? RealFft.vector(length, signals) : RealFft.scalar(length, signals);
        re = new float[length * signals];
        im = new float[length * signals];
        doubleRe = new double[length * signals];
        doubleIm = new double[length * signals];
    }

    /** In single precision. */
    @Benchmark
    public float[] floats() {
        fft.forward(re, im, 0);
        return re;
    }

    /** In double precision. */
    @Benchmark
    public double[] doubles() {
        fft.forward(doubleRe, doubleIm, 0);
        return doubleRe;
    }

    /** Of real signals, in double precision. */
    @Benchmark
    public double[] reals() {
        real.forward(doubleRe, doubleIm, 0);
        return doubleRe;
    }

    /** Back to real signals. */
    @Benchmark
    public double[] inverseReals() {
        real.inverse(doubleRe, doubleIm, 0);
        return doubleRe;
    }
}
