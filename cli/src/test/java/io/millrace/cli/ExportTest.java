package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jhdf.HdfFile;
import io.millrace.batch.Elements;
import io.millrace.cli.export.Instances;
import io.millrace.cli.export.Safetensors;
import io.millrace.cli.picture.Summary;
import io.millrace.dataset.Dataset;
import io.millrace.json.Json;
import io.millrace.json.JsonReader;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Progress;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.internal.chartpart.IChart;
import picocli.CommandLine;

/** Formats from the inside; {@link PythonTest} reads them as their users do. */
class ExportTest {
    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void setUp() {
        cli = new Cli(directory);
    }

    private void generate(String options) {
        cli.ok("generate routing --count 10 --shard-size 4 --first 100 --out d " + options);
    }

    @Test
    void safetensorsHasEveryByteAndItsChecksum() throws IOException {
        generate("");
        cli.ok("export d --format safetensors --out e");
        ByteBuffer file =
                ByteBuffer.wrap(Files.readAllBytes(directory.resolve("e"))).order(ByteOrder.LITTLE_ENDIAN);
        int head = (int) file.getLong(0);
        assertEquals(0, (head + 8) % 4096);
        Json.Obj json = (Json.Obj) JsonReader.read(new String(file.array(), 8, head, StandardCharsets.UTF_8).strip());
        try (Dataset dataset = Dataset.open(directory.resolve("d"))) {
            long end = 0;
            for (var field : dataset.plan().fields()) {
                Json.Obj entry = json.object(field.name());
                List<Json> offsets = entry.array("data_offsets");
                int from = (int) ((Json.Num) offsets.get(0)).integer() + 8 + head;
                int to = (int) ((Json.Num) offsets.get(1)).integer() + 8 + head;
                end = Math.max(end, to);
                CRC32C crc = new CRC32C();
                crc.update(file.array(), from, to - from);
                assertEquals(
                        "%08x".formatted(crc.getValue()),
                        json.object("__metadata__").text("crc32c." + field.name()));
                for (int shard = 0; shard < dataset.shards(); shard++) {
                    byte[] part = dataset.shard(shard).tensor(field.name()).toArray(ValueLayout.JAVA_BYTE);
                    assertArrayEquals(part, Arrays.copyOfRange(file.array(), from, from + part.length));
                    from += part.length;
                }
            }
            assertEquals(file.capacity(), end);
        }
        assertEquals("100", json.object("__metadata__").text("first"));
        assertEquals("20", json.object("__metadata__").text("spec.customers"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --set metric=euc-2d                                    | EUC_2D
            --set rounding=round                                   | EUC_2D
            --set rounding=ceil                                    | CEIL_2D
            --set metric=manhattan --set rounding=round            | MAN_2D
            --set metric=max-2d                                    | MAX_2D
            --set metric=att                                       | ATT
            --set metric=geo                                       | GEO
            --set coordinates=uchoa-x --set capacity=route-length --set metric=euc-2d | EUC_2D
            --set rounding=dimacs                                  | EXPLICIT
            --set metric=haversine --set distances=upper           | EXPLICIT
            --set distances=nearest --set customers=12..15         | EXPLICIT
            --set problem=atsp                                     | EXPLICIT
            --set problem=tsp --set metric=ceil-2d                 | CEIL_2D
            """)
    void vrplibNamesTheMetricOrWritesTheMatrix(String settings, String type) throws IOException {
        generate(settings);
        cli.ok("export d --format vrplib --out e");
        List<Path> files;
        try (var entries = Files.list(directory.resolve("e"))) {
            files = entries.sorted().toList();
        }
        assertEquals(10, files.size());
        assertTrue(files.getFirst().getFileName().toString().startsWith("routing-000000000100."));
        List<String> lines = Files.readAllLines(files.getFirst());
        assertTrue(lines.contains("EDGE_WEIGHT_TYPE : " + type), lines.toString());
        assertEquals(type.equals("EXPLICIT"), lines.contains("EDGE_WEIGHT_SECTION"));
        assertEquals("EOF", lines.getLast());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --set open-routes=true                                                                        | OVRP
            --set time-windows=liu24                                                                      | VRPTW
            --set distance-limit=3                                                                        | VRPL
            --set open-routes=true --set backhauls=mixed --set distance-limit=3 --set time-windows=li21   | OVRPMBLTW
            """)
    void vrplibNamesTheConstraints(String settings, String type) throws IOException {
        generate(settings);
        cli.ok("export d --format vrplib --out e");
        List<String> lines = Files.readAllLines(directory.resolve("e/routing-000000000100.vrp"));
        assertTrue(lines.contains("TYPE : " + type), lines.toString());
        assertEquals(type.contains("TW"), lines.contains("TIME_WINDOW_SECTION"));
        assertEquals(type.contains("TW"), lines.contains("SERVICE_TIME_SECTION"));
        assertEquals(type.contains("B"), lines.contains("BACKHAUL_SECTION"));
        assertEquals(type.contains("L"), lines.contains("DISTANCE : 3"));
    }

    @Test
    void rl4coHasTheArraysOfItsEnvironments() throws IOException {
        generate("--set open-routes=true --set time-windows=liu24 --set distances=none");
        cli.ok("export d --format rl4co-npz --out e.npz");
        try (ZipFile zip = new ZipFile(directory.resolve("e.npz").toFile())) {
            assertEquals(
                    List.of(
                            "locs.npy",
                            "demand_linehaul.npy",
                            "vehicle_capacity.npy",
                            "capacity_original.npy",
                            "speed.npy",
                            "time_windows.npy",
                            "service_time.npy",
                            "open_route.npy"),
                    zip.stream().map(entry -> entry.getName()).toList());
        }
    }

    @Test
    void exportsAreReproducible() throws IOException {
        generate("");
        for (String format : List.of("rl4co-npz", "safetensors")) {
            cli.ok("export d --format " + format + " --out a-" + format);
            cli.ok("export d --format " + format + " --out b-" + format);
            assertEquals(-1, Files.mismatch(directory.resolve("a-" + format), directory.resolve("b-" + format)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vrplib", "rl4co-npz", "safetensors"})
    void whatIsThereIsNotReplacedAndAStopLeavesNothing(String format) throws IOException {
        generate("");
        List<String> before = cli.files();
        Cancellation stop = new Cancellation();
        stop.cancel();
        Cli.Result stopped = new Cli(directory, stop).run("export d --format " + format + " --out new/er/e");
        assertEquals(ExitCode.STOPPED, stopped.code());
        assertEquals("millrace: stopped: nothing of new/er/e is left\n", stopped.err());
        assertEquals(before, cli.files());
        Files.writeString(directory.resolve("e"), "mine");
        Cli.Result there = cli.run("export d --format " + format + " --out e");
        assertEquals(ExitCode.REFUSED, there.code());
        assertTrue(there.err().contains("exists already"), there.err());
        assertEquals("mine", Files.readString(directory.resolve("e")));
    }

    @Test
    void aStopLeavesNothingOfSigmf() throws IOException {
        cli.ok("generate radio --count 3 --set samples=100 --out d");
        List<String> before = cli.files();
        Cancellation stop = new Cancellation();
        stop.cancel();
        Cli.Result stopped = new Cli(directory, stop).run("export d --format sigmf --out new/er/e");
        assertEquals(ExitCode.STOPPED, stopped.code());
        assertEquals("millrace: stopped: nothing of new/er/e is left\n", stopped.err());
        assertEquals(before, cli.files());
    }

    @Test
    void aStopLeavesNothingOfAvici() throws IOException {
        cli.ok("generate causal --count 3 --set nodes=4 --out d");
        List<String> before = cli.files();
        Cancellation stop = new Cancellation();
        stop.cancel();
        Cli.Result stopped = new Cli(directory, stop).run("export d --format avici --out new/er/e");
        assertEquals(ExitCode.STOPPED, stopped.code());
        assertEquals("millrace: stopped: nothing of new/er/e is left\n", stopped.err());
        assertEquals(before, cli.files());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base,intervened,target           | adjacency
            base,delta,target,adjacency      | intervened
            base,adjacency                   | intervened
            base,intervened,adjacency        | target
            intervened,target,adjacency      | base
            """)
    void aviciNamesTheFieldThatItLacks(String fields, String lacking) throws IOException {
        cli.ok("generate causal --count 3 --out d --set nodes=4 --set fields=" + fields);
        List<String> before = cli.files();
        Cli.Result result = cli.run("export d --format avici --out new/e");
        assertEquals(ExitCode.REFUSED, result.code());
        assertEquals(
                "millrace: avici holds base, intervened, target, adjacency, and this dataset lacks " + lacking
                        + ": generate it with --set fields=base,intervened,target,adjacency\n",
                result.err());
        assertEquals(before, cli.files());
    }

    @Test
    void aviciHoldsCausalModels() throws IOException {
        generate("");
        Cli.Result result = cli.run("export d --format avici --out e");
        assertEquals(ExitCode.REFUSED, result.code());
        assertEquals("millrace: avici holds models of causal: this dataset has instances of routing\n", result.err());
        cli.ok("generate causal --count 3 --set nodes=4 --out c");
        cli.ok("export c --format avici --out a");
        cli.ok("export c --format avici --out b");
        assertEquals(-1, Files.mismatch(directory.resolve("a"), directory.resolve("b")));
    }

    @Test
    void pdebenchStacksTrajectories() throws IOException {
        cli.ok("generate pde --count 5 --shard-size 2 --out d --set points=16 --set frames=3 --set t-end=0.1");
        cli.ok("export d --format pdebench --out e");
        cli.ok("export d --format pdebench --out f");
        assertEquals(-1, Files.mismatch(directory.resolve("e"), directory.resolve("f")));
        try (Dataset dataset = Dataset.open(directory.resolve("d"));
                Instances instance = Instances.of(dataset, List.of("u"));
                HdfFile file = new HdfFile(directory.resolve("e"))) {
            assertEquals(
                    Set.of("tensor", "x-coordinate", "t-coordinate", "nu"),
                    file.getChildren().keySet());
            float[][][] tensor = (float[][][]) file.getDatasetByPath("tensor").getData();
            assertEquals(5, tensor.length);
            for (float[][] trajectory : tensor) {
                assertTrue(instance.next());
                float[] values = instance.field("u").toArray(Elements.F4);
                for (int frame = 0; frame < 3; frame++) {
                    assertArrayEquals(Arrays.copyOfRange(values, 16 * frame, 16 * (frame + 1)), trajectory[frame]);
                }
            }
            assertArrayEquals(new double[] {0.01, 0.01, 0.01, 0.01, 0.01}, (double[])
                    file.getDatasetByPath("nu").getData());
            assertEquals("0.01", file.getAttribute("spec.nu").getData());
        }
    }

    @Test
    void pdebenchHoldsTrajectoriesAndAStopLeavesNothing() throws IOException {
        generate("");
        Plane.write(directory.resolve("plane"), 3, 2);
        cli.ok("generate pde --count 3 --out line --set points=16 --set frames=3 --set t-end=0.1");
        List<String> before = cli.files();
        Cli.Result refused = cli.run("export d --format pdebench --out e");
        assertEquals(ExitCode.REFUSED, refused.code());
        assertEquals(
                "millrace: pdebench holds trajectories of pde: this dataset has instances of routing\n", refused.err());
        Cancellation stop = new Cancellation();
        stop.cancel();
        for (String dataset : List.of("line", "plane")) {
            Cli.Result stopped =
                    new Cli(directory, stop).run("export " + dataset + " --format pdebench --out new/er/e");
            assertEquals(ExitCode.STOPPED, stopped.code());
            assertEquals("millrace: stopped: nothing of new/er/e is left\n", stopped.err());
        }
        assertEquals(before, cli.files());
    }

    @Test
    void pdebenchRefusesMoreGroupsThanAHeaderHolds() throws IOException {
        Plane.write(directory.resolve("d"), 10_001, 10_001);
        Cli.Result result = cli.run("export d --format pdebench --out e");
        assertEquals(ExitCode.REFUSED, result.code());
        assertEquals(
                "millrace: pdebench holds 10000 trajectories in two dimensions, a group each, and this dataset has 10001:"
                        + " generate it in parts, by --first and --count\n",
                result.err());
    }

    /** In a process of its own: what a library prints, it prints when it is first used. */
    @Test
    void pdebenchPrintsNothingOfItsLibraries() throws Exception {
        cli.ok("generate pde --count 3 --out d --set points=16 --set frames=3 --set t-end=0.1");
        String classPath = Stream.of(
                        Main.class,
                        Dataset.class,
                        CommandLine.class,
                        IChart.class,
                        HdfFile.class,
                        Class.forName("org.apache.commons.lang3.StringUtils"),
                        Class.forName("org.slf4j.LoggerFactory"),
                        Class.forName("org.slf4j.nop.NOPServiceProvider"))
                .map(MainTest::place)
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Main.class.getName(),
                        "export",
                        "d",
                        "--format",
                        "pdebench",
                        "--quiet",
                        "--out",
                        "e")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertEquals("e has 3 instances\n", output);
    }

    @Test
    void aPassKeepsOneShardMapped() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        assumeTrue(Files.exists(maps), "only Linux tells what is mapped");
        generate("");
        try (Dataset dataset = Dataset.open(directory.resolve("d"));
                Instances instance = Instances.of(dataset, List.of("coords", "demand"))) {
            while (instance.next()) {
                try (var lines = Files.lines(maps)) {
                    assertEquals(
                            2,
                            lines.filter(line -> line.contains(directory.toString()))
                                    .count());
                }
            }
            Summary.of(dataset, dataset.plan().fields().getFirst(), Progress.NONE);
            new Safetensors().write(dataset, directory.resolve("e"), Progress.NONE);
            try (var lines = Files.lines(maps)) {
                assertEquals(
                        2,
                        lines.filter(line -> line.contains(directory.toString()))
                                .count());
            }
        }
    }

    @Test
    void anUnfinishedDatasetIsRefused() throws IOException {
        generate("");
        Files.delete(directory.resolve("d/manifest.json"));
        for (String command : List.of("export d --format safetensors --out new/e", "show d")) {
            Cli.Result result = cli.run(command);
            assertEquals(ExitCode.REFUSED, result.code());
            assertEquals(1, result.err().lines().count(), result.err());
            assertTrue(
                    result.err().contains("is unfinished, with 3 of 3 shards: the command that began it continues it"),
                    result.err());
        }
        assertFalse(Files.exists(directory.resolve("new")));
    }

    @Test
    void rl4coRefusesInstancesOfSeveralSizes() throws IOException {
        generate("--set customers=10..12");
        List<String> before = cli.files();
        Cli.Result result = cli.run("export d --format rl4co-npz --out e");
        assertEquals(ExitCode.REFUSED, result.code());
        assertTrue(result.err().contains("customers 10..12"), result.err());
        assertEquals(before, cli.files());
    }
}
