package io.millrace.opencl.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import io.millrace.opencl.OpenClHere;
import io.millrace.routing.CvrpKeys;
import io.millrace.routing.CvrpSpec;
import io.millrace.spec.SpecException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Specs at random, by devices and by the scalar kernels. */
final class RandomSpecTest {
    private static final long SEED = Long.getLong("millrace.test.seed", System.nanoTime());
    private static final int SPECS = Integer.getInteger("millrace.test.specs", 150);
    /** Fields of some instances together: enough for several groups, little enough for the scalar closure of 1025 cities. */
    private static final long BYTES = 1 << 21;

    private static final int MOST = 70;

    private static final List<String> SIZES = List.of(
            "1",
            "2",
            "3",
            "5",
            "13",
            "20",
            "31",
            "64",
            "97",
            "101",
            "127",
            "255",
            "256",
            "257",
            "1023",
            "1024",
            "1025",
            "1..2",
            "1..40",
            "3..7",
            "60..70",
            "200..257",
            "1000..1031");

    private static final Map<String, List<String>> CHOICES = choices();

    private static Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put(
                "coordinates",
                List.of(
                        "cluster",
                        "mixed",
                        "mix-distribution",
                        "gaussian-mixture(0,0)",
                        "gaussian-mixture(1,1)",
                        "gaussian-mixture(1,50)",
                        "gaussian-mixture(100,1000)",
                        "gaussian-11-mix",
                        "uchoa-x",
                        "xml100"));
        choices.put("capacity", List.of("route-length", "multi-task", "100", "1000000000"));
        choices.put("scale", List.of("1", "0.001", "0.09", "1234.5"));
        choices.put("distance-type", List.of("f8", "i4"));
        choices.put("augmentation", List.of("8"));
        choices.put("neighbours", List.of("1", "2", "3", "20", "60"));
        choices.put("distance-limit", List.of("drawn", "2.9"));
        CvrpKeys.ALL.stream()
                .filter(key -> !choices.containsKey(key.name()) && !key.name().equals("customers"))
                .forEach(key -> choices.put(key.name(), List.of(key.allowed().split(", "))));
        return choices;
    }

    @BeforeAll
    static void assumeADevice() {
        OpenClHere.library();
    }

    private static CvrpSpec spec(Random random) {
        while (true) {
            CvrpSpec spec = CvrpSpec.DEFAULT;
            try {
                spec = spec.with("customers", any(SIZES, random));
            } catch (SpecException tooSmall) {
                continue;
            }
            for (Map.Entry<String, List<String>> key : CHOICES.entrySet()) {
                // a spec that a key does not go with stays as it is
                if (random.nextInt(5) < 2) {
                    try {
                        spec = spec.with(key.getKey(), any(key.getValue(), random));
                    } catch (SpecException refused) {
                        assertTrue(!refused.getMessage().isEmpty());
                    }
                }
            }
            return spec;
        }
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    @Test
    void theBitsOfTheScalarKernels() {
        System.out.println("seed " + SEED + " (millrace.test.seed)");
        Random random = new Random(SEED);
        for (int number = 0; number < SPECS; number++) {
            CvrpSpec spec = spec(random);
            long seed = random.nextLong();
            long first = random.nextLong() >>> 1 >>> random.nextInt(63);
            try (Generator scalar = Backends.choose("scalar", spec, seed).generator();
                    Generator device = Backends.choose("opencl", spec, seed).generator()) {
                int count = Math.clamp(BYTES / scalar.schema().instanceBytes(), 1, MOST);
                first = Math.min(first, Long.MAX_VALUE - count);
                try (Batch expected = filled(scalar, first, count, count, 0x5A);
                        Batch made = filled(device, first, count, 1 + random.nextInt(count), 0xA5)) {
                    compare(expected, made, "spec " + number + " of seed " + SEED + ": " + spec.settings());
                }
            }
        }
    }

    /** In pieces, over poisoned memory. */
    private static Batch filled(Generator generator, long first, int count, int piece, int poison) {
        Batch batch = Batch.allocate(generator.schema(), count);
        for (int f = 0; f < generator.schema().fields().size(); f++) {
            batch.tensor(f).fill((byte) poison);
        }
        try (Worker worker = generator.newWorker()) {
            for (int done = 0; done < count; done += piece) {
                int now = Math.min(piece, count - done);
                worker.fill(first + done, now, batch.slice(done, now));
            }
        }
        return batch;
    }

    private static void compare(Batch expected, Batch made, String what) {
        for (int f = 0; f < expected.schema().fields().size(); f++) {
            String field = expected.schema().fields().get(f).name();
            assertEquals(-1, expected.tensor(f).mismatch(made.tensor(f)), () -> field + " of " + what);
        }
    }
}
