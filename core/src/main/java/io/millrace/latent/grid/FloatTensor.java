package io.millrace.latent.grid;

import java.util.Arrays;
import java.util.List;

/** Floats in row-major order with their shape; immutable. */
public final class FloatTensor {
    private final List<Integer> shape;
    private final float[] values;

    /**
     * Copies the values.
     *
     * @throws IllegalArgumentException if there are not as many as the shape says
     */
    public FloatTensor(List<Integer> shape, float[] values) {
        this(values.clone(), List.copyOf(shape));
    }

    private FloatTensor(float[] values, List<Integer> shape) {
        this.shape = shape;
        this.values = values;
        long elements = elements(shape);
        if (elements != values.length) {
            throw new IllegalArgumentException(
                    "a tensor of shape " + shape + " has " + elements + " values, not " + values.length);
        }
    }

    /** Takes values that nobody else will write. */
    static FloatTensor owning(List<Integer> shape, float[] values) {
        return new FloatTensor(values, List.copyOf(shape));
    }

    static long elements(List<Integer> shape) {
        long elements = 1;
        for (int extent : shape) {
            if (extent < 0) {
                throw new IllegalArgumentException("a tensor of shape " + shape + " is none");
            }
            elements = Math.multiplyExact(elements, (long) extent);
        }
        return elements;
    }

    /** The extents; empty for a single value. */
    public List<Integer> shape() {
        return shape;
    }

    /** A copy of the values. */
    public float[] toArray() {
        return values.clone();
    }

    /** The values themselves, not to be written. */
    float[] values() {
        return values;
    }

    /** Of the same shape and bits. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FloatTensor tensor
                && shape.equals(tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "floats of shape " + shape;
    }
}
