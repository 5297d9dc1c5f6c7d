package io.millrace.bench;

import io.millrace.fft.Fft;
import io.millrace.fft.RealFft;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Fourier transforms of 64 signals in double precision, in place, of zeros, as {@link FftBenchmark} has them. The unit is a transform of one
 * signal.
 */
public class BatchFftBenchmark extends Measured {
    private static final int BATCH = 64;

    /** Numbers of a signal, real or complex. */
    @Param("1024")
    public int length;

    /** How many signals one call transforms, side by side. */
    @Param({"1", "8", "64"})
    public int signals;

    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    double[] re;
    private double[] im;
    private Fft fft;
    private RealFft realFft;

    /** Makes the transforms and the zeros. */
    @Setup
    public void prepare() {
        boolean vector = backend.equals("vector");
        fft = vector ? Fft.vector(length, signals) : Fft.scalar(length, signals);
        realFft = vector ? RealFft.vector(length, signals) : RealFft.scalar(length, signals);
        re = new double[BATCH * length];
        im = new double[BATCH * length];
    }

    /** Of complex numbers. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] complex() {
        for (int at = 0; at < BATCH * length; at += signals * length) {
            fft.forward(re, im, at);
        }
        return re;
    }

    /** Of real numbers. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] real() {
        for (int at = 0; at < BATCH * length / 2; at += signals * length / 2) {
            realFft.forward(re, im, at);
        }
        return re;
    }
}
