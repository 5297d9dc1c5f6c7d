package io.millrace.cli.export;

import io.millrace.dataset.Npy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an {@code .npz} as {@code numpy.savez} does: a zip of {@code .npy} files that are stored, not compressed. */
public final class Npz implements AutoCloseable {
    /** Where NumPy starts the elements. */
    private static final int ALIGNMENT = 64;

    private static final int BUFFER = 1 << 20;
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    /** An array's elements, written twice: a stored entry needs its checksum first. */
    @FunctionalInterface
    public interface Rows {
        /** Writes all of them. */
        void writeTo(Sink sink) throws IOException;
    }

    /** Takes one piece at a time. */
    @FunctionalInterface
    public interface Sink {
        /** A buffer of the file's byte order with room for the elements of one piece, which are then written. */
        void write(Filling filling) throws IOException;
    }

    /** Fills a buffer. */
    @FunctionalInterface
    public interface Filling {
        /** Puts the elements of one piece. */
        void into(ByteBuffer buffer);
    }

    /** Into a new file. */
    public Npz(Path file) throws IOException {
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        zip.setMethod(ZipOutputStream.STORED);
    }

    /**
     * Adds an array.
     *
     * @param descr NumPy's name of the type
     * @param shape with the instances first
     * @param pieceBytes of the elements of one piece: an instance, or a part that all are made of
     */
    public void add(String name, String descr, List<Long> shape, int pieceBytes, Rows rows) throws IOException {
        byte[] head = Npy.head(descr, shape, ALIGNMENT);
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(ALWAYS);
        long bytes = Integer.parseInt(descr.substring(2));
        for (long extent : shape) {
            bytes = Math.multiplyExact(bytes, extent);
        }
        entry.setSize(Math.addExact(head.length, bytes));
        entry.setCompressedSize(entry.getSize());
        CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        write(head, pieceBytes, rows, sum);
        entry.setCrc(sum.getChecksum().getValue());
        zip.putNextEntry(entry);
        write(head, pieceBytes, rows, zip);
        zip.closeEntry();
    }

    private static void write(byte[] head, int pieceBytes, Rows rows, OutputStream out) throws IOException {
        out.write(head);
        int capacity = Math.max(1, BUFFER / pieceBytes) * pieceBytes;
        ByteBuffer buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
        rows.writeTo(filling -> {
            filling.into(buffer);
            if (!buffer.hasRemaining()) {
                out.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        });
        out.write(buffer.array(), 0, buffer.position());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
