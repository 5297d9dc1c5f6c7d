package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Workloads;
import io.millrace.json.Json;
import io.millrace.json.JsonReader;
import io.millrace.simd.Simd;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchInfoSpecTest {
    @TempDir
    Path directory;

    @Test
    void benchHasOneRowAndOneObjectForEachSizeAndNumberOfWorkers() {
        Cli.Result result = new Cli(directory)
                .ok(
                        "bench routing --customers 5,10..12 --workers 1,2 --batch 64 --seconds 0.05 --backend scalar --json");
        assertEquals(4, result.lines().size());
        assertEquals(2 + 4, result.err().lines().count(), result.err());
        for (String line : result.lines()) {
            Json.Obj json = (Json.Obj) JsonReader.read(line);
            assertEquals(
                    List.of(
                            "workload",
                            "settings",
                            "customers",
                            "workers",
                            "batch",
                            "backend",
                            "instances",
                            "seconds",
                            "instances_per_second",
                            "bytes_per_second"),
                    List.copyOf(json.members().keySet()));
            assertEquals("scalar", json.text("backend"));
            assertEquals(64, json.integer("batch"));
            assertEquals("full", json.object("settings").text("distances"));
        }
        assertEquals(5, ((Json.Obj) JsonReader.read(result.lines().getFirst())).integer("customers"));
        assertEquals("10..12", result.json().text("customers"));
        assertEquals(2, result.json().integer("workers"));
    }

    @Test
    void benchPrintsSpeedUpAndEfficiency() {
        Cli.Result result = new Cli(directory).ok("bench routing --customers 5 --workers 1,2 --seconds 0.05");
        assertTrue(result.lines().get(1).startsWith("customers  workers     instances/s"), result.out());
        assertTrue(result.lines().get(2).matches("5 +1 .* 1\\.00x +100\\.0 %"), result.out());
        assertTrue(result.lines().get(3).matches("5 +2 .*x +[0-9.]+ %"), result.out());
    }

    @Test
    void infoNamesTheMachineAndEachBackend() {
        String out = new Cli(directory).ok("info").out();
        for (String word : List.of(
                "java ",
                "processor ",
                "memory ",
                "vectors ",
                "backends",
                "  vector: ",
                "  scalar: ",
                "routing (version ")) {
            assertTrue(out.contains(word), out);
        }
        assertEquals(Simd.preferred(), out.contains("vector: chosen"));
    }

    @Test
    void specPrintsEveryKey() {
        String out = new Cli(directory).ok("spec routing").out();
        Workloads.named("routing")
                .keys()
                .forEach(key ->
                        assertTrue(out.lines().anyMatch(line -> line.startsWith(key.name() + " ")), key.name()));
    }
}
