package io.millrace.opencl;

import io.millrace.batch.Batch;
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
import java.util.Map;
import java.util.function.Supplier;

/** Instances made for tests, and what is in them as one number. */
public final class Made {
    private Made() {}

    /** A spec of routing from settings such as {@code customers=7 distances=none}. */
    public static CvrpSpec routing(String settings) {
        return (CvrpSpec) spec(CvrpSpec.WORKLOAD, settings);
    }

    public static Spec spec(String workload, String settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings.strip().split(" ")) {
            String[] pair = setting.split("=", 2);
            map.put(pair[0], pair[1]);
        }
        return Workloads.named(workload).parse(map);
    }

    /** By the reference kernels. */
    public static Generator scalar(Spec spec, long seed) {
        return Backends.choose("scalar", spec, seed).generator();
    }

    /** On devices, as the users have them. */
    public static OpenClGenerator opencl(Spec spec, long seed) {
        return (OpenClGenerator) Backends.choose("opencl", spec, seed).generator();
    }

    /** On devices, with calls that are looked at. */
    public static OpenClGenerator opencl(SpyCl cl, Spec spec, long seed) {
        return opencl(cl, "best", spec, seed);
    }

    static OpenClGenerator opencl(SpyCl cl, String devices, Spec spec, long seed) {
        return switch (new OpenClBackend(cl::library).offer(spec, seed, devices)) {
            case Offer.Accepted accepted -> (OpenClGenerator) accepted.generator();
            case Offer.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    /** Whatever is made while batches leave a device by a copy, as from one with memory of its own. */
    public static <T> T copying(Supplier<T> making) {
        System.setProperty(OpenClGenerator.TRANSFER, "copy");
        try {
            return making.get();
        } finally {
            System.clearProperty(OpenClGenerator.TRANSFER);
        }
    }

    /** Instances that a worker made in pieces, over poisoned memory, the last piece first. */
    public static Batch fill(Generator generator, long first, int count, int piece) {
        Batch batch = generator.newBatch(Math.max(count, 1));
        try (Worker worker = generator.newWorker()) {
            for (int field = 0; field < generator.schema().fields().size(); field++) {
                batch.tensor(field).fill((byte) (0xA5 ^ piece));
            }
            for (int k = Math.ceilDiv(count, piece) - 1; k >= 0; k--) {
                int now = Math.min(piece, count - k * piece);
                worker.fill(first + (long) k * piece, now, batch.slice(k * piece, now));
            }
            return batch;
        } catch (Throwable t) {
            batch.close();
            throw t;
        }
    }

    /** SHA-256 over the fields of these. */
    public static String digest(Generator generator, long first, int count, int piece) {
        try (Batch batch = fill(generator, first, count, piece)) {
            return digest(batch, count);
        }
    }

    public static String digest(Batch batch, int count) {
        MessageDigest sha = sha();
        for (int field = 0; field < batch.schema().fields().size(); field++) {
            long bytes = batch.schema().fields().get(field).bytes() * count;
            sha.update(batch.tensor(field).asSlice(0, bytes).asByteBuffer());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    public static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
