package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.json.Json;
import io.millrace.json.JsonReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of trajectories. */
class BenchPdeTest {
    private static final String BENCH =
            "bench pde --seconds 0.05 --batch 4 --json --set points=32 --set frames=5 --set t-end=0.1 ";

    @TempDir
    Path directory;

    @Test
    void stepsAreThoseBetweenTheFrames() {
        Cli.Result result = new Cli(directory)
                .ok(BENCH + "--equation burgers,allen-cahn --workers 1,2 --set steps=3 --set certify=0");
        assertEquals(4, result.lines().size());
        assertTrue(result.err().contains("efficiency     steps/s"), result.err());
        for (String line : result.lines()) {
            Json.Obj json = (Json.Obj) JsonReader.read(line);
            assertEquals(
                    List.of(
                            "workload",
                            "settings",
                            "equation",
                            "workers",
                            "batch",
                            "backend",
                            "instances",
                            "seconds",
                            "instances_per_second",
                            "bytes_per_second",
                            "steps_per_second"),
                    List.copyOf(json.members().keySet()));
            double instances = ((Json.Num) json.get("instances_per_second")).real();
            assertEquals(12 * instances, ((Json.Num) json.get("steps_per_second")).real(), 1e-9 * instances);
        }
    }

    @Test
    void whereTrajectoriesHaveTheirOwnSchemesThereAreNone() {
        Cli cli = new Cli(directory);
        assertFalse(cli.ok(BENCH + "--equation burgers --workers 1")
                .json()
                .members()
                .containsKey("steps_per_second"));
        assertTrue(cli.ok(BENCH + "--equation burgers --workers 1 --set scheme=spectral")
                .json()
                .members()
                .containsKey("steps_per_second"));
    }
}
