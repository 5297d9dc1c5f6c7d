package io.millrace.fft;

import java.lang.foreign.MemorySegment;

/**
 * {@link RealFft} of one signal of doubles in memory of its own, off the heap and aligned to vectors, for whoever's loops can go over that memory: nothing is copied. To the same bits;
 * one thread's.
 *
 * <p>Numbers of even index and those of odd index, or a spectrum's real and imaginary parts, stand as {@link RealFft} has them: one array at 0, the other {@link #IM} bytes behind.
 */
public final class AlignedRealFft {
    /** From numbers of even index, or real parts, to the others, in bytes. */
    public static final int IM = DoubleAlignedStages.IM;

    private final int length;
    private final DoubleAligned numbers;
    private final DoubleAlignedHalves halves;

    /**
     * Of signals of n numbers.
     *
     * @throws IllegalArgumentException if they do not suit
     */
    public AlignedRealFft(int length) {
        if (!suits(length)) {
            throw new IllegalArgumentException(length + " numbers are not transformed off the heap");
        }
        this.length = length;
        numbers = new DoubleAligned(FftPlan.of(length / 2));
        halves = new DoubleAlignedHalves(numbers, length / 2);
    }

    /** Whether signals of so many numbers are transformed so: powers of 2 from 64 to 4096, with vectors of 8 doubles. */
    public static boolean suits(int length) {
        return length % 2 == 0 && DoubleAligned.suits(length / 2);
    }

    /** n. */
    public int length() {
        return length;
    }

    /** Where it is done; more than the two arrays is its own. */
    public MemorySegment memory() {
        return numbers.memory;
    }

    /** As {@link RealFft#forward(double[], double[], int)}. */
    public void forward() {
        numbers.forward();
        halves.spectrum();
    }

    /** As {@link RealFft#inverse(double[], double[], int)}, but the numbers of odd index stand first. */
    public void inverse() {
        halves.signal();
        numbers.forward();
    }

    /** Transforms arrays; the bounds are checked. */
    void forward(double[] re, double[] im, int at) {
        numbers.load(re, im, at);
        forward();
        numbers.store(re, im, at);
    }

    /** Transforms arrays back. */
    void inverse(double[] re, double[] im, int at) {
        numbers.load(re, im, at);
        inverse();
        numbers.store(im, re, at);
    }
}
