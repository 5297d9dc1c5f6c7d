package io.millrace.batch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** How elements lie in tensors: little-endian, at any address. */
public final class Elements {
    /** {@link DType#F4}. */
    public static final ValueLayout.OfFloat F4 = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** {@link DType#F8}. */
    public static final ValueLayout.OfDouble F8 = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** {@link DType#I4}. */
    public static final ValueLayout.OfInt I4 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** {@link DType#I8}. */
    public static final ValueLayout.OfLong I8 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** {@link DType#U1}. */
    public static final ValueLayout.OfByte U1 = ValueLayout.JAVA_BYTE;

    private static final Class<? extends MemorySegment> OFF_HEAP = MemorySegment.NULL.getClass();

    private Elements() {}

    /**
     * The same memory, which is off the heap: of a class of which compilers know it. Without, vectors are stored as if it could also be an array, every one with
     * checks of its own, for what the JDK itself does with arrays: linear causal models of 50 nodes took 1.4 times as long.
     *
     * @throws ClassCastException if it is on the heap
     */
    public static MemorySegment offHeap(MemorySegment memory) {
        return OFF_HEAP.cast(memory);
    }
}
