package io.millrace.batch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a generator writes: the fields of each instance, and the constants that all share.
 *
 * @param fields at least one, with distinct names
 * @param constants with names distinct among themselves; may be empty
 */
public record Schema(List<Field> fields, List<Constant> constants) {
    /** Checks that names are distinct and that the bytes of one instance fit a {@code long}. */
    public Schema {
        fields = List.copyOf(fields);
        constants = List.copyOf(constants);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a schema has at least one field");
        }
        requireDistinct(fields.stream().map(Field::name).toList());
        requireDistinct(
                constants.stream().map(constant -> constant.field().name()).toList());
        bytes(fields);
    }

    /** A schema without constants. */
    public static Schema of(Field... fields) {
        return new Schema(List.of(fields), List.of());
    }

    /** Bytes of one instance over all fields, without padding. */
    public long instanceBytes() {
        return bytes(fields);
    }

    /**
     * The position of a field.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists those that there are
     */
    public int indexOf(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no field '" + name + "': there are "
                + String.join(", ", fields.stream().map(Field::name).toList()));
    }

    private static long bytes(List<Field> fields) {
        long sum = 0;
        for (Field field : fields) {
            sum = Math.addExact(sum, field.bytes());
        }
        return sum;
    }

    private static void requireDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("two fields are named '" + name + "'");
            }
        }
    }
}
