package io.millrace.dataset;

import io.millrace.batch.Constant;
import io.millrace.batch.Field;

/**
 * A constant as its dataset stores it.
 *
 * @param field name, dtype, shape and meaning
 * @param file the length and the checksums of its file
 */
public record StoredConstant(Field field, Checksums file) {
    static StoredConstant of(Constant constant) {
        return new StoredConstant(constant.field(), ConstantFiles.checksums(constant));
    }
}
