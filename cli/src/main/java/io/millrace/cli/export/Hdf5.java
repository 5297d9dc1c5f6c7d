package io.millrace.cli.export;

import io.jhdf.HdfFile;
import io.jhdf.ObjectHeader.ObjectHeaderV2;
import io.jhdf.WritableDatasetImpl;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfFileChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes HDF5 files. Groups, attributes and headers are jHDF's; its datasets are arrays on the heap, so that these here put their elements themselves, piece after piece,
 * contiguously behind their headers.
 */
public final class Hdf5 {
    private static final int BUFFER = 1 << 20;

    /** Types of elements; in the machine's order, which the file tells. */
    public enum Type {
        /** Single precision. */
        FLOAT32(float.class, Float.BYTES),
        /** Double precision. */
        FLOAT64(double.class, Double.BYTES);

        private final Class<?> element;
        private final int bytes;

        Type(Class<?> element, int bytes) {
            this.element = element;
            this.bytes = bytes;
        }
    }

    /** A group that is being filled: names are declared, elements asked for when the file is written. */
    public static final class Group {
        private final WritableGroup group;

        private Group(WritableGroup group) {
            this.group = group;
        }

        /** A new group in this one. */
        public Group group(String name) {
            return new Group(group.putGroup(name));
        }

        /** Adds an attribute: a text that is not empty, or a double. */
        public void attribute(String name, Object value) {
            group.putAttribute(name, value);
        }

        /**
         * Adds a dataset.
         *
         * @param pieceBytes of the elements of one piece, of which all are made
         * @param rows asked for all elements once, in an order of datasets that is the file's own
         */
        public void add(String name, Type type, List<Long> shape, int pieceBytes, Npz.Rows rows) {
            group.putDataset(name, new Streamed(name, group, type, shape, pieceBytes, rows));
        }
    }

    private Hdf5() {}

    /**
     * Writes a new file.
     *
     * @param content declares what is in it, and does not fail
     */
    public static void write(Path file, Consumer<Group> content) throws IOException {
        try {
            WritableHdfFile hdf = HdfFile.write(file);
            content.accept(new Group(hdf));
            hdf.close();
        } catch (HdfException | UncheckedIOException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static final class Streamed extends WritableDatasetImpl {
        private final Type type;
        private final List<Long> shape;
        private final int pieceBytes;
        private final Npz.Rows rows;

        Streamed(String name, WritableGroup group, Type type, List<Long> shape, int pieceBytes, Npz.Rows rows) {
            super(Array.newInstance(type.element, ones(shape.size())), name, group);
            this.type = type;
            this.shape = List.copyOf(shape);
            this.pieceBytes = pieceBytes;
            this.rows = rows;
        }

        private static int[] ones(int rank) {
            int[] ones = new int[rank];
            Arrays.fill(ones, 1);
            return ones;
        }

        @Override
        public long write(HdfFileChannel file, long position) {
            long bytes = shape.stream().reduce((long) type.bytes, Math::multiplyExact);
            // the header is as long whatever the address is
            long address = position + header(position, 0, bytes).remaining();
            FileChannel channel = file.getFileChannel();
            try {
                ByteBuffer header = header(position, address, bytes);
                channel.position(position);
                writeFully(channel, header);
                elements(channel, bytes);
                if (channel.position() != address + bytes) {
                    throw new IllegalStateException(
                            getPath() + " has " + (channel.position() - address) + " bytes, not " + bytes);
                }
                return address + bytes;
            } catch (IOException e) {
                file.close();
                throw new UncheckedIOException(e);
            } catch (RuntimeException | Error e) {
                // jHDF leaves a file open that could not be written
                file.close();
                throw e;
            }
        }

        private ByteBuffer header(long position, long address, long bytes) {
            DataSpace space = DataSpace.modifyDimensions(
                    DataSpace.fromObject(getData()),
                    shape.stream().mapToLong(Long::longValue).toArray());
            List<Message> messages = List.of(
                    DataTypeMessage.create(getDataType()),
                    DataSpaceMessage.create(space),
                    FillValueMessage.NO_FILL,
                    ContiguousDataLayoutMessage.create(address, bytes));
            return new ObjectHeaderV2(position, messages).toBuffer();
        }

        private void elements(FileChannel channel, long bytes) throws IOException {
            int pieces = Math.clamp(bytes / pieceBytes, 1, Math.max(1, BUFFER / pieceBytes));
            ByteBuffer buffer = ByteBuffer.allocateDirect(pieces * pieceBytes).order(ByteOrder.nativeOrder());
            rows.writeTo(filling -> {
                filling.into(buffer);
                if (!buffer.hasRemaining()) {
                    writeFully(channel, buffer.flip());
                    buffer.clear();
                }
            });
            writeFully(channel, buffer.flip());
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
