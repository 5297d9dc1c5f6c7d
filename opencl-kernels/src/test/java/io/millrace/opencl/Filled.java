package io.millrace.opencl;

import io.millrace.batch.Batch;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Batches filled for tests, and what is in them as one number. */
public final class Filled {
    private Filled() {}

    /** In pieces, each a slice of one batch that is poisoned first, by one worker. */
    public static Batch of(Generator generator, long first, int count, int piece, int poison) {
        Batch batch = Batch.allocate(generator.schema(), count);
        tensors(batch).forEach(tensor -> tensor.fill((byte) poison));
        try (Worker worker = generator.newWorker()) {
            for (int done = 0; done < count; done += piece) {
                int now = Math.min(piece, count - done);
                worker.fill(first + done, now, batch.slice(done, now));
            }
        }
        return batch;
    }

    /** In the schema's order. */
    public static List<MemorySegment> tensors(Batch batch) {
        return IntStream.range(0, batch.schema().fields().size())
                .mapToObj(batch::tensor)
                .toList();
    }

    /** SHA-256 over tensors. */
    public static String digest(List<MemorySegment> tensors) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            tensors.forEach(tensor -> sha.update(tensor.asByteBuffer()));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
