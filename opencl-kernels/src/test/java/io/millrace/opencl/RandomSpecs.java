package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.millrace.batch.Batch;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Specs of a workload at random, by devices and by the scalar kernels.
 *
 * @param workload its name
 * @param always settings of every spec
 * @param choices values of keys, each of which is set in two specs of five
 */
public record RandomSpecs(String workload, Map<String, String> always, Map<String, List<String>> choices) {
    private static final long SEED = Long.getLong("millrace.test.seed", System.nanoTime());
    private static final int SPECS = Integer.getInteger("millrace.test.specs", 150);
    private static final int MOST = 9;

    /** Compares some instances of as many specs as {@code millrace.test.specs} says, over {@code share}. */
    public void compare(int share) {
        System.out.println("seed " + SEED + " (millrace.test.seed)");
        Random random = new Random(SEED);
        for (int number = 0; number < SPECS / share; number++) {
            Spec spec = spec(random);
            String what = "spec " + number + " of seed " + SEED + ": " + spec.settings();
            try (Generator scalar = Made.scalar(spec, random.nextLong())) {
                compare(scalar, random, what);
            } catch (SpecException impossible) {
                // what the first instance already shows is refused by every backend
            }
        }
    }

    private static void compare(Generator scalar, Random random, String what) {
        long first = random.nextLong() >>> 1 >>> random.nextInt(63);
        int count = 1 + random.nextInt(MOST);
        int piece = 1 + random.nextInt(count);
        try (Generator device = Made.opencl(scalar.spec(), scalar.seed());
                Batch expected = Made.fill(scalar, first, count, count);
                Batch made = Made.fill(device, first, count, piece)) {
            compare(expected, made, what);
        } catch (GenerationException alike) {
            assertThrows(GenerationException.class, () -> Made.fill(scalar, first, count, count), what);
        }
    }

    /** Settings at random; one that does not go with those before it is left out. */
    private Spec spec(Random random) {
        Map<String, String> settings = new LinkedHashMap<>(always);
        for (Map.Entry<String, List<String>> key : choices.entrySet()) {
            if (random.nextInt(5) < 2) {
                String before = settings.put(
                        key.getKey(),
                        key.getValue().get(random.nextInt(key.getValue().size())));
                try {
                    made(settings);
                } catch (SpecException refused) {
                    settings.remove(key.getKey());
                    if (before != null) {
                        settings.put(key.getKey(), before);
                    }
                }
            }
        }
        return made(settings);
    }

    private Spec made(Map<String, String> settings) {
        return Made.spec(
                workload,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" ")));
    }

    private static void compare(Batch expected, Batch made, String what) {
        for (int f = 0; f < expected.schema().fields().size(); f++) {
            String field = expected.schema().fields().get(f).name();
            long bytes = expected.tensor(f).byteSize();
            assertEquals(
                    -1, expected.tensor(f).mismatch(made.tensor(f).asSlice(0, bytes)), () -> field + " of " + what);
        }
    }
}
