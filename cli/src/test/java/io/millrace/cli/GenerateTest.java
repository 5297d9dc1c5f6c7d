package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.dataset.Dataset;
import io.millrace.json.Json;
import io.millrace.pipeline.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateTest {
    @TempDir
    Path directory;

    private String checksum(String name) throws IOException {
        try (Dataset dataset = Dataset.open(directory.resolve(name))) {
            return dataset.checksum();
        }
    }

    @Test
    void writesADatasetAndSaysHowToReadIt() throws IOException {
        Cli.Result result = new Cli(directory).ok("generate routing --count 500 --shard-size 200 --out a/b");
        assertTrue(result.lines().getFirst().startsWith("a/b is complete: 500 instances ("), result.out());
        assertTrue(result.lines().getFirst().endsWith(" in 3 shards"), result.out());
        assertTrue(result.lines().get(1).contains(" instances/s, "), result.out());
        assertEquals(
                "import numpy as np; coords = np.load(\"a/b/000000/coords.npy\", mmap_mode=\"c\")",
                result.lines().getLast());
        assertTrue(Files.exists(directory.resolve("a/b/000002/coords.npy")));
        try (Dataset dataset = Dataset.open(directory.resolve("a/b"))) {
            assertEquals(0, dataset.plan().seed());
            assertEquals("20", dataset.plan().spec().get("customers"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--workers 1",
                "--workers 2",
                "--backend scalar",
                "--batch 1",
                "--batch 4096",
                "--workers 3 --batch 7"
            })
    void howItRunsChangesNoByte(String options) throws IOException {
        Cli cli = new Cli(directory);
        cli.ok("generate routing --count 300 --shard-size 128 --seed 5 --out plain");
        cli.ok("generate routing --count 300 --shard-size 128 --seed 5 --out other " + options);
        assertEquals(checksum("plain"), checksum("other"));
    }

    @Test
    void aCompleteDatasetStaysAsItIs() throws IOException {
        Cli cli = new Cli(directory);
        cli.ok("generate routing --count 100 --out d");
        String before = checksum("d");
        Cli.Result again = cli.ok("generate routing --count 100 --out d");
        assertTrue(again.out().startsWith("d is complete already: 100 instances"), again.out());
        assertEquals(before, checksum("d"));
    }

    @Test
    void overwriteReplacesAnotherPlan() throws IOException {
        Cli cli = new Cli(directory);
        cli.ok("generate routing --count 100 --out d");
        assertEquals(2, cli.run("generate routing --count 100 --seed 1 --out d").code());
        cli.ok("generate routing --count 100 --seed 1 --out d --overwrite");
        try (Dataset dataset = Dataset.open(directory.resolve("d"))) {
            assertEquals(1, dataset.plan().seed());
        }
    }

    @Test
    void jsonIsAllThatStandsOnStandardOutput() {
        Cli.Result result = new Cli(directory)
                .ok(
                        "generate routing --count 100 --first 7 --seed -3 --workers 2 --batch 16 --backend scalar --json --out d");
        assertEquals(1, result.lines().size());
        Json.Obj json = result.json();
        assertEquals("routing", json.text("workload"));
        assertEquals(20, json.object("settings").integer("customers"));
        assertEquals("uniform", json.object("settings").text("coordinates"));
        assertEquals(-3, json.integer("seed"));
        assertEquals(7, json.integer("first"));
        assertEquals(2, json.integer("workers"));
        assertEquals(16, json.integer("batch"));
        assertEquals("scalar", json.text("backend"));
        assertEquals(100, json.integer("instances"));
        for (String rate : List.of("seconds", "instances_per_second", "bytes_per_second")) {
            assertTrue(((Json.Num) json.get(rate)).real() > 0, rate);
        }
        assertTrue(result.err().contains("d is complete: 100 instances"), result.err());
    }

    @Test
    void workersThatAreNotAskedForAreNoMoreThanBatchesAndMemory() {
        Cli cli = new Cli(directory);
        assertEquals(
                1,
                cli.ok("generate routing --count 100 --batch 100 --json --out a")
                        .json()
                        .integer("workers"));
        assertEquals(100, Machine.allowed(1 << 20, 100));
        assertEquals(1, Machine.allowed(Machine.memory(), 100));
        assertEquals(5, Machine.allowed(Machine.memory() / 11, 100));
    }

    @Test
    void stoppedBeforeTheFirstShardItLeavesNothing() throws IOException {
        Cancellation stop = new Cancellation();
        stop.cancel();
        Cli.Result result = new Cli(directory, stop).run("generate routing --count 100 --out d");
        assertEquals(ExitCode.STOPPED, result.code());
        assertTrue(result.err().contains("the same command starts again"), result.err());
        assertEquals(List.of(), new Cli(directory).files());
    }

    @Test
    void aRunThatWasStoppedContinues() throws Exception {
        String command =
                "generate routing --count 200000 --shard-size 2000 --set customers=50 --workers 1 --batch 500 --out d";
        Cancellation stop = new Cancellation();
        Thread user = Thread.ofPlatform().start(() -> {
            while (!Files.exists(directory.resolve("d/000001"))) {
                Thread.onSpinWait();
            }
            stop.cancel();
        });
        Cli.Result stopped = new Cli(directory, stop).run(command);
        user.join();
        assertEquals(ExitCode.STOPPED, stopped.code(), stopped.out());
        assertTrue(stopped.err().contains(" of 100 shards finished in d; the same command continues"), stopped.err());
        String shorter = "generate routing --count 200000 --shard-size 2000 --set customers=50 --out d --json";
        Json.Obj continued = new Cli(directory).ok(shorter).json();
        assertTrue(continued.integer("instances") < 200_000);
        assertTrue(new Cli(directory).ok("verify d").out().startsWith("d is sound"));
    }

    @Test
    void quietIsQuietAndABarIsDrawnOnATerminal() {
        Cli cli = new Cli(directory);
        assertEquals(
                "", cli.ok("generate routing --count 100 --quiet --out quiet").err());
        Cli.Result bar = cli.run(OptionalInt.of(100), "generate", "routing", "--count", "100", "--out", "bar");
        assertTrue(bar.err().contains("100%"), bar.err());
        assertFalse(bar.out().contains("\r"), bar.out());
    }
}
