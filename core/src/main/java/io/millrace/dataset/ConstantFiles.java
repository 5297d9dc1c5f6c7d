package io.millrace.dataset;

import io.millrace.batch.Constant;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The directory {@code constants}. */
final class ConstantFiles {
    private ConstantFiles() {}

    /** The length and checksums that a constant's file has. */
    static Checksums checksums(Constant constant) {
        byte[] head = Npy.of(constant.field()).head();
        BlockSums sums = new BlockSums(head.length + constant.data().byteSize());
        sums.add(0, head.length, Checksums.crc(head, 0, head.length));
        Pieces.cut(constant.data(), Layout.PAYLOAD, sums, (offset, piece) -> {});
        return sums.result();
    }

    /**
     * Writes them all, and commits them as one.
     *
     * @throws IOException if that failed; the partial directory is then for the caller to sweep
     */
    static void write(Path directory, List<Constant> constants, Checkpoint checkpoint) throws IOException {
        Path partial = directory.resolve(Layout.partial(Layout.CONSTANTS));
        Files.createDirectory(partial);
        for (Constant constant : constants) {
            Path file = partial.resolve(Layout.array(constant.field().name()));
            try (FileChannel channel = FileChannel.open(file, Durable.NEW_FILE)) {
                Durable.writeFully(
                        channel, ByteBuffer.wrap(Npy.of(constant.field()).head()), 0);
                BlockSums sums = new BlockSums(Layout.PAYLOAD + constant.data().byteSize());
                Pieces.cut(
                        constant.data(),
                        Layout.PAYLOAD,
                        sums,
                        (offset, piece) -> Durable.writeFully(channel, piece, offset));
                channel.force(true);
            }
        }
        Durable.forceDirectory(partial);
        checkpoint.reached(Checkpoint.CONSTANTS);
        Durable.rename(partial, directory.resolve(Layout.CONSTANTS));
    }
}
