package io.millrace.generator;

import io.millrace.batch.Batch;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Batches filled for tests, and what is in them as one number. */
public final class Filling {
    private Filling() {}

    /** In pieces, each a slice of one batch, by one worker; {@code backwards} makes the last piece first. */
    public static Batch fill(Generator generator, long first, int count, int piece, boolean backwards, int poison) {
        Batch batch = Batch.allocate(generator.schema(), count);
        for (int f = 0; f < generator.schema().fields().size(); f++) {
            batch.tensor(f).fill((byte) poison);
        }
        int pieces = Math.ceilDiv(count, piece);
        try (Worker worker = generator.newWorker()) {
            for (int k = 0; k < pieces; k++) {
                int from = (backwards ? pieces - 1 - k : k) * piece;
                int now = Math.min(piece, count - from);
                worker.fill(first + from, now, batch.slice(from, now));
            }
        }
        return batch;
    }

    /** SHA-256 over all tensors in the schema's order. */
    public static String digest(Batch batch) {
        MessageDigest sha = sha();
        for (int f = 0; f < batch.schema().fields().size(); f++) {
            sha.update(batch.tensor(f).asByteBuffer());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
