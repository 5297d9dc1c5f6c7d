package io.millrace.bench;

import io.millrace.fft.Fft;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Fourier transforms in place, of zeros: again and again, anything else would overflow, and but for subnormals no operation's
 * time depends on its operands. The unit is a transform.
 */
public class FftBenchmark extends Measured {
    /** Complex numbers. */
    @Param({"256", "1000", "1024", "4096"})
    public int length;

    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    float[] re;
    double[] doubleRe;
    private float[] im;
    private double[] doubleIm;
    private Fft fft;

    /** Makes the transform and the zeros. */
    @Setup
    public void prepare() {
        fft = backend.equals("vector") ? Fft.vector(length) : Fft.scalar(length);
        re = new float[length];
        im = new float[length];
        doubleRe = new double[length];
        doubleIm = new double[length];
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
}
