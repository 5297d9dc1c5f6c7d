package io.millrace.causal.kernel;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;

/** The reference. */
final class TwinScalar implements TwinKernel {
    @Override
    public void difference(float[] world, float[] base, int count, MemorySegment difference, long element) {
        for (int e = 0; e < count; e++) {
            difference.setAtIndex(Elements.F4, element + e, world[e] - base[e]);
            world[e] = base[e];
        }
    }

    @Override
    public void store(
            float[] world, float[] base, int count, MemorySegment to, MemorySegment difference, long element) {
        for (int e = 0; e < count; e++) {
            to.setAtIndex(Elements.F4, element + e, world[e]);
        }
        difference(world, base, count, difference, element);
    }
}
