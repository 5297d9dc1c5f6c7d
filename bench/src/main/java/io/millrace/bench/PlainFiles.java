package io.millrace.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What a disk takes at most: a constant buffer written into fresh files.
 *
 * @param shards groups of files; a thread writes one at a time
 * @param sizes of the files of a shard, in bytes
 * @param threads that write
 */
record PlainFiles(int shards, List<Long> sizes, int threads) {
    /** From 64 KiB to 1 MiB the size makes no difference beyond noise (measured). */
    private static final int BUFFER_BYTES = 1 << 20;

    /** Writes all into an empty directory. */
    void write(Path directory) throws IOException, InterruptedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Void>> written = IntStream.range(0, shards)
                    .mapToObj(shard -> executor.submit(() -> write(directory, shard)))
                    .toList();
            for (Future<Void> future : written) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private Void write(Path directory, int shard) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        for (int i = 0; i < sizes.size(); i++) {
            Path file = directory.resolve(shard + "-" + i);
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                for (long left = sizes.get(i); left > 0; ) {
                    left -= channel.write(buffer.clear().limit((int) Math.min(BUFFER_BYTES, left)));
                }
            }
        }
        return null;
    }
}
