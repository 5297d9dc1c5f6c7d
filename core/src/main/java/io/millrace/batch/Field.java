package io.millrace.batch;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One named quantity of an instance.
 *
 * @param name what a dataset's file is called: a lower-case letter, then letters, digits and underscores
 * @param dtype the element type
 * @param shape the extents within one instance, row-major; empty for a single value
 * @param counter whether a dataset sums this field over its instances (redraws, rejections); only {@link DType#I4}
 * @param meaning one line for a reader of the manifest: what it is, and its unit
 */
public record Field(String name, DType dtype, List<Integer> shape, boolean counter, String meaning) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /** Checks the name, the extents, and that the bytes of one instance fit a {@code long}. */
    public Field {
        shape = List.copyOf(shape);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "field name '" + name + "' is not a lower-case letter followed by at most 63 of a-z 0-9 _");
        }
        for (int extent : shape) {
            if (extent < 1) {
                throw new IllegalArgumentException(
                        "field " + name + " has the shape " + shape + ": extents are 1 or more");
            }
        }
        if (counter && dtype != DType.I4) {
            throw new IllegalArgumentException(
                    "counter " + name + " has dtype " + dtype.descr() + ": only <i4 is summed");
        }
        bytes(dtype, shape);
    }

    /** A field that is not summed. */
    public static Field of(String name, DType dtype, String meaning, int... shape) {
        return new Field(name, dtype, Arrays.stream(shape).boxed().toList(), false, meaning);
    }

    /** A single {@link DType#I4} per instance that a dataset sums. */
    public static Field counter(String name, String meaning) {
        return new Field(name, DType.I4, List.of(), true, meaning);
    }

    /** Bytes of one instance. */
    public long bytes() {
        return bytes(dtype, shape);
    }

    /** Elements of one instance. */
    public long elements() {
        return bytes() / dtype.bytes();
    }

    private static long bytes(DType dtype, List<Integer> shape) {
        long bytes = dtype.bytes();
        for (int extent : shape) {
            bytes = Math.multiplyExact(bytes, (long) extent);
        }
        return bytes;
    }
}
