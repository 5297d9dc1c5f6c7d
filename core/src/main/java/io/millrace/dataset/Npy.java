package io.millrace.dataset;

import io.millrace.batch.DType;
import io.millrace.batch.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The head of an {@code .npy} file, NumPy's format for one array
 * (<a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>).
 *
 * <p>Written is version 1.0, padded with spaces so that the payload starts at byte 4096. Read are
 * versions 1.0 and 2.0 with heads of at most 65,536 bytes, in the very form that NumPy writes: the keys
 * {@code descr}, {@code fortran_order} and {@code shape} in that order, little-endian, row-major.
 *
 * @param dtype the element type
 * @param shape the extents; empty for a single value
 * @param payload where the elements start
 */
public record Npy(DType dtype, List<Long> shape, long payload) {
    private static final int LARGEST = 1 << 16;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DICTIONARY = Pattern.compile(
            "\\{'descr': '([^']{1,8})', 'fortran_order': (True|False), 'shape': \\(((?:[0-9]{1,19}, ?)*[0-9]{0,19})\\), ?\\} *\n");

    /** Copies the shape. */
    public Npy {
        shape = List.copyOf(shape);
    }

    /**
     * Bytes of the payload.
     *
     * @throws ArithmeticException if they do not fit a {@code long}
     */
    public long bytes() {
        long bytes = dtype.bytes();
        for (long extent : shape) {
            bytes = Math.multiplyExact(bytes, extent);
        }
        return bytes;
    }

    /** The file of a constant. */
    static Npy of(Field field) {
        return new Npy(
                field.dtype(), field.shape().stream().map(Integer::longValue).toList(), Layout.PAYLOAD);
    }

    /** The file of a field of that many instances. */
    static Npy of(Field field, long count) {
        List<Long> shape = new ArrayList<>();
        shape.add(count);
        field.shape().forEach(extent -> shape.add((long) extent));
        return new Npy(field.dtype(), shape, Layout.PAYLOAD);
    }

    /** Bytes of the whole file. */
    long fileBytes() {
        return Math.addExact(payload, bytes());
    }

    /**
     * The head of a file, 4096 bytes.
     *
     * @throws IllegalArgumentException if the shape does not fit in them
     */
    byte[] head() {
        byte[] head = head(dtype.descr(), shape, Layout.PAYLOAD);
        if (head.length > Layout.PAYLOAD) {
            throw new IllegalArgumentException("a shape of " + shape.size() + " extents does not fit an array's head");
        }
        return head;
    }

    /**
     * A head of version 1.0.
     *
     * @param descr NumPy's name of the element type
     * @param alignment what its length is a multiple of
     */
    public static byte[] head(String descr, List<Long> shape, int alignment) {
        String extents = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String dictionary = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + extents
                + (shape.size() == 1 ? "," : "") + "), }";
        int before = MAGIC.length + 4;
        ByteBuffer head = ByteBuffer.allocate(Math.ceilDiv(before + dictionary.length() + 1, alignment) * alignment)
                .order(ByteOrder.LITTLE_ENDIAN);
        head.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (head.capacity() - before));
        head.put(dictionary.getBytes(StandardCharsets.US_ASCII));
        while (head.remaining() > 1) {
            head.put((byte) ' ');
        }
        return head.put((byte) '\n').array();
    }

    /**
     * Reads the head of a file and checks that the file is exactly as long as it says.
     *
     * @throws DatasetException if it is no such file
     */
    public static Npy read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate((int) Math.min(channel.size(), 12L + LARGEST));
            while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
                // a read may bring less than was asked for
            }
            Npy npy = parse(file, head.flip());
            long bytes = npy.fileBytes();
            if (bytes != channel.size()) {
                throw new DatasetException(
                        file, "it has " + channel.size() + " bytes where its head speaks of " + bytes);
            }
            return npy;
        } catch (ArithmeticException e) {
            throw new DatasetException(file + ": its shape has more elements than any file can hold", e);
        }
    }

    private static Npy parse(Path file, ByteBuffer head) throws DatasetException {
        if (head.remaining() < 12 || head.mismatch(ByteBuffer.wrap(MAGIC)) != MAGIC.length) {
            throw new DatasetException(file, "it does not start as an .npy file does");
        }
        int major = head.get(6);
        if (major < 1 || major > 2 || head.get(7) != 0) {
            throw new DatasetException(
                    file, "its .npy version is " + major + "." + head.get(7) + ": read are 1.0 and 2.0");
        }
        int start = major == 1 ? 10 : 12;
        int length = Byte.toUnsignedInt(head.get(8)) | Byte.toUnsignedInt(head.get(9)) << 8;
        if (major == 2 && (head.get(10) != 0 || head.get(11) != 0)) {
            throw new DatasetException(file, "its head is longer than the " + LARGEST + " bytes that are read");
        }
        if (start + length > head.remaining()) {
            throw new DatasetException(file, "it ends within its head of " + (start + length) + " bytes");
        }
        Matcher matcher = DICTIONARY.matcher(new String(head.array(), start, length, StandardCharsets.ISO_8859_1));
        if (!matcher.matches()) {
            throw new DatasetException(file, "its head is not of the form that NumPy writes");
        }
        if (matcher.group(2).equals("True")) {
            throw new DatasetException(file, "it is in column-major order: read is row-major");
        }
        try {
            return new Npy(DType.of(matcher.group(1)), shape(matcher.group(3)), start + length);
        } catch (IllegalArgumentException e) {
            throw new DatasetException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Long> shape(String extents) {
        List<Long> shape = new ArrayList<>();
        for (String extent : extents.split(",")) {
            if (!extent.isBlank()) {
                shape.add(Long.parseLong(extent.strip()));
            }
        }
        if (shape.size() == 1 && !extents.contains(",")) {
            throw new IllegalArgumentException("its shape (" + extents + ") is no tuple");
        }
        return shape;
    }
}
