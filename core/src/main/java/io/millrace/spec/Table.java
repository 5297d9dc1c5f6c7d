package io.millrace.spec;

import io.millrace.batch.Constant;
import io.millrace.batch.DType;
import io.millrace.batch.Field;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A rectangle of numbers that belongs to a spec and is too large for a setting's text. The setting holds the
 * {@link #digest()}; a dataset keeps the numbers among its constants, so that it can be made again from itself.
 */
public final class Table {
    /** What a setting that holds a digest begins with. */
    public static final String DIGEST = "sha256:";

    private static final String PREFIX = "table_";

    private static final ValueLayout.OfDouble LITTLE = ValueLayout.JAVA_DOUBLE.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int columns;
    private final double[] values;
    private final String digest;

    /**
     * A copy of these numbers.
     *
     * @param columns of each row, 1 or more
     * @param values row-major, one row or more
     */
    public Table(int columns, double[] values) {
        if (columns < 1 || values.length == 0 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " numbers are no table of " + columns + " columns");
        }
        this.columns = columns;
        this.values = values.clone();
        this.digest = digest(columns, bytes(values));
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The number of rows. */
    public int rows() {
        return values.length / columns;
    }

    /** One number. */
    public double at(int row, int column) {
        return values[row * columns + column];
    }

    /** The numbers, row-major, little-endian. */
    public MemorySegment bytes() {
        return bytes(values);
    }

    /** {@value #DIGEST} and the SHA-256 of the number of columns (8 bytes, little-endian) and of {@link #bytes()}. */
    public String digest() {
        return digest;
    }

    /** The table as a constant of a dataset, {@code table_} and the key. */
    public Constant constant(String key, String meaning) {
        return new Constant(Field.of(constantName(key), DType.F8, meaning, rows(), columns), bytes());
    }

    /** The name of the constant that keeps the table of a key. */
    public static String constantName(String key) {
        return PREFIX + key.replace('-', '_');
    }

    private static MemorySegment bytes(double[] values) {
        MemorySegment bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(8, values.length)]);
        MemorySegment.copy(values, 0, bytes, LITTLE.withByteAlignment(1), 0, values.length);
        return bytes;
    }

    private static String digest(int columns, MemorySegment bytes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (int shift = 0; shift < 64; shift += 8) {
                sha.update((byte) ((long) columns >>> shift));
            }
            sha.update(bytes.asByteBuffer());
            return DIGEST + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table table && digest.equals(table.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return digest;
    }
}
