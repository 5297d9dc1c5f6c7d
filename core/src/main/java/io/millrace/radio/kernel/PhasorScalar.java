package io.millrace.radio.kernel;

import io.millrace.math.Turns;

/** The reference. */
final class PhasorScalar implements PhasorKernel {
    @Override
    public void make(int[] turns, int count, float radius, float[] re, float[] im, int at) {
        for (int k = 0; k < count; k++) {
            re[at + k] = radius * Turns.cos(turns[k]);
            im[at + k] = radius * Turns.sin(turns[k]);
        }
    }
}
