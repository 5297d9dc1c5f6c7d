package io.millrace.radio.kernel;

import static io.millrace.simd.Species.FLOAT;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** {@link InterleaveScalar} over lanes of samples: two vectors in, two out. */
final class InterleaveVector implements InterleaveKernel {
    private static final int LANES = FLOAT.length();
    private static final VectorShuffle<Float> LOWER = VectorShuffle.fromOp(FLOAT, lane -> lane / 2);
    private static final VectorShuffle<Float> UPPER = VectorShuffle.fromOp(FLOAT, lane -> (LANES + lane) / 2);
    private static final VectorMask<Float> ODD = VectorMask.fromLong(FLOAT, 0xaaaaaaaaaaaaaaaaL);

    @Override
    public void store(float[] re, float[] im, int count, MemorySegment to, long element) {
        MemorySegment tensor = Elements.offHeap(to);
        int whole = FLOAT.loopBound(count);
        for (int j = 0; j < whole; j += LANES) {
            FloatVector a = FloatVector.fromArray(FLOAT, re, j);
            FloatVector b = FloatVector.fromArray(FLOAT, im, j);
            long at = 8 * (element + j);
            a.rearrange(LOWER).blend(b.rearrange(LOWER), ODD).intoMemorySegment(tensor, at, ByteOrder.LITTLE_ENDIAN);
            a.rearrange(UPPER)
                    .blend(b.rearrange(UPPER), ODD)
                    .intoMemorySegment(tensor, at + 4L * LANES, ByteOrder.LITTLE_ENDIAN);
        }
        for (int j = whole; j < count; j++) {
            to.setAtIndex(Elements.F4, 2 * (element + j), re[j]);
            to.setAtIndex(Elements.F4, 2 * (element + j) + 1, im[j]);
        }
    }
}
