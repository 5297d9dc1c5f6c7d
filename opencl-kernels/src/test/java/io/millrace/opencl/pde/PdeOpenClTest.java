package io.millrace.opencl.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.generator.Generator;
import io.millrace.opencl.Made;
import io.millrace.opencl.OpenClHere;
import io.millrace.opencl.RandomSpecs;
import io.millrace.opencl.device.Device;
import io.millrace.spec.Spec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdeOpenClTest {
    private static final Map<String, List<String>> CHOICES = choices();

    private static Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put(
                "equation",
                List.of("advection", "reaction-diffusion", "allen-cahn", "kuramoto-sivashinsky", "korteweg-de-vries"));
        choices.put("points", List.of("8", "10", "14", "30", "64", "100", "122", "128", "256", "366"));
        choices.put("length", List.of("0.5", "2", "100"));
        choices.put("frames", List.of("2", "3", "7"));
        choices.put("t-end", List.of("0.001", "0.03"));
        choices.put("scheme", List.of("spectral", "finite-volume"));
        choices.put("steps", List.of("1", "2", "9", "40"));
        choices.put("initial", List.of("gaussian-field", "kassam-trefethen"));
        choices.put("nu", List.of("1", "0.001", "log-uniform(0.0001,1)", "choice(0.001,0.1,0.5)"));
        choices.put("beta", List.of("-3", "uniform(-2,3)"));
        choices.put("rho", List.of("0", "uniform(0,100)"));
        choices.put("certify", List.of("0", "1", "3"));
        choices.put("dtype", List.of("f2", "f8"));
        return choices;
    }

    @BeforeEach
    void requireDevice() {
        OpenClHere.library();
    }

    @Test
    void theBitsOfTheScalarKernels() {
        new RandomSpecs("pde", Map.of("points", "32", "frames", "4", "t-end", "0.1"), CHOICES).compare(2);
    }

    @Test
    void theBitsOfTheScalarKernelsBetweenWalls() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("points", List.of("8", "10", "14", "30", "64", "100", "122"));
        choices.put("length", List.of("0.5", "2", "100"));
        choices.put("frames", List.of("2", "3", "7", "30"));
        choices.put("t-end", List.of("0.001", "3", "500"));
        choices.put("scheme", List.of("finite-volume"));
        choices.put("steps", List.of("1", "2", "9"));
        choices.put("d", List.of("0.1", "log-uniform(0.0001,1)", "choice(0.001,0.1,0.5)"));
        choices.put("k", List.of("0", "uniform(0.0001,0.01)"));
        choices.put("n", List.of("0.5", "1", "uniform(0.5,1)"));
        choices.put("certify", List.of("0", "1", "3"));
        choices.put("dtype", List.of("f2", "f8"));
        new RandomSpecs(
                        "pde",
                        Map.of("equation", "diffusion-sorption", "points", "16", "frames", "4", "t-end", "20"),
                        choices)
                .compare(5);
    }

    @Test
    void theBitsOfTheScalarKernelsOnSquares() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("points", List.of("8", "10", "14", "30", "32", "44"));
        choices.put("length", List.of("0.5", "2", "100"));
        choices.put("frames", List.of("2", "3", "5"));
        choices.put("t-end", List.of("0.001", "0.5"));
        choices.put("steps", List.of("1", "2", "9"));
        choices.put("nu", List.of("1", "0.1", "log-uniform(0.0001,1)", "choice(0.001,0.1,0.5)"));
        choices.put("f", List.of("0", "uniform(0,2)"));
        choices.put("certify", List.of("0", "1", "3"));
        choices.put("dtype", List.of("f2", "f8"));
        new RandomSpecs(
                        "pde",
                        Map.of("equation", "navier-stokes", "points", "16", "frames", "4", "t-end", "0.1"),
                        choices)
                .compare(8);
    }

    /** On a processor groups then go over several rows and blocks of columns. */
    @Test
    void moreSquaresThanGroups() {
        Spec spec = Made.spec("pde", "equation=navier-stokes points=10 frames=2 t-end=0.02 steps=1 certify=7");
        String expected = Made.digest(Made.scalar(spec, 5), 0, 600, 600);
        try (Generator device = Made.opencl(spec, 5)) {
            assertEquals(expected, Made.digest(device, 0, 600, 600));
        }
    }

    /** Work in global memory, and more steps than a launch makes, which ends within a frame. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "points=2310 frames=4 t-end=0.0003 steps=120 certify=2",
                "equation=allen-cahn points=2310 frames=2 t-end=0.01 steps=3 dtype=f8",
                "equation=advection points=2310 frames=300 dtype=f2",
                "points=2310 frames=4 t-end=0.0003 steps=120 scheme=finite-volume certify=1",
                "points=64 frames=4 t-end=0.3 nu=2 certify=1",
                "equation=diffusion-sorption points=500 frames=4 t-end=100 k=choice(0.0001,0.0005) certify=2 dtype=f8",
                "equation=diffusion-sorption points=130 frames=3 t-end=1 steps=300 d=uniform(0.0001,0.1) certify=2",
                "equation=navier-stokes points=8 frames=3 t-end=0.1 steps=300 certify=2 dtype=f8",
                "equation=navier-stokes points=122 frames=3 t-end=0.1 nu=choice(0.1,0.001) certify=2",
                "equation=korteweg-de-vries points=64 frames=4 t-end=0.3 certify=1 dtype=f8",
                "equation=reaction-diffusion points=64 frames=3 t-end=1 nu=5 rho=3 certify=2 dtype=f8"
            })
    void moreThanLocalMemoryAndALaunch(String settings) {
        Spec spec = Made.spec("pde", settings);
        String expected = Made.digest(Made.scalar(spec, 5), 0, 4, 4);
        try (Generator device = Made.opencl(spec, 5)) {
            assertEquals(expected, Made.digest(device, 0, 4, 3));
        }
    }

    /** Those that leave the finite are drawn again: kinks that 8 points do not hold are below 0, where reactions run away. */
    @Test
    void attempts() {
        Spec spec = Made.spec(
                "pde", "equation=reaction-diffusion points=8 frames=3 t-end=1 nu=0.000001 rho=1000 certify=3 dtype=f2");
        try (Generator scalar = Made.scalar(spec, 5);
                Generator device = Made.opencl(spec, 5);
                Batch expected = Made.fill(scalar, 0, 200, 200);
                Batch made = Made.fill(device, 0, 200, 200)) {
            int again = 0;
            for (int row = 0; row < 200; row++) {
                again += Math.min(1, expected.tensor("attempts").getAtIndex(Elements.I4, row));
            }
            int count = again;
            assertTrue(again > 1 && again < 200, () -> "a poor test: " + count + " were drawn again");
            assertEquals(Made.digest(expected, 200), Made.digest(made, 200));
        }
    }

    @Test
    void whatIsRefused() {
        Device device = OpenClHere.device();
        Device without = device.as(device.type(), device.workGroup(), false);
        assertTrue(new PdeOpenCl()
                .refusal(Made.spec("pde", "points=16"), without)
                .orElseThrow()
                .contains("doubles"));
    }
}
