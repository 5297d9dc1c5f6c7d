package io.millrace.opencl.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
import io.millrace.opencl.Made;
import io.millrace.opencl.OpenClHere;
import io.millrace.opencl.device.Device;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CausalOpenClTest {
    private static final long SEED = Long.getLong("millrace.test.seed", System.nanoTime());
    private static final int SPECS = Integer.getInteger("millrace.test.specs", 150) / 2;
    private static final int MOST = 9;

    private static final Map<String, List<String>> CHOICES = choices();

    private static Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("nodes", List.of("1", "2", "5", "1..9", "12", "31", "32", "33", "65", "3..40"));
        choices.put("padding", List.of("40", "64", "100"));
        choices.put(
                "graph",
                List.of(
                        "full",
                        "erdos-renyi(0.2)",
                        "scale-free(2)",
                        "bipartite(2)",
                        "0.5*geometric(0.4)+0.5*scale-free-transpose(1,2)"));
        choices.put(
                "mechanism",
                List.of(
                        "rff-gp",
                        "mlp",
                        "mim",
                        "quadratic",
                        "0.5*sigmoid-add+0.5*sigmoid-mix",
                        "logistic",
                        "0.3*poisson+0.3*polynomial+0.4*linear",
                        "0.2*rff-gp+0.2*mlp+0.2*mim+0.2*quadratic+0.2*linear"));
        choices.put("mechanism-per", List.of("graph"));
        choices.put(
                "noise",
                List.of(
                        "exponential",
                        "gumbel",
                        "uniform",
                        "laplace",
                        "student-t",
                        "0.5*gaussian+0.25*student-t+0.25*gumbel"));
        choices.put("noise-per", List.of("graph"));
        choices.put("degrees-of-freedom", List.of("2.1", "7", "1000"));
        choices.put("noise-scale", List.of("avici", "0", "uniform(0,3)"));
        choices.put("heteroscedastic", List.of("true"));
        choices.put("weight", List.of("avici", "normal(0,0.5)", "0.1", "uniform(-1,1)"));
        choices.put("bias", List.of("avici", "normal(1,2)"));
        choices.put("features", List.of("1", "2", "33"));
        choices.put("length-scale", List.of("1", "uniform(0.5,2)"));
        choices.put("output-scale", List.of("1", "normal(0,3)"));
        choices.put("hidden", List.of("1", "7"));
        choices.put("polynomial-degree", List.of("1", "3"));
        choices.put("rows", List.of("1", "2", "15", "16", "17", "63", "100"));
        choices.put("scaling", List.of("z-score", "internal"));
        choices.put("largest", List.of("30", "1000000"));
        choices.put("worlds", List.of("fresh"));
        choices.put("intervened-rows", List.of("1", "5", "40"));
        choices.put("intervention", List.of("hard-per-row", "shift", "shift-per-row", "clamp"));
        choices.put("intervention-value", List.of("normal(0,2)", "1.5", "uniform(-2,2)"));
        choices.put("targets", List.of("1", "2", "7"));
        choices.put("target-size", List.of("2", "1..3"));
        choices.put(
                "fields",
                List.of(
                        "base",
                        "delta",
                        "intervened,sortability",
                        "base,intervened,target,order,descendants,noise-scale,mechanism,sortability",
                        "all"));
        return choices;
    }

    @BeforeEach
    void requireDevice() {
        OpenClHere.library();
    }

    /** Settings at random; one that does not go with those before it is left out. */
    private static Spec spec(Random random) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("nodes", "7");
        settings.put("rows", "20");
        for (Map.Entry<String, List<String>> key : CHOICES.entrySet()) {
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

    private static Spec made(Map<String, String> settings) {
        return Made.spec(
                "causal",
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void theBitsOfTheScalarKernels() {
        System.out.println("seed " + SEED + " (millrace.test.seed)");
        Random random = new Random(SEED);
        for (int number = 0; number < SPECS; number++) {
            Spec spec = spec(random);
            long seed = random.nextLong();
            long first = random.nextLong() >>> 1 >>> random.nextInt(63);
            int count = 1 + random.nextInt(MOST);
            int piece = 1 + random.nextInt(count);
            String what = "spec " + number + " of seed " + SEED + ": " + spec.settings();
            Generator scalar = Made.scalar(spec, seed);
            try (Generator device = Made.opencl(spec, seed);
                    Batch expected = Made.fill(scalar, first, count, count);
                    Batch made = Made.fill(device, first, count, piece)) {
                compare(expected, made, what);
            } catch (GenerationException alike) {
                assertThrows(GenerationException.class, () -> Made.fill(scalar, first, count, count), what);
            }
        }
    }

    private static void compare(Batch expected, Batch made, String what) {
        for (int f = 0; f < expected.schema().fields().size(); f++) {
            String field = expected.schema().fields().get(f).name();
            long bytes = expected.tensor(f).byteSize();
            assertEquals(
                    -1, expected.tensor(f).mismatch(made.tensor(f).asSlice(0, bytes)), () -> field + " of " + what);
        }
    }

    @Test
    void whatIsRefused() {
        Device device = OpenClHere.device();
        Device without = device.as(device.type(), device.workGroup(), false);
        assertTrue(refusal("scaling=internal", without).endsWith("computed: scaling"));
        assertTrue(refusal("mechanism=0.5*poisson+0.5*linear", without).endsWith("computed: mechanism"));
        assertTrue(new CausalOpenCl()
                .refusal(Made.spec("causal", "mechanism=rff-gp noise=student-t"), without)
                .isEmpty());
    }

    private static String refusal(String settings, Device device) {
        return new CausalOpenCl().refusal(Made.spec("causal", settings), device).orElseThrow();
    }
}
