package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.radio.feature.WindowSums;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.FilterKernel;
import io.millrace.radio.kernel.FractionalDelay;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The kernels of radio signals over a block of 1,024 samples; the unit is a sample. */
public class SampleBenchmark extends Measured {
    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    private final float[] re = new float[2 * Block.ARRAY];
    private final float[] im = new float[2 * Block.ARRAY];
    private final float[] gainRe = new float[Block.ARRAY];
    private final float[] gainIm = new float[Block.ARRAY];
    private final float[] outRe = new float[Block.ARRAY];
    private final float[] outIm = new float[Block.ARRAY];
    private final float[] delayedRe = new float[Block.ARRAY];
    private final float[] delayedIm = new float[Block.ARRAY];
    private final float[] taps = new float[FilterKernel.TAPS];
    private final float[] curve = {1, 0.1f, -0.2f, 0.3f, -0.01f, 0.02f};
    private final int[] radii = new int[Block.ARRAY];
    private final int[] angles = new int[Block.ARRAY];
    private final float[] row = new float[WindowSums.LENGTH];
    private SampleKernels kernels;
    private WindowSums sums;
    private Arena arena;
    private MemorySegment tensor;
    private long index;

    /** Takes the kernels, and a block of noise. */
    @Setup
    public void prepare() {
        Philox philox = Philox.of("bench", SEED);
        kernels = backend.equals("vector") ? SampleKernels.vector(philox) : SampleKernels.scalar(philox);
        sums = new WindowSums(Block.LENGTH, kernels);
        arena = Arena.ofShared();
        tensor = arena.allocate(8L * Block.LENGTH, Batch.ALIGNMENT);
        noise();
        System.arraycopy(outRe, 0, re, 0, Block.LENGTH);
        System.arraycopy(outIm, 0, im, 0, Block.LENGTH);
        FractionalDelay.taps(0.3, taps);
    }

    /** Complex normal numbers from nothing. */
    @Benchmark
    @OperationsPerInvocation(Block.LENGTH)
    public float noise() {
        kernels.draws().pairs(index, 0, 1, 0, Block.LENGTH, radii, angles);
        kernels.normals().add(radii, angles, Block.LENGTH, 1, outRe, outIm, 0);
        index++;
        return outRe[0];
    }

    /** A delayed, weighted copy, with the coefficients of each step. */
    @Benchmark
    @OperationsPerInvocation(Block.LENGTH)
    public float delay() {
        Arrays.fill(delayedRe, 0);
        Arrays.fill(delayedIm, 0);
        for (int done = 0; done < Block.LENGTH; done += Block.STEP) {
            FractionalDelay.taps(done / 2048.0, taps);
            kernels.filters().add(re, done, re, done + 1, taps, 0, delayedRe, done);
            kernels.filters().add(im, done, im, done + 1, taps, 0, delayedIm, done);
        }
        kernels.mix().addProduct(gainRe, gainIm, delayedRe, delayedIm, Block.LENGTH, outRe, outIm, 0);
        return outRe[0];
    }

    /** Points of the unit circle. */
    @Benchmark
    @OperationsPerInvocation(Block.LENGTH)
    public float phasor() {
        kernels.phasors().make(angles, Block.LENGTH, 1, outRe, outIm, 0);
        return outRe[0];
    }

    /** A path's gain between its nodes. */
    @Benchmark
    @OperationsPerInvocation(Block.LENGTH)
    public float curve() {
        kernels.curves().make(curve, 0, 0, 0x1p-10f, Block.LENGTH, gainRe, 0);
        kernels.curves().make(curve, 0, 0, 0x1p-10f, Block.LENGTH, gainIm, 0);
        return gainRe[0];
    }

    /** Rotation by a carrier. */
    @Benchmark
    @OperationsPerInvocation(Block.LENGTH)
    public float multiply() {
        kernels.mix().multiply(gainRe, gainIm, Block.LENGTH, outRe, outIm);
        return outRe[0];
    }

    /** Σ |y|². */
    @Benchmark
    @OperationsPerInvocation(Block.LENGTH)
    public float power() {
        return kernels.mix().power(re, im, Block.LENGTH);
    }

    /** To complex64. */
    @Benchmark
    @OperationsPerInvocation(Block.LENGTH)
    public MemorySegment interleave() {
        kernels.interleave().store(re, im, Block.LENGTH, tensor, 0);
        return tensor;
    }

    /** All that features need of a window. */
    @Benchmark
    @OperationsPerInvocation(Block.LENGTH)
    public float window() {
        sums.sum(re, im, 0, row);
        return row[0];
    }

    /** Gives the memory back. */
    @TearDown
    public void release() {
        arena.close();
    }
}
