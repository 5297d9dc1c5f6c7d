package io.millrace.fft;

import static io.millrace.simd.Species.DOUBLE;

import io.millrace.batch.Elements;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;

/**
 * {@link Halves} of a signal in the memory of a {@link DoubleAligned}, over lanes of k; loops as in {@link DoubleAlignedStages}. The first vector has k = 0 too, whose partner m is
 * behind the numbers: what it makes of them is written over.
 */
final class DoubleAlignedHalves {
    private static final int LANES = DOUBLE.length();
    private static final int BYTES = LANES * Double.BYTES;
    private static final int EACH = DoubleAligned.MOST * Double.BYTES - BYTES;
    private static final int IM = DoubleAlignedStages.IM;
    private static final ByteOrder NATIVE = ByteOrder.nativeOrder();
    private static final VectorShuffle<Double> REVERSED = VectorShuffle.fromOp(DOUBLE, lane -> LANES - 1 - lane);

    private final int half;
    private final DoubleAligned numbers;
    /** Cosines of 2πk/n, their sines where imaginary parts would be. */
    private final MemorySegment roots;

    DoubleAlignedHalves(DoubleAligned numbers, int half) {
        this.numbers = numbers;
        this.half = half;
        roots = Elements.offHeap(
                Arena.ofAuto().allocate((long) (DoubleAligned.IM + DoubleAligned.MOST) * Double.BYTES, BYTES));
        for (int k = 0; k < half / 2; k++) {
            Root root = Root.of(k, 2 * half);
            roots.setAtIndex(Elements.F8, k, root.cos());
            roots.setAtIndex(Elements.F8, DoubleAligned.IM + k, root.sin());
        }
    }

    private double get(int element) {
        return numbers.memory.getAtIndex(Elements.F8, element);
    }

    private void set(int element, double value) {
        numbers.memory.setAtIndex(Elements.F8, element, value);
    }

    /** X of Z, in place. */
    void spectrum() {
        double re = get(0);
        double im = get(DoubleAligned.IM);
        spectrum(numbers.memory, roots, half / 2);
        set(0, re + im);
        set(DoubleAligned.IM, re - im);
        set(DoubleAligned.IM + half / 2, -get(DoubleAligned.IM + half / 2));
    }

    /** Of all k &lt; pairs, and of m − k, which descend. */
    private static void spectrum(MemorySegment memory, MemorySegment roots, int pairs) {
        MemorySegment w = DoubleAlignedStages.part(roots, 0);
        MemorySegment ascending = DoubleAlignedStages.part(memory, 0);
        MemorySegment descending = DoubleAlignedStages.part(memory, pairs + 1);
        int last = pairs * Double.BYTES - BYTES;
        for (int i = 0; i < pairs * Double.BYTES; i += BYTES) {
            int p = i & EACH;
            int q = last - i & EACH;
            DoubleVector c = DoubleVector.fromMemorySegment(DOUBLE, w, p, NATIVE);
            DoubleVector s = DoubleVector.fromMemorySegment(DOUBLE, w, p + IM, NATIVE);
            DoubleVector pRe = DoubleVector.fromMemorySegment(DOUBLE, ascending, p, NATIVE);
            DoubleVector pIm = DoubleVector.fromMemorySegment(DOUBLE, ascending, p + IM, NATIVE);
            DoubleVector qRe = DoubleVector.fromMemorySegment(DOUBLE, descending, q, NATIVE)
                    .rearrange(REVERSED);
            DoubleVector qIm = DoubleVector.fromMemorySegment(DOUBLE, descending, q + IM, NATIVE)
                    .rearrange(REVERSED);
            DoubleVector sumRe = pRe.add(qRe);
            DoubleVector sumIm = pIm.sub(qIm);
            DoubleVector minusRe = qRe.sub(pRe);
            DoubleVector minusIm = pIm.add(qIm);
            DoubleVector turnedRe = s.fma(minusRe, c.mul(minusIm));
            DoubleVector turnedIm = c.fma(minusRe, s.mul(minusIm).neg());
            sumRe.add(turnedRe).mul(0.5).intoMemorySegment(ascending, p, NATIVE);
            turnedIm.add(sumIm).mul(0.5).intoMemorySegment(ascending, p + IM, NATIVE);
            sumRe.sub(turnedRe).mul(0.5).rearrange(REVERSED).intoMemorySegment(descending, q, NATIVE);
            turnedIm.sub(sumIm).mul(0.5).rearrange(REVERSED).intoMemorySegment(descending, q + IM, NATIVE);
        }
    }

    /** 2Z of X, real and imaginary parts in each other's place: an inverse transform is the forward one of such. */
    void signal() {
        double re = get(0);
        double im = get(DoubleAligned.IM);
        signal(numbers.memory, roots, half / 2);
        set(0, re - im);
        set(DoubleAligned.IM, re + im);
        double middle = get(half / 2);
        set(half / 2, -2 * get(DoubleAligned.IM + half / 2));
        set(DoubleAligned.IM + half / 2, 2 * middle);
    }

    /** As {@link #spectrum(MemorySegment, MemorySegment, int)}. */
    private static void signal(MemorySegment memory, MemorySegment roots, int pairs) {
        MemorySegment w = DoubleAlignedStages.part(roots, 0);
        MemorySegment ascending = DoubleAlignedStages.part(memory, 0);
        MemorySegment descending = DoubleAlignedStages.part(memory, pairs + 1);
        int last = pairs * Double.BYTES - BYTES;
        for (int i = 0; i < pairs * Double.BYTES; i += BYTES) {
            int p = i & EACH;
            int q = last - i & EACH;
            DoubleVector c = DoubleVector.fromMemorySegment(DOUBLE, w, p, NATIVE);
            DoubleVector s = DoubleVector.fromMemorySegment(DOUBLE, w, p + IM, NATIVE);
            DoubleVector pRe = DoubleVector.fromMemorySegment(DOUBLE, ascending, p, NATIVE);
            DoubleVector pIm = DoubleVector.fromMemorySegment(DOUBLE, ascending, p + IM, NATIVE);
            DoubleVector qRe = DoubleVector.fromMemorySegment(DOUBLE, descending, q, NATIVE)
                    .rearrange(REVERSED);
            DoubleVector qIm = DoubleVector.fromMemorySegment(DOUBLE, descending, q + IM, NATIVE)
                    .rearrange(REVERSED);
            DoubleVector sumRe = pRe.add(qRe);
            DoubleVector sumIm = pIm.sub(qIm);
            DoubleVector minusRe = pRe.sub(qRe);
            DoubleVector minusIm = pIm.add(qIm);
            DoubleVector turnedRe = c.fma(minusRe, s.mul(minusIm).neg());
            DoubleVector turnedIm = s.fma(minusRe, c.mul(minusIm));
            sumRe.sub(turnedIm).intoMemorySegment(ascending, p + IM, NATIVE);
            turnedRe.add(sumIm).intoMemorySegment(ascending, p, NATIVE);
            sumRe.add(turnedIm).rearrange(REVERSED).intoMemorySegment(descending, q + IM, NATIVE);
            turnedRe.sub(sumIm).rearrange(REVERSED).intoMemorySegment(descending, q, NATIVE);
        }
    }
}
