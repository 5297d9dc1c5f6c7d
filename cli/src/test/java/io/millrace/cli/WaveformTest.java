package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Elements;
import io.millrace.cli.export.Instances;
import io.millrace.dataset.Dataset;
import io.millrace.json.Json;
import io.millrace.json.JsonReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workload {@code waveform} from the command line: parameters that are given, pictures, figures. */
class WaveformTest {
    private static final String GRID = " --set f-max=256 --set delta-f=1";

    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void setUp() throws IOException {
        cli = new Cli(directory);
        Files.writeString(directory.resolve("p.csv"), """
                mass_1, mass_2, chi_1, chi_2, luminosity_distance, iota, geocent_time
                36, 29, -0.3, 0.2, 410, 2.7, 0
                # the next has its lighter body first
                9, 14.5, 0, 0.5, 440, 0.4, 0.01
                10.9, 7.6, 0.3, 0, 450, 1, 0
                """);
    }

    private String checksum(String name) throws IOException {
        try (Dataset dataset = Dataset.open(directory.resolve(name))) {
            return dataset.checksum();
        }
    }

    private void rows(int rows) throws IOException {
        StringBuilder text = new StringBuilder("mass_1,mass_2,luminosity_distance\n");
        for (int row = 0; row < rows; row++) {
            text.append(String.format(Locale.ROOT, "%.3f,%d,400%n", 10 + 0.001 * row, 10 + row % 60));
        }
        Files.writeString(directory.resolve("many.csv"), text);
    }

    @Test
    void aFileGivesAsManyInstancesAsItHasRows() throws IOException {
        assertEquals(
                3,
                cli.ok("generate waveform --parameters p.csv --json --out d" + GRID)
                        .json()
                        .integer("count"));
        try (Dataset dataset = Dataset.open(directory.resolve("d"));
                Instances second = Instances.at(dataset, 1)) {
            assertEquals(3, dataset.count());
            assertEquals(9, second.field("parameters").getAtIndex(Elements.F8, 0));
            assertEquals(14.5, second.field("parameters").getAtIndex(Elements.F8, 1));
        }
        cli.ok("generate waveform --set parameters=p.csv --count 3 --out e" + GRID);
        Files.writeString(directory.resolve("s.yaml"), "parameters: p.csv\nf-max: 256\ndelta-f: 1\n");
        cli.ok("generate waveform --spec s.yaml --out f");
        assertEquals(checksum("d"), checksum("e"));
        assertEquals(checksum("d"), checksum("f"));
        assertEquals(
                2,
                cli.ok("generate waveform --parameters p.csv --first 1 --json --out g" + GRID)
                        .json()
                        .integer("count"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--set detectors=H1,L1 --set asd=aligo-zero-det-high-power --set geocent_time=0.02",
                "--set a_1=0.5 --set tilt_1=0 --set iota= --set theta_jn=1 --set approximant=TaylorF2"
            })
    void aDatasetGivesItsParameters(String settings) throws IOException {
        String drawn = "generate waveform --count 20 --seed 4 --first 7 --out d" + GRID;
        cli.ok(settings.isEmpty() ? drawn : drawn + " " + settings);
        cli.ok("generate waveform --parameters d --out e" + GRID);
        try (Dataset one = Dataset.open(directory.resolve("d"));
                Dataset other = Dataset.open(directory.resolve("e"))) {
            assertEquals(20, other.count());
            assertEquals(0, other.plan().first());
            for (int i = 0; i < 20; i++) {
                try (Instances a = Instances.at(one, 7 + i);
                        Instances b = Instances.at(other, i)) {
                    assertEquals(
                            -1,
                            a.field("parameters")
                                    .asSlice(0, 8 * 12)
                                    .mismatch(b.field("parameters").asSlice(0, 8 * 12)));
                    if (settings.isEmpty()) {
                        assertEquals(-1, a.field("h_plus").mismatch(b.field("h_plus")));
                        assertEquals(-1, a.field("h_cross").mismatch(b.field("h_cross")));
                    }
                }
            }
        }
    }

    @Test
    void withoutItsFileADatasetIsStillVerifiedAndRepaired() throws IOException {
        cli.ok("generate waveform --parameters p.csv --shard-size 1 --out d" + GRID);
        String before = checksum("d");
        byte[] shard = Files.readAllBytes(directory.resolve("d/000001/h_plus.npy"));
        Files.delete(directory.resolve("p.csv"));
        delete(directory.resolve("d/000001"));
        assertEquals(ExitCode.REFUSED, cli.run("verify d").code());
        assertEquals(
                "d is sound again: 1 problem repaired, 1 shard made again\n",
                cli.ok("repair d").out());
        assertEquals(before, checksum("d"));
        assertEquals(
                -1, java.util.Arrays.mismatch(shard, Files.readAllBytes(directory.resolve("d/000001/h_plus.npy"))));
        cli.ok("verify d");
        cli.ok("show d");
    }

    @Test
    void killedItContinuesWithItsFileAndIsFinishedByRepairWithoutIt() throws Exception {
        rows(3000);
        String command =
                "generate waveform --parameters many.csv --shard-size 100 --workers 1 --batch 10 --quiet --out ";
        cli.ok(command + "whole");
        for (String name : List.of("continued", "repaired")) {
            kill(command + name, directory.resolve(name));
            assertFalse(Files.exists(directory.resolve(name).resolve("manifest.json")), name);
            if (name.equals("repaired")) {
                Files.delete(directory.resolve("many.csv"));
                cli.ok("repair " + name);
            } else {
                cli.ok(command + name);
            }
            assertEquals(checksum("whole"), checksum(name), name);
            cli.ok("verify " + name);
        }
    }

    /** Starts the command in a process of its own, and ends that once two shards stand. */
    private void kill(String command, Path dataset) throws Exception {
        List<String> words = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("jdk.module.path", "") + File.pathSeparator + System.getProperty("java.class.path"),
                "io.millrace.cli.Main"));
        words.addAll(List.of(command.split(" ")));
        Process process = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.txt").toFile())
                .start();
        while (!Files.exists(dataset.resolve("000001")) && process.isAlive()) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
        assertEquals(137, process.exitValue(), Files.readString(directory.resolve("child.txt")));
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--set dtype=c16 --set approximant=TaylorF2",
                "--set output=amplitude-phase",
                "--set domain=multibanded",
                "--set asd=aligo-zero-det-high-power --set whiten=true",
                "--set detectors=H1,L1,V1 --set asd=aligo-zero-det-high-power --set noise=true",
                "--set f-min=2 --set f-max=15",
                "--set f-max=20.5 --set delta-f=20"
            })
    void threePanelsAreDrawn(String settings) throws IOException {
        cli.ok(("generate waveform --count 3 --out d " + settings).strip());
        Cli.Result result = cli.ok("show d --index 2");
        assertEquals(
                "instance 2 is drawn in waveform-2.png and waveform-2.svg",
                result.lines().getLast());
        assertNotNull(ImageIO.read(directory.resolve("waveform-2.png").toFile()));
        String svg = Files.readString(directory.resolve("waveform-2.svg"));
        for (String word : List.of(", instance 2", "masses ", "spins ", " Mpc")) {
            assertTrue(svg.contains(word), word);
        }
    }

    @Test
    void benchHasOneRowForEachModelTypeAndNumberOfWorkers() {
        Cli.Result result =
                cli.ok("bench waveform --dtype c8,c16 --workers 1,2 --batch 8 --seconds 0.05 --json --set f-max=128");
        assertEquals(8, result.lines().size());
        Json.Obj first = (Json.Obj) JsonReader.read(result.lines().getFirst());
        assertEquals(
                List.of(
                        "workload",
                        "settings",
                        "approximant",
                        "dtype",
                        "workers",
                        "batch",
                        "backend",
                        "instances",
                        "seconds",
                        "instances_per_second",
                        "bytes_per_second"),
                List.copyOf(first.members().keySet()));
        assertEquals("uniform(10, 80)", first.object("settings").text("mass_1"));
        assertEquals(128, first.object("settings").integer("f-max"));
        assertEquals("c8", first.text("dtype"));
        assertEquals("TaylorF2", result.json().text("approximant"));
        Json.Obj own = cli.ok("bench waveform --approximant IMRPhenomD --dtype c8 --workers 1 --batch 8 --seconds 0.05"
                        + " --json --set mass_1=30 --set mass_2=20")
                .json();
        assertEquals("", own.object("settings").text("chi_1"));
        Json.Obj given = cli.ok(
                        "bench waveform --approximant IMRPhenomD --dtype c8 --workers 1 --batch 8 --seconds 0.05"
                                + " --json --parameters p.csv")
                .json();
        assertTrue(given.object("settings").text("parameters").startsWith("sha256:"));
    }
}
