package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.dataset.Dataset;
import io.millrace.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodeTest {
    private static final String SMALL = " --set points=32 --set frames=3 --set t-end=0.1 --set tokens=4 --set width=6";

    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void cli() {
        cli = new Cli(temp);
    }

    /** Every file's bytes, as one number for each. */
    private TreeMap<String, Integer> contents(String directory) throws IOException {
        TreeMap<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(temp.resolve(directory))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        temp.resolve(directory).relativize(file).toString(),
                        java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    @Test
    void aCacheIsMadeVerifiedAndFoundComplete() throws IOException {
        String command =
                "encode --tasks burgers,advection --count 20 --splits train=.8,val=.1,test=.1 --out c --workers 2 --batch 3"
                        + SMALL;
        Cli.Result result = cli.ok(command);
        assertTrue(result.out().contains("c is complete: train 16, val 2, test 2; key "), result.out());
        assertTrue(result.out().contains("float16: 0 numbers not finite in it"), result.out());
        assertTrue(cli.ok("verify c").out().contains("c is sound"));
        for (String split : List.of("train", "val", "test")) {
            try (Dataset dataset = Dataset.open(temp.resolve("c").resolve(split))) {
                assertEquals(
                        List.of(3, 4, 6), dataset.plan().fields().getFirst().shape());
            }
        }
        TreeMap<String, Integer> before = contents("c");
        assertTrue(cli.ok(command).out().contains("is complete already"));
        assertEquals(before, contents("c"));
        cli.ok(command.replace("--out c --workers 2 --batch 3", "--out d --workers 1 --batch 20"));
        assertEquals(before, contents("d"));
    }

    @Test
    void fromADatasetTheCacheIsTheSame() throws IOException {
        cli.ok("generate pde --count 12 --seed 4 --out fields --set points=32 --set frames=3 --set t-end=0.1");
        cli.ok("encode --in fields --splits train=.75,val=.25 --out read --set tokens=4 --set width=6");
        cli.ok("encode --count 12 --seed 4 --splits train=.75,val=.25 --out made" + SMALL);
        assertEquals(contents("made"), contents("read"));
        assertEquals(
                2,
                cli.run("encode --in fields --count 13 --out more --set tokens=4")
                        .code());
    }

    @Test
    void searchesForWorkersAndBatchesAndSaysWhatItFound() {
        Cli.Result result = cli.ok("encode --count 40 --out c --workers auto --batch auto --json" + SMALL);
        assertTrue(
                result.err().contains("auto: ") && result.err().contains("instances/s without writing"), result.err());
        Json.Obj line = result.json();
        assertEquals("latent", line.text("workload"));
        assertEquals(40, line.integer("instances"));
        assertEquals(0, line.integer("overflow"));
        assertEquals(64, line.text("key").length());
    }

    @Test
    void aColdCacheIsReadVerifiedAndRepaired() throws IOException {
        String wide = "encode --count 8 --out c --compress --set points=32 --set frames=3 --set t-end=0.1";
        cli.ok(wide);
        Path file = temp.resolve("c/train/000000/latent.npy.zst");
        byte[] sound = Files.readAllBytes(file);
        assertFalse(Files.exists(temp.resolve("c/train/000000/latent.npy")));
        assertTrue(cli.ok("verify c").out().contains("sound"));
        assertTrue(cli.ok(wide).out().contains("is complete already"));
        byte[] damaged = sound.clone();
        damaged[sound.length / 2] ^= 8;
        Files.write(file, damaged);
        assertEquals(2, cli.run("verify c").code());
        assertTrue(cli.ok("repair c").out().contains("1 shard made again"));
        assertTrue(java.util.Arrays.equals(sound, Files.readAllBytes(file)));
    }

    @Test
    void settingsGoToTheTasksThatHaveThem() throws IOException {
        Files.writeString(
                temp.resolve("s.yaml"),
                "tasks: burgers,slow\nslow.equation: burgers\nslow.nu: 0.5\nnu: 0.25\nframes: 3\npoints: 32\nt-end: 0.1\ntokens: 4\nwidth: 6\n");
        Json.Obj settings =
                cli.ok("encode --spec s.yaml --count 4 --out c --json").json().object("settings");
        assertEquals("0.25", settings.members().get("burgers.nu").toString().replaceAll("[^0-9.]", ""));
        assertEquals("0.5", settings.members().get("slow.nu").toString().replaceAll("[^0-9.]", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encode --count 4 --out c --tasks nonsense | tasks: there is no task 'nonsense': allowed are",
                "encode --count 4 --out c --splits train=.8,val=.1 | splits are train=0.8,val=0.1: their sum is 0.9 where 1 would be right",
                "encode --count 4 --out c --splits train | --splits is 'train': allowed is names and their shares",
                "encode --count 4 --out c --splits a=.5,b=.49,c=.01 | splits are a=0.5,b=0.49,c=0.01: 'c' would have none of 4 instances",
                "encode --count 4 --out c --encoder nothing.onnx | model: there is no file 'nothing.onnx'",
                "encode --count 4 --out c --encoder text.txt | model: the file is no ONNX model that ONNX Runtime",
                "encode --count 4 --out c --encoder bad.safetensors | weights: ",
                "encode --out c | Missing required option: '--count=N'",
                "encode --count 4 --out c --set colour=red | --set: there is no key 'colour'",
                "encode --count 4 --out c --set beta=1 | beta is given, and none of the tasks burgers has it",
                "encode --count 4 --out c --workers none | --workers is 'none': allowed is auto, or a number from 1 on",
                "encode --count 4 --out c --set patch=3 | patch is '3'",
                "encode --count 4 --out c --in routes | routes is a dataset of routing: encoded are those of pde",
                "encode --count 4 --out c --in absent | absent",
                "encode --count 4 --out c --latent-dtype f8 | latent-dtype is 'f8': allowed is f2, f4",
                "encode --count 4 --out text.txt | "
            })
    void badInputIsOneSentence(String command, String sentence) throws IOException {
        Files.writeString(temp.resolve("text.txt"), "this is no model");
        Files.writeString(temp.resolve("bad.safetensors"), "this is no safetensors file either");
        if (command.contains("routes")) {
            cli.ok("generate routing --count 2 --out routes");
        }
        Cli.Result result = cli.run(command);
        assertEquals(2, result.code(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(
                result.err().contains("millrace: ") && result.err().contains(sentence == null ? "" : sentence),
                result.err());
        assertFalse(Files.exists(temp.resolve("c")));
    }

    @Test
    void aCacheOfAnotherKeyIsRefused() throws IOException {
        cli.ok("encode --count 10 --out c" + SMALL);
        TreeMap<String, Integer> before = contents("c");
        for (String change : List.of(
                "--set nu=0.5|burgers.nu is 0.01 there and 0.5 here",
                "--latent-dtype f4|latent-dtype is f2 there and f4 here",
                "--set encoder-seed=1|encoder-seed is 0 there and 1 here",
                "--seed 9|seed is 0 there and 9 here",
                "--splits train=.5,val=.5|split train is 10 instances from 0 there and 5 instances from 0 here")) {
            String[] parts = change.split("\\|");
            Cli.Result result = cli.run("encode --count 10 --out c" + SMALL + " " + parts[0]);
            assertEquals(2, result.code());
            assertTrue(result.err().contains("holds a cache of another key: " + parts[1]), result.err());
            assertEquals(before, contents("c"));
        }
        cli.ok("encode --count 10 --out c --overwrite --seed 9" + SMALL);
        assertTrue(cli.ok("verify c").out().contains("sound"));
    }
}
