package io.millrace.radio.kernel;

import io.millrace.math.Normal;

/** The reference. */
final class GaussScalar implements GaussKernel {
    @Override
    public void make(int[] radii, int[] turns, int count, float[] first, float[] second) {
        for (int j = 0; j < count; j++) {
            first[j] = Normal.first(radii[j], turns[j]);
            second[j] = Normal.second(radii[j], turns[j]);
        }
    }
}
