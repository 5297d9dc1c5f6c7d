package io.millrace.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Offer;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatentSpecTest {
    @TempDir
    Path temp;

    private final Workload latent = Workloads.named("latent");

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : text.strip().split(" +")) {
            String[] pair = setting.split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        return settings;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tasks=burgers",
                "tasks=burgers,advection burgers.nu=0.3 advection.beta=uniform(1,2) latent-dtype=f4",
                "tasks=a,b a.equation=burgers b.equation=burgers b.nu=1 a.first=7 tokens=5 width=3 patch=2 encoder-seed=-9"
            })
    void settingsGiveAnEqualSpec(String text) {
        Spec spec = latent.parse(settings(text));
        assertEquals(spec, latent.parse(spec.settings()));
        settings(text)
                .forEach((key, value) -> assertEquals(value, spec.settings().get(key), key));
        assertTrue(spec.settings().keySet().stream().allMatch(latent::knows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tasks=nonsense | tasks: there is no task 'nonsense': allowed are advection, burgers",
                "tasks=burgers,burgers | tasks: 'burgers' stands there twice",
                "tasks=a,b a.equation=burgers b.equation=burgers b.first=5 | tasks a and b are of the same trajectories, from 0 and from 5",
                "tasks=burgers burgers.nu=-1 | burgers.nu is '-1': allowed is",
                "advection.beta=1 | there is no task 'advection', of which a key is given: the tasks are burgers",
                "encoder=grid model=x | model: there is no file 'x'",
                "encoder=onnx | model is 'none': allowed is a file for encoder onnx",
                "encoder=onnx tokens=4 | tokens is '4', but the encoder is 'onnx': it is for the grid encoder",
                "latent-dtype=f8 | latent-dtype is 'f8': allowed is f2, f4",
                "burgers.workload=pde-0 | burgers.workload is 'pde-0' where this version of Millrace has pde",
                "burgers.first=-1 | burgers.first is '-1': allowed is 0 to 2^62"
            })
    void nonsenseIsRefused(String text, String message) {
        SpecException e = assertThrows(SpecException.class, () -> latent.parse(settings(text)));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tasks=burgers,advection burgers.frames=3 advection.frames=4 | frames of advection are 4 where those of burgers are 3",
                "burgers.points=66 patch=4 | patch is '4'",
            })
    void whatCannotBeEncodedIsRefused(String text, String message) {
        Spec spec = latent.parse(settings(text));
        SpecException e = assertThrows(SpecException.class, () -> latent.scalar(spec, 0));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }

    @Test
    void anEncoderThatIsNotHereIsRefused() throws IOException {
        Path file = temp.resolve("m");
        Files.writeString(file, "model");
        Spec spec = latent.parse(settings("encoder=fancy model=" + file));
        assertEquals(new Offer.Refused("encoder is 'fancy': here there are grid"), latent.scalar(spec, 0));
        // the digest is the file's own, and the spec knows its bytes
        Table table = spec.tables().get("model");
        assertEquals("sha256:9372c470eeadd5ecd9c3c74c2b3cb633f8e2f2fad799250a0f70d652b6b825e4", table.digest());
        assertEquals(spec, latent.parse(spec.settings(), spec.tables()));
        assertThrows(SpecException.class, () -> latent.parse(spec.settings()));
    }

    @Test
    void unknownKeysAreUnknown() {
        assertTrue(latent.knows("burgers.nu"));
        assertTrue(latent.knows("some-name.equation"));
        assertFalse(latent.knows("burgers.colour"));
        assertFalse(latent.knows("nu"));
        assertFalse(latent.knows("."));
    }
}
