package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;

/** {@link TwinScalar} over lanes; rows are one run of elements, and so stores are aligned where tensors are: across lines they cost three times as much. */
final class TwinVector implements TwinKernel {
    private static final int LANES = FLOAT.length();
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    @Override
    public void difference(float[] world, float[] base, int count, MemorySegment difference, long element) {
        MemorySegment delta = Elements.offHeap(difference);
        int e = 0;
        for (; e <= count - LANES; e += LANES) {
            FloatVector before = FloatVector.fromArray(FLOAT, base, e);
            FloatVector.fromArray(FLOAT, world, e)
                    .sub(before)
                    .intoMemorySegment(delta, (element + e) * Float.BYTES, LITTLE);
            before.intoArray(world, e);
        }
        for (; e < count; e++) {
            difference.setAtIndex(Elements.F4, element + e, world[e] - base[e]);
            world[e] = base[e];
        }
    }

    @Override
    public void store(
            float[] world, float[] base, int count, MemorySegment to, MemorySegment difference, long element) {
        MemorySegment tensor = Elements.offHeap(to);
        MemorySegment delta = Elements.offHeap(difference);
        int e = 0;
        for (; e <= count - LANES; e += LANES) {
            FloatVector before = FloatVector.fromArray(FLOAT, base, e);
            FloatVector y = FloatVector.fromArray(FLOAT, world, e);
            y.intoMemorySegment(tensor, (element + e) * Float.BYTES, LITTLE);
            y.sub(before).intoMemorySegment(delta, (element + e) * Float.BYTES, LITTLE);
            before.intoArray(world, e);
        }
        for (; e < count; e++) {
            to.setAtIndex(Elements.F4, element + e, world[e]);
            difference.setAtIndex(Elements.F4, element + e, world[e] - base[e]);
            world[e] = base[e];
        }
    }
}
