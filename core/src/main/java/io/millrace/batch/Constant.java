package io.millrace.batch;

import java.lang.foreign.MemorySegment;

/**
 * A tensor that all instances of a generator share (an axis, a curve); a dataset stores it once.
 *
 * @param field name, dtype and shape
 * @param data exactly {@link Field#bytes()} bytes, row-major, little-endian; read-only
 */
public record Constant(Field field, MemorySegment data) {
    /** Checks the size. */
    public Constant {
        if (data.byteSize() != field.bytes()) {
            throw new IllegalArgumentException("constant " + field.name() + " has " + data.byteSize()
                    + " bytes where its shape " + field.shape() + " needs " + field.bytes());
        }
        data = data.asReadOnly();
    }
}
