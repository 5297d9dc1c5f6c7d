package io.millrace.latent;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Single precision to half precision, to nearest, ties to even, and what it costs. The loops are such that C2 puts them in lanes; maxima do not depend on their order. One
 * thread's. Class: reproducible.
 */
final class Halves {
    /** From here on f2 is infinite: half of its last place above its largest number, 65504. */
    private static final float INFINITE = 65520;

    private static final int BLOCK = 2048;
    private static final ValueLayout.OfShort F2 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final float[] singles = new float[BLOCK];
    private final short[] halves = new short[BLOCK];
    private final float[] back = new float[BLOCK];
    private int overflow;
    private float largest;
    private float change;

    /** Stores so many numbers, from and to elements on, and counts anew. */
    void store(MemorySegment from, long fromElement, long count, MemorySegment to, long toElement) {
        overflow = 0;
        largest = 0;
        change = 0;
        for (long done = 0; done < count; done += BLOCK) {
            int some = (int) Math.min(BLOCK, count - done);
            MemorySegment.copy(from, Elements.F4, (fromElement + done) * Float.BYTES, singles, 0, some);
            round(some);
            MemorySegment.copy(halves, 0, to, F2, (toElement + done) * Short.BYTES, some);
            float most = most(some);
            if (most < INFINITE) {
                largest = Math.max(largest, most);
                change = Math.max(change, change(some));
            } else {
                countInfinite(some);
            }
        }
    }

    private void round(int count) {
        for (int i = 0; i < count; i++) {
            halves[i] = Float.floatToFloat16(singles[i]);
        }
        for (int i = 0; i < count; i++) {
            back[i] = Float.float16ToFloat(halves[i]);
        }
    }

    private float most(int count) {
        float most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, Math.abs(singles[i]));
        }
        return most;
    }

    private float change(int count) {
        float most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, Math.abs(singles[i] - back[i]));
        }
        return most;
    }

    private void countInfinite(int count) {
        for (int i = 0; i < count; i++) {
            if (Math.abs(singles[i]) < INFINITE) {
                largest = Math.max(largest, Math.abs(singles[i]));
                change = Math.max(change, Math.abs(singles[i] - back[i]));
            } else {
                overflow++;
            }
        }
    }

    /** Numbers that became infinite, or were no numbers. */
    int overflow() {
        return overflow;
    }

    /** The largest change of a number that is finite in f2 over the largest of these. */
    float loss() {
        return largest > 0 ? change / largest : 0;
    }
}
