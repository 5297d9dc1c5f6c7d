package io.millrace.cli.export;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Elements of every type as real numbers; a complex one is two of them. */
public final class Reals {
    private static final ValueLayout.OfShort F2 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Reals() {}

    /** Real numbers in an element. */
    public static int in(DType type) {
        return type == DType.C8 || type == DType.C16 ? 2 : 1;
    }

    /** The type of each real number of an element. */
    public static DType type(DType type) {
        return switch (type) {
            case C8 -> DType.F4;
            case C16 -> DType.F8;
            default -> type;
        };
    }

    /** A real number as a double; exact but for large {@link DType#I8}. */
    public static double at(DType type, MemorySegment array, long number) {
        return switch (type) {
            case F2 -> Float.float16ToFloat(array.getAtIndex(F2, number));
            case F4, C8 -> array.getAtIndex(Elements.F4, number);
            case F8, C16 -> array.getAtIndex(Elements.F8, number);
            case I4 -> array.getAtIndex(Elements.I4, number);
            case I8 -> array.getAtIndex(Elements.I8, number);
            case U1 -> Byte.toUnsignedInt(array.get(Elements.U1, number));
        };
    }
}
