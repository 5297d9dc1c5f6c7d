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
 * <p>The numbers stand at {@link #re} and {@link #im}, in elements of the memory. Stages go from there to as many behind them and back; of an odd number the last, whose
 * butterflies write where they read, is in place.
 */
final class DoubleAligned {
    /** The longest length: what stages go through fits the second-level cache with its factors. */
    static final int MOST = 2048;

    private static final int LANES = DOUBLE.length();
    private static final int LINE = 64;
    /** Between arrays: what a walk may reach beyond one; no multiple of 4 KiB may be between what is read and what is written. */
    private static final int GAP = 2 * LINE / Double.BYTES;

    final MemorySegment memory;
    final int length;
    final int re;
    final int im;
    private final int otherRe;
    private final int otherIm;
    private final FftPlan plan;
    /** Where a stage's factors stand. */
    private final int[] factors;

    DoubleAligned(FftPlan plan) {
        this.plan = plan;
        length = plan.length();
        re = 0;
        im = length + GAP;
        otherRe = 2 * im;
        otherIm = 3 * im;
        factors = new int[plan.stages()];
        int end = 4 * im;
        for (int stage = 0; stage < factors.length; stage++) {
            factors[stage] = end;
            end += 6 * plan.twists(stage) * repeated(stage);
        }
        memory = Elements.offHeap(Arena.ofAuto().allocate((long) (end + MOST) * Double.BYTES, LINE));
        for (int stage = 0; stage < factors.length; stage++) {
            tabulate(stage);
        }
    }

    /** Whether a length is done so: from where there is a stage of every kind. */
    static boolean suits(int length) {
        return LANES >= 4 && Integer.bitCount(length) == 1 && length >= 16 * LANES && length <= MOST;
    }

    /** How many times a factor stands. */
    private int repeated(int stage) {
        return Math.min(plan.stride(stage), LANES);
    }

    private void tabulate(int stage) {
        Root[] roots = plan.factors(stage);
        int repeated = repeated(stage);
        int at = factors[stage];
        int sines = 3 * plan.twists(stage) * repeated;
        for (Root root : roots) {
            for (int r = 0; r < repeated; r++, at++) {
                memory.setAtIndex(Elements.F8, at, root.cos());
                memory.setAtIndex(Elements.F8, at + sines, root.sin());
            }
        }
    }

    /** From arrays. */
    void load(double[] fromRe, double[] fromIm, int at) {
        MemorySegment.copy(fromRe, at, memory, Elements.F8, (long) re * Double.BYTES, length);
        MemorySegment.copy(fromIm, at, memory, Elements.F8, (long) im * Double.BYTES, length);
    }

    /** Into arrays. */
    void store(double[] toRe, double[] toIm, int at) {
        MemorySegment.copy(memory, Elements.F8, (long) re * Double.BYTES, toRe, at, length);
        MemorySegment.copy(memory, Elements.F8, (long) im * Double.BYTES, toIm, at, length);
    }

    /** As {@link Fft#forward(double[], double[], int)}. */
    void forward() {
        run(re, im, otherRe, otherIm);
    }

    /** As {@link Fft#inverse(double[], double[], int)}. */
    void inverse() {
        run(im, re, otherIm, otherRe);
    }

    private void run(int hereRe, int hereIm, int thereRe, int thereIm) {
        int stages = factors.length;
        for (int stage = 0; stage < stages; stage++) {
            boolean here = stage % 2 == 0;
            boolean last = stage == stages - 1;
            int xRe = here ? hereRe : thereRe;
            int xIm = here ? hereIm : thereIm;
            int yRe = here && !last ? thereRe : hereRe;
            int yIm = here && !last ? thereIm : hereIm;
            stage(stage, xRe, xIm, yRe, yIm);
        }
    }

    private void stage(int stage, int xRe, int xIm, int yRe, int yIm) {
        int quarter = length / 4;
        int stride = plan.stride(stage);
        int w = factors[stage];
        if (plan.radix(stage) == 2) {
            DoubleAlignedStages.two(memory, length / 2, xRe, xIm, yRe, yIm);
        } else if (stride == 1) {
            DoubleAlignedStages.ones(memory, quarter, xRe, xIm, w, yRe, yIm);
        } else if (stride < LANES) {
            DoubleAlignedStages.halves(memory, quarter, xRe, xIm, w, yRe, yIm);
        } else if (stride == DoubleAlignedStages.LEAST) {
            for (int q = 0; q < stride; q += LANES) {
                DoubleAlignedStages.across(memory, quarter, xRe + q, xIm + q, w, yRe + q, yIm + q);
            }
        } else {
            for (int p = 0; p < plan.twists(stage); p++) {
                int x = p * stride;
                DoubleAlignedStages.along(
                        memory, quarter, xRe + x, xIm + x, w + p * LANES, yRe + 4 * x, yIm + 4 * x, stride);
            }
        }
    }
}
