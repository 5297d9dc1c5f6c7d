package io.millrace.radio.kernel;

import io.millrace.math.NormalVector;

/** {@link GaussScalar} over lanes of pairs. */
final class GaussVector implements GaussKernel {
    @Override
    public void make(int[] radii, int[] turns, int count, float[] first, float[] second) {
        NormalVector.pairs(radii, turns, first, second, 0, count);
    }
}
