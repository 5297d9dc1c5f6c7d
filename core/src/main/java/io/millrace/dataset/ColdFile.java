package io.millrace.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * An array in the cold tier, {@code NAME.npy.zst}: zstd's <a href="https://github.com/facebook/zstd/blob/dev/contrib/seekable_format/zstd_seekable_compression_format.md">seekable
 * format</a>, which every zstd reads. Frame 0 is the array's head, frame k + 1 its instance k, each of which can be decoded alone.
 *
 * <pre>
 *   frames | skippable 0x184D2A50: CRC32C of the frames, CRC32C of the table | skippable 0x184D2A5E: table of the frames' sizes
 * </pre>
 *
 * <p>The checksums are of the compressed bytes, so that no bit can change unseen; those of the content stand in {@code shard.json}.
 */
final class ColdFile implements ArrayBytes {
    private static final String SUFFIX = ".zst";
    private static final int SUMS_MAGIC = 0x184D2A50;
    private static final int TABLE_MAGIC = 0x184D2A5E;
    private static final int SEEKABLE_MAGIC = 0x8F92EAB1;
    private static final int HEAD = 8;
    private static final int SUMS = HEAD + 8;
    private static final int ENTRY = 8;
    private static final int FOOTER = 9;
    private static final long LARGEST_TABLE = 1L << 28;

    private final Path path;
    private final FileChannel channel;
    private final ColdCodec codec;
    /** Where frames begin, and where the last one ends. */
    private final long[] compressed;
    /** The same of their contents. */
    private final long[] content;

    private int decoded = -1;
    private ByteBuffer decodedBytes = ByteBuffer.allocateDirect(0);
    private ByteBuffer compressedBytes = ByteBuffer.allocateDirect(0);

    private ColdFile(Path path, FileChannel channel, ColdCodec codec, long[] compressed, long[] content) {
        this.path = path;
        this.channel = channel;
        this.codec = codec;
        this.compressed = compressed;
        this.content = content;
    }

    /** What an array's file is called in the cold tier. */
    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    static boolean standsFor(Path file) {
        return Sweeper.isFile(of(file));
    }

    /** Writes what stands for an array's file, and forces it. */
    static void write(Path file, long head, long instance, long count, ColdCodec codec, Path to) throws IOException {
        int frames = Math.toIntExact(count + 1);
        ByteBuffer table = little(HEAD + ENTRY * frames + FOOTER);
        table.putInt(TABLE_MAGIC).putInt(ENTRY * frames + FOOTER);
        CRC32C crc = new CRC32C();
        ByteBuffer from = ByteBuffer.allocateDirect(Math.toIntExact(Math.max(head, instance)));
        ByteBuffer frame = ByteBuffer.allocateDirect(Math.toIntExact(codec.bound(from.capacity())));
        try (Plain array = new Plain(file);
                FileChannel channel = FileChannel.open(to, Durable.NEW_FILE)) {
            long at = 0;
            for (int k = 0; k < frames; k++) {
                from.clear().limit((int) (k == 0 ? head : instance));
                array.read(from, k == 0 ? 0 : head + (k - 1) * instance);
                codec.compress(from.flip(), frame.clear());
                frame.flip();
                table.putInt(frame.remaining()).putInt(from.limit());
                crc.update(frame.duplicate());
                int length = frame.remaining();
                Durable.writeFully(channel, frame, at);
                at += length;
            }
            table.putInt(frames).put((byte) 0).putInt(SEEKABLE_MAGIC).flip();
            ByteBuffer sums = little(SUMS);
            sums.putInt(SUMS_MAGIC).putInt(SUMS - HEAD).putInt((int) crc.getValue());
            sums.putInt(Checksums.crc(table.array(), 0, table.limit())).flip();
            Durable.writeFully(channel, sums, at);
            Durable.writeFully(channel, table, at + SUMS);
            channel.force(true);
        }
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Opens what stands for an array's file.
     *
     * @throws DatasetException if it is damaged where its frames are told, or none of these
     */
    static ColdFile open(Path file) throws IOException {
        Path path = of(file);
        ColdCodec codec = ColdTier.codec();
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            long size = channel.size();
            int frames = frames(path, channel, size);
            ByteBuffer table =
                    bytes(channel, size - HEAD - (long) ENTRY * frames - FOOTER, HEAD + ENTRY * frames + FOOTER);
            long[] compressed = new long[frames + 1];
            long[] content = new long[frames + 1];
            table.position(HEAD);
            for (int k = 0; k < frames; k++) {
                compressed[k + 1] = compressed[k] + Integer.toUnsignedLong(table.getInt());
                content[k + 1] = content[k] + Integer.toUnsignedLong(table.getInt());
            }
            ByteBuffer sums = bytes(channel, compressed[frames], SUMS);
            boolean sound = table.getInt(0) == TABLE_MAGIC
                    && table.getInt(4) == ENTRY * frames + FOOTER
                    && compressed[frames] + SUMS + table.capacity() == size
                    && sums.getInt(0) == SUMS_MAGIC
                    && sums.getInt(4) == SUMS - HEAD
                    && sums.getInt(12) == Checksums.crc(table.array(), 0, table.capacity());
            if (!sound) {
                throw damaged(path);
            }
            return new ColdFile(path, channel, codec, compressed, content);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static int frames(Path path, FileChannel channel, long size) throws IOException {
        if (size < SUMS + HEAD + FOOTER) {
            throw damaged(path);
        }
        ByteBuffer footer = bytes(channel, size - FOOTER, FOOTER);
        long frames = Integer.toUnsignedLong(footer.getInt(0));
        long table = HEAD + ENTRY * frames + FOOTER;
        if (footer.get(4) != 0 || footer.getInt(5) != SEEKABLE_MAGIC || table > Math.min(LARGEST_TABLE, size - SUMS)) {
            throw damaged(path);
        }
        return (int) frames;
    }

    private static ByteBuffer bytes(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer bytes = little(length);
        if (offset >= 0) {
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
                // a read may bring less than was asked for
            }
        }
        return bytes;
    }

    private static DatasetException damaged(Path path) {
        return new DatasetException(path, "its table of frames is damaged");
    }

    /**
     * Checks the compressed bytes.
     *
     * @throws DatasetException if they changed
     */
    void requireSum() throws IOException {
        CRC32C crc = new CRC32C();
        long end = compressed[compressed.length - 1];
        ByteBuffer buffer = ByteBuffer.allocateDirect(Pieces.BYTES);
        for (long at = 0; at < end; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
                // a read may bring less than was asked for
            }
            crc.update(buffer.flip());
        }
        if (bytes(channel, end, SUMS).getInt(8) != (int) crc.getValue()) {
            throw new DatasetException(
                    path,
                    "its compressed bytes have the checksum " + Checksums.hex((int) crc.getValue())
                            + ", which is not the one that it ends with");
        }
    }

    @Override
    public long size() {
        return content[content.length - 1];
    }

    @Override
    public void read(ByteBuffer to, long offset) throws IOException {
        long at = offset;
        while (to.hasRemaining()) {
            if (decoded < 0 || at < content[decoded] || at >= content[decoded + 1]) {
                decode(frameOf(at));
            }
            int from = (int) (at - content[decoded]);
            int some = Math.min(to.remaining(), decodedBytes.limit() - from);
            to.put(decodedBytes.slice(from, some));
            at += some;
        }
    }

    private int frameOf(long offset) throws DatasetException {
        if (offset < 0 || offset >= size()) {
            throw damaged(path);
        }
        int found = Arrays.binarySearch(content, offset);
        return found < 0 ? -found - 2 : found;
    }

    private void decode(int frame) throws IOException {
        int length = (int) (content[frame + 1] - content[frame]);
        int packed = (int) (compressed[frame + 1] - compressed[frame]);
        if (length < 0 || packed < 0 || packed > codec.bound(length)) {
            throw damaged(path);
        }
        decodedBytes = room(decodedBytes, length);
        compressedBytes = room(compressedBytes, packed);
        while (compressedBytes.hasRemaining()
                && channel.read(compressedBytes, compressed[frame] + compressedBytes.position()) >= 0) {
            // a read may bring less than was asked for
        }
        decoded = -1;
        codec.decompress(compressedBytes.flip(), decodedBytes);
        decodedBytes.flip();
        if (decodedBytes.limit() != length) {
            throw damaged(path);
        }
        decoded = frame;
    }

    private static ByteBuffer room(ByteBuffer buffer, int length) {
        return (buffer.capacity() < length ? ByteBuffer.allocateDirect(length) : buffer.clear()).limit(length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Deletes what an interrupted run began. */
    static void sweep(Path directory) throws IOException {
        for (String name : Sweeper.names(directory)) {
            if (Layout.isColdPartial(name)) {
                Files.delete(directory.resolve(name));
            }
        }
    }
}
