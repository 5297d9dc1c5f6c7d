package io.millrace.opencl.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Offer;
import io.millrace.generator.UnavailableException;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.opencl.Made;
import io.millrace.opencl.OpenClHere;
import io.millrace.spec.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The digests that core pins of latents: trajectories and their encoding on devices. */
@Tag("digest")
class LatentOpenClTest {
    @BeforeAll
    static void assumeADevice() {
        OpenClHere.library();
    }

    static Stream<String> lines() {
        try (InputStream stream = LatentOpenClTest.class.getResourceAsStream("/digests/latent.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void thePinnedBits(String line) {
        String[] parts = line.split(" ", 5);
        int count = Integer.parseInt(parts[3]);
        try (Generator generator = Backends.choose("opencl", Made.spec("latent", parts[4]), Long.parseLong(parts[1]))
                .generator()) {
            assertEquals("opencl", generator.backend());
            for (int piece : new int[] {count, 1, 7}) {
                assertEquals(parts[0], Made.digest(generator, Long.parseLong(parts[2]), count, piece));
            }
        }
    }

    @Test
    void modelsHaveDevicesOfTheirOwn(@TempDir Path temp) throws IOException {
        Path model = Files.writeString(temp.resolve("model"), "model");
        Workload latent = Workloads.named("latent");
        UnavailableException e = assertThrows(
                UnavailableException.class,
                () -> Backends.choose("opencl", latent.parse(Map.of("encoder", "onnx", "model", model.toString())), 0));
        assertTrue(e.getMessage().contains("encoder is onnx, which has devices of its own"), e.getMessage());
    }

    @Test
    void whatASourceRefusesIsRefused() {
        Offer offer = new LatentOpenCl()
                .composed(
                        Made.spec("latent", "burgers.points=16"),
                        0,
                        task -> new Offer.Refused("it has no doubles"),
                        OpenClHere.library().cl(),
                        List.of(OpenClHere.device()))
                .orElseThrow();
        assertEquals(new Offer.Refused("it has no doubles"), offer);
    }

    /** Squares, and walls, which no pinned line has. */
    @Test
    void tasksOfEveryKind() {
        Spec spec = Made.spec(
                "latent",
                "tasks=navier-stokes,diffusion-sorption navier-stokes.points=16 navier-stokes.frames=3 navier-stokes.t-end=0.1 "
                        + "diffusion-sorption.points=64 diffusion-sorption.frames=3 diffusion-sorption.t-end=5 patch=4 tokens=8 width=16");
        try (Generator scalar = Made.scalar(spec, 3);
                Generator device = Backends.choose("opencl", spec, 3).generator()) {
            assertEquals(Made.digest(scalar, 0, 5, 5), Made.digest(device, 0, 5, 2));
        }
    }
}
