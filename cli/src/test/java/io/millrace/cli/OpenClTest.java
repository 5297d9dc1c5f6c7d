package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.millrace.dataset.Dataset;
import io.millrace.generator.BackendProvider;
import io.millrace.generator.Backends;
import io.millrace.json.Json;
import io.millrace.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command on an OpenCL device. */
class OpenClTest {
    @TempDir
    Path directory;

    @BeforeEach
    void requireDevice() {
        Optional<String> objection = Backends.all().stream()
                .filter(backend -> backend.name().equals("opencl"))
                .findFirst()
                .flatMap(BackendProvider::objection);
        if (objection.isPresent()) {
            String reason = "no OpenCL here: " + objection.get();
            System.out.println("OpenClTest is skipped: " + reason);
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
            abort(reason);
        }
    }

    private String checksum(String name) throws IOException {
        try (Dataset dataset = Dataset.open(directory.resolve(name))) {
            return dataset.checksum();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "routing --count 300 --shard-size 128 --seed 5, --backend opencl",
        "routing --count 300 --shard-size 128 --seed 5, --backend opencl:0 --workers 3 --batch 7",
        "routing --count 40 --set customers=5..30 --set coordinates=cluster --seed 5, --backend opencl:all",
        "waveform --count 20 --set delta-f=4 --seed 5, --backend opencl --batch 3"
    })
    void whereItRunsChangesNoByte(String what, String how) throws IOException {
        Cli cli = new Cli(directory);
        cli.ok("generate " + what + " --backend scalar --out plain");
        Cli.Result result = cli.ok("generate " + what + " --out other " + how + " --json");
        assertEquals("opencl", result.json().text("backend"));
        assertEquals(checksum("plain"), checksum("other"));
        Files.delete(directory.resolve("other/000000/shard.json"));
        assertTrue(cli.ok("repair other --backend opencl").out().contains("sound again"));
        assertEquals(checksum("plain"), checksum("other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "routing --customers 5,20",
                "waveform --set delta-f=8 --approximant TaylorF2,IMRPhenomD --dtype c8"
            })
    void benchTellsWhatTheDeviceDid(String what) {
        Cli.Result result =
                new Cli(directory).ok("bench " + what + " --backend opencl --workers 2 --seconds 0.05 --json");
        assertEquals(2, result.lines().size());
        for (String line : result.lines()) {
            Json.Obj json = (Json.Obj) JsonReader.read(line);
            assertEquals("opencl", json.text("backend"));
            for (String key : List.of("kernel_seconds", "transfer_seconds", "overlap_seconds")) {
                assertTrue(json.members().containsKey(key), line);
            }
        }
        assertTrue(result.err().contains("devices: kernels "), result.err());
        assertTrue(result.err().contains("backend opencl"), result.err());
    }

    @Test
    void infoListsTheDevices() {
        String out = new Cli(directory).ok("info").out();
        assertTrue(out.contains("  opencl: there when asked for\n    0: "), out);
        for (String word : List.of("MiB", "fp64 ", "exact float division ", "subnormals ", "driver ")) {
            assertTrue(out.contains(word), out);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "opencl:99, there is no OpenCL device '99': allowed is best",
        "opencl:, there is no OpenCL device ''",
        "vector:0, it has no devices to choose '0' from",
        "auto:0, backend is 'auto:0': allowed is"
    })
    void aDeviceThatIsNotThereIsAnErrorInOneLine(String backend, String words) throws IOException {
        Cli.Result result = new Cli(directory).run("generate routing --count 5 --out absent --backend " + backend);
        assertEquals(2, result.code());
        assertTrue(result.err().contains(words), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertFalse(Files.exists(directory.resolve("absent")));
    }
}
