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
 * A rectangle of numbers, or a whole file, that belongs to a spec and is too large for a setting's text. The setting holds the
 * {@link #digest()}; a dataset keeps the numbers among its constants, so that it can be made again from itself.
 */
public final class Table {
    /** What a setting that holds a digest begins with. */
    public static final String DIGEST = "sha256:";

    private static final String PREFIX = "table_";

    private static final ValueLayout.OfDouble LITTLE = ValueLayout.JAVA_DOUBLE.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int columns;
    private final double[] values;
    private final byte[] file;
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
        this.file = null;
        this.digest = digest(columns, bytes(values));
    }

    private Table(byte[] file) {
        this.columns = 1;
        this.values = null;
        this.file = file;
        this.digest = digest(sha(), MemorySegment.ofArray(file));
    }

    /**
     * A file's bytes, one byte a row. Its digest is the file's own SHA-256.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static Table ofFile(byte[] file) {
        if (file.length == 0) {
            throw new IllegalArgumentException("it is empty");
        }
        return new Table(file.clone());
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The number of rows. */
    public int rows() {
        return file == null ? values.length / columns : file.length;
    }

    /** One number; of a file, a byte from 0 to 255. */
    public double at(int row, int column) {
        return file == null ? values[row * columns + column] : Byte.toUnsignedInt(file[row]);
    }

    /** The numbers, row-major, little-endian; a file's bytes. Read-only. */
    public MemorySegment bytes() {
        return file == null ? bytes(values) : MemorySegment.ofArray(file).asReadOnly();
    }

    /** {@value #DIGEST} and the SHA-256 of the number of columns (8 bytes, little-endian) and of {@link #bytes()}; of a file, of its bytes alone. */
    public String digest() {
        return digest;
    }

    /** The table as a constant of a dataset, {@code table_} and the key. */
    public Constant constant(String key, String meaning) {
        return new Constant(
                Field.of(constantName(key), file == null ? DType.F8 : DType.U1, meaning, rows(), columns), bytes());
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
        MessageDigest sha = sha();
        for (int shift = 0; shift < 64; shift += 8) {
            sha.update((byte) ((long) columns >>> shift));
        }
        return digest(sha, bytes);
    }

    private static String digest(MessageDigest sha, MemorySegment bytes) {
        sha.update(bytes.asByteBuffer());
        return DIGEST + HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
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
