package io.millrace.fft;

import static io.millrace.simd.Species.DOUBLE;

import io.millrace.batch.Elements;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One signal's transform in double precision where the length is a power of 2, over lanes, to the bits of {@link Stages}; one thread's. It is done off the heap, in memory that is
 * aligned to vectors: on the heap arrays begin anywhere, and vectors of 64 bytes then lie in two lines of the cache each, which takes stages of 512 numbers 1.5 times as
 * long (measured, Sapphire Rapids), while a copy costs a third of a stage.
 *
 * <p>The numbers stand at 0, their imaginary parts {@link #IM} elements behind. Stages go from there to 2·IM and back; of an odd number the last, whose
 * butterflies write where they read, is in place.
 */
final class DoubleAligned {
    /** The longest length: what stages go through fits the second-level cache with its factors. */
    static final int MOST = 2048;

    private static final int LANES = DOUBLE.length();
    private static final int LINE = 64;
    /** Between arrays: what a walk may reach beyond one; no multiple of 4 KiB may be between what is read and what is written. */
    private static final int GAP = 2 * LINE / Double.BYTES;

    /** From real parts to imaginary ones, from cosines to sines, in elements. */
    static final int IM = MOST + GAP;

    static final int SIN = 4 * MOST + GAP;

    final MemorySegment memory;
    private final FftPlan plan;
    /** Where a stage's factors stand. */
    private final int[] factors;

    DoubleAligned(FftPlan plan) {
        this.plan = plan;
        factors = new int[plan.stages()];
        int end = 4 * IM;
        memory = Elements.offHeap(Arena.ofAuto().allocate((long) (end + 2 * SIN + MOST) * Double.BYTES, LINE));
        for (int stage = 0; stage < factors.length; stage++) {
            factors[stage] = end;
            end += 3 * plan.twists(stage) * repeated(stage);
            tabulate(stage);
        }
    }

    /**
     * Whether a length is done so: with vectors of 8, for C2 makes instructions of {@link jdk.incubator.vector.DoubleVector#selectFrom(jdk.incubator.vector.Vector,
     * jdk.incubator.vector.Vector)} with AVX-512 alone; without, transforms took three times as long as on the heap.
     */
    static boolean suits(int length) {
        return LANES == 8 && Integer.bitCount(length) == 1 && length >= 4 * LANES && length <= MOST;
    }

    /** How many times a factor stands. */
    private int repeated(int stage) {
        return Math.min(plan.stride(stage), LANES);
    }

    private void tabulate(int stage) {
        Root[] roots = plan.factors(stage);
        int repeated = repeated(stage);
        int at = factors[stage];
        for (Root root : roots) {
            for (int r = 0; r < repeated; r++, at++) {
                memory.setAtIndex(Elements.F8, at, root.cos());
                memory.setAtIndex(Elements.F8, at + SIN, root.sin());
            }
        }
    }

    /** Takes the numbers from arrays. */
    void load(double[] re, double[] im, int at) {
        MemorySegment.copy(re, at, memory, Elements.F8, 0, plan.length());
        MemorySegment.copy(im, at, memory, Elements.F8, (long) IM * Double.BYTES, plan.length());
    }

    /** Writes them into arrays. */
    void store(double[] re, double[] im, int at) {
        MemorySegment.copy(memory, Elements.F8, 0, re, at, plan.length());
        MemorySegment.copy(memory, Elements.F8, (long) IM * Double.BYTES, im, at, plan.length());
    }

    /** As {@link Fft#forward(double[], double[], int)}. */
    void forward() {
        int stages = factors.length;
        for (int stage = 0; stage < stages; stage++) {
            int from = stage % 2 == 0 ? 0 : 2 * IM;
            int to = from == 0 && stage < stages - 1 ? 2 * IM : 0;
            stage(stage, from, to);
        }
    }

    private void stage(int stage, int from, int to) {
        int quarter = plan.length() / 4;
        int stride = plan.stride(stage);
        int w = factors[stage];
        if (plan.radix(stage) == 2) {
            DoubleAlignedStages.two(memory, 2 * quarter, from, to);
        } else if (stride == 1) {
            DoubleAlignedStages.ones(memory, quarter, from, w, to);
        } else if (stride < LANES) {
            DoubleAlignedStages.halves(memory, quarter, from, w, to);
        } else if (stride == DoubleAlignedStages.LEAST) {
            DoubleAlignedStages.across(memory, quarter, from, w, to);
        } else {
            for (int p = 0; p < quarter / stride; p++) {
                DoubleAlignedStages.along(
                        memory, quarter, from + p * stride, w + p * LANES, to + 4 * p * stride, stride);
            }
        }
    }
}
