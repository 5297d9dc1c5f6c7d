package io.millrace.opencl.causal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.opencl.Made;
import io.millrace.opencl.OpenClHere;
import io.millrace.opencl.RandomSpecs;
import io.millrace.opencl.device.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CausalOpenClTest {
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
        choices.put("intervention-value", List.of("normal(0,2)", "1.5", "uniform(-2,2)", "signed-uniform(0,0)"));
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

    @Test
    void theBitsOfTheScalarKernels() {
        new RandomSpecs("causal", Map.of("nodes", "7", "rows", "20"), CHOICES).compare(4);
    }

    /** Worlds in closed form: only what they depend on. */
    @Test
    void theBitsOfLinearWorlds() {
        Map<String, List<String>> choices = new LinkedHashMap<>(CHOICES);
        choices.keySet()
                .retainAll(Set.of(
                        "nodes",
                        "padding",
                        "graph",
                        "noise-scale",
                        "weight",
                        "bias",
                        "rows",
                        "largest",
                        "intervened-rows",
                        "intervention",
                        "intervention-value",
                        "targets",
                        "fields"));
        choices.put("scaling", List.of("z-score"));
        new RandomSpecs("causal", Map.of("nodes", "7", "rows", "20"), choices).compare(4);
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
