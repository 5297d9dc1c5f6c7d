package io.millrace.opencl;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Offer;
import io.millrace.generator.Worker;
import io.millrace.generator.Workloads;
import io.millrace.opencl.device.SpyCl;
import io.millrace.routing.CvrpSpec;
import io.millrace.spec.Spec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Instances made for tests, and what is in them as one number. */
final class Made {
    private Made() {}

    /** A spec of routing from settings such as {@code customers=7 distances=none}. */
    static CvrpSpec routing(String settings) {
        return (CvrpSpec) spec(CvrpSpec.WORKLOAD, settings);
    }

    static Spec spec(String workload, String settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings.strip().split(" ")) {
            String[] pair = setting.split("=", 2);
            map.put(pair[0], pair[1]);
        }
        return Workloads.named(workload).parse(map);
    }

    /** By the reference kernels. */
    static Generator scalar(Spec spec, long seed) {
        return Backends.choose("scalar", spec, seed).generator();
    }

    /** On devices, as the users have them. */
    static OpenClGenerator opencl(Spec spec, long seed) {
        return (OpenClGenerator) Backends.choose("opencl", spec, seed).generator();
    }

    /** On devices, with calls that are looked at. */
    static OpenClGenerator opencl(SpyCl cl, Spec spec, long seed) {
        return switch (new OpenClBackend(cl::library).offer(spec, seed)) {
            case Offer.Accepted accepted -> (OpenClGenerator) accepted.generator();
            case Offer.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    /** Whatever is made while batches leave a device by a copy, as from one with memory of its own. */
    static <T> T copying(Supplier<T> making) {
        System.setProperty(OpenClGenerator.TRANSFER, "copy");
        try {
            return making.get();
        } finally {
            System.clearProperty(OpenClGenerator.TRANSFER);
        }
    }

    /** SHA-256 over the fields of instances that a worker made in pieces, over poisoned memory, the last piece first. */
    static String digest(Generator generator, long first, int count, int piece) {
        try (Batch batch = generator.newBatch(Math.max(count, 1));
                Worker worker = generator.newWorker()) {
            Schema schema = generator.schema();
            for (int field = 0; field < schema.fields().size(); field++) {
                batch.tensor(field).fill((byte) (0xA5 ^ piece));
            }
            int pieces = Math.ceilDiv(count, piece);
            for (int k = pieces - 1; k >= 0; k--) {
                int now = Math.min(piece, count - k * piece);
                worker.fill(first + (long) k * piece, now, batch.slice(k * piece, now));
            }
            return digest(batch, count);
        }
    }

    static String digest(Batch batch, int count) {
        MessageDigest sha = sha();
        for (int field = 0; field < batch.schema().fields().size(); field++) {
            long bytes = batch.schema().fields().get(field).bytes() * count;
            sha.update(batch.tensor(field).asSlice(0, bytes).asByteBuffer());
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

    /** Names of the fields. */
    static List<String> fields(Generator generator) {
        return generator.schema().fields().stream().map(field -> field.name()).toList();
    }
}
