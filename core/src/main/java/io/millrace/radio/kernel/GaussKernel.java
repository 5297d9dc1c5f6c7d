package io.millrace.radio.kernel;

/** Pairs of standard normal numbers by Box and Muller, see {@link io.millrace.math.Normal}. Class: reproducible. */
public interface GaussKernel {
    /**
     * {@code first[j]}, {@code second[j]} of the words {@code radii[j]}, {@code turns[j]}, j below {@code count}.
     */
    void make(int[] radii, int[] turns, int count, float[] first, float[] second);
}
