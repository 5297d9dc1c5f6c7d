package io.millrace.opencl.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.UnavailableException;
import io.millrace.generator.Worker;
import io.millrace.generator.Workloads;
import io.millrace.spec.Spec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Waveforms by the device, over either path to the host. */
final class Waveforms {
    private static final String TRANSFER = "millrace.opencl.transfer";

    private Waveforms() {}

    static Spec spec(String settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings.strip().split(" ")) {
            String[] pair = setting.split("=", 2);
            map.put(pair[0], pair[1]);
        }
        return Workloads.named("waveform").parse(map);
    }

    /** Skips the test, with the reason, where there is no device. */
    static Generator onDevice(Spec spec, long seed, String transfer) {
        System.setProperty(TRANSFER, transfer);
        try {
            Generator generator = Backends.choose("opencl", spec, seed).generator();
            assertEquals("opencl", generator.backend());
            return generator;
        } catch (UnavailableException e) {
            System.out.println("skipped: " + e.getMessage());
            return abort(e.getMessage());
        } finally {
            System.clearProperty(TRANSFER);
        }
    }

    static Generator onHost(Spec spec, long seed) {
        return Backends.choose("scalar", spec, seed).generator();
    }

    /** In pieces, each a slice of one batch that was poisoned before, the last piece first. */
    static Batch fill(Generator generator, long first, int count, int piece, int poison) {
        Batch batch = Batch.allocate(generator.schema(), count);
        for (int f = 0; f < generator.schema().fields().size(); f++) {
            batch.tensor(f).fill((byte) poison);
        }
        try (Worker worker = generator.newWorker()) {
            for (int k = Math.ceilDiv(count, piece) - 1; k >= 0; k--) {
                int now = Math.min(piece, count - k * piece);
                worker.fill(first + k * piece, now, batch.slice(k * piece, now));
            }
        } catch (Throwable t) {
            batch.close();
            throw t;
        }
        return batch;
    }

    /** SHA-256 over all tensors in the schema's order. */
    static String digest(Batch batch) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (int f = 0; f < batch.schema().fields().size(); f++) {
                sha.update(batch.tensor(f).asByteBuffer());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
