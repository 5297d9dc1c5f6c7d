package io.millrace.radio.kernel;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;

/** The reference. */
final class InterleaveScalar implements InterleaveKernel {
    private final float[] pairs = new float[2 * Block.LENGTH];

    @Override
    public void store(float[] re, float[] im, int count, MemorySegment to, long element) {
        for (int j = 0; j < count; j++) {
            pairs[2 * j] = re[j];
            pairs[2 * j + 1] = im[j];
        }
        MemorySegment.copy(pairs, 0, to, Elements.F4, 8 * element, 2 * count);
    }
}
