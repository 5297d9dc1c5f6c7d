package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Elements;
import io.millrace.cli.export.Instances;
import io.millrace.dataset.Dataset;
import io.millrace.generator.Workloads;
import io.millrace.json.Json;
import io.millrace.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workload {@code causal} from the command line: datasets, the ledger, pictures, figures. */
class CausalTest {
    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void setUp() {
        cli = new Cli(directory);
    }

    private String checksum(String name) throws IOException {
        try (Dataset dataset = Dataset.open(directory.resolve(name))) {
            return dataset.checksum();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aDatasetIsVerifiedAndRepaired() throws IOException {
        String settings = " --set nodes=4..9 --set targets=3 --set mechanism=rff-gp --set scaling=z-score";
        cli.ok("generate causal --count 30 --shard-size 8 --seed 5 --out d" + settings);
        Files.writeString(
                directory.resolve("s.yaml"), "nodes: 4..9\ntargets: 3\nmechanism: rff-gp\nscaling: z-score\n");
        cli.ok("generate causal --count 30 --shard-size 8 --seed 5 --spec s.yaml --workers 1 --batch 1 --out e");
        cli.ok("generate causal --count 30 --shard-size 8 --seed 5 --backend scalar --batch 7 --out f" + settings);
        String before = checksum("d");
        assertEquals(before, checksum("e"));
        assertEquals(before, checksum("f"));
        assertTrue(cli.ok("verify d").out().startsWith("d is sound"));
        byte[] base = Files.readAllBytes(directory.resolve("d/000001/base.npy"));
        delete(directory.resolve("d/000001"));
        assertEquals(ExitCode.REFUSED, cli.run("verify d").code());
        assertEquals(
                "d is sound again: 1 problem repaired, 1 shard made again\n",
                cli.ok("repair d").out());
        assertEquals(before, checksum("d"));
        assertEquals(-1, java.util.Arrays.mismatch(base, Files.readAllBytes(directory.resolve("d/000001/base.npy"))));
        cli.ok("verify d");
        cli.ok("show d");
        cli.ok("export d --format safetensors --out d.safetensors");
    }

    @Test
    void theLedgerIsSummed() throws IOException {
        Cli.Result result = cli.ok("generate causal --count 40 --shard-size 7 --set largest=200 --out d");
        try (Dataset dataset = Dataset.open(directory.resolve("d"))) {
            long attempts = dataset.counters().get("attempts");
            assertTrue(attempts > 0);
            assertTrue(result.lines().contains("counted: attempts " + attempts), result.out());
        }
    }

    /** Each line has the settings and what then stands in the picture. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                           | 20 nodes, ; world ; : node ; is set to ; descendants ; target
            nodes=1                                        | 1 node, 0 edges ; world 0 of 1: node 0 is set to ; and has 0 descendants
            nodes=5 mechanism=rff-gp                       | 5 nodes, ; erdos-renyi-edges(2), rff-gp, noise gaussian
            nodes=2 graph=full                             | 2 nodes, 1 edge ; >1< ; and has 1 descendant
            nodes=50                                       | 50 nodes, ; >49< ; carries the intervention on
            nodes=80 rows=5                                | 80 nodes, ; effects, in a causal order ; target
            nodes=40 graph=full rows=5 scaling=internal    | 780 edges ; causes, in the same order
            fields=base,intervened,target,weights,adjacency | weight above 0 ; below 0
            nodes=4..9 padding=30 targets=8                | nodes, ; world ; node ; target
            nodes=9 targets=4 target-size=2..3 intervention=shift | are shifted by one value and have
            intervention=shift-per-row                     | is shifted by a value for each row
            intervention=hard-per-row scaling=z-score      | is set to a value for each row ; scaling z-score
            intervention=clamp targets=1 graph=full        | is set to 0 and has ; cut by it
            intervened-rows=3                              | is set to
            worlds=fresh fields=base,intervened,target,adjacency | rows of the base are blue
            worlds=fresh fields=base,intervened,target intervened-rows=90 | there is no graph to draw: fields is base,intervened,target
            worlds=fresh fields=intervened,adjacency       | its target is not in this dataset
            nodes=8 targets=3 target-size=4 worlds=fresh fields=base,intervened,target,adjacency | are set to
            fields=base,delta,adjacency                    | its target is not in this dataset ; other than in the base
            fields=base,delta,target                       | there is no graph to draw ; and moves
            fields=base,delta,target,descendants           | there is no graph to draw ; descendant
            fields=delta,target,adjacency                  | there are no samples to draw: fields is delta,target,adjacency ; is set to one value
            fields=base,adjacency mechanism=mlp            | 20 nodes, ; mlp
            fields=base,weights                            | weight above 0
            fields=base                                    | there is no graph to draw: fields is base
            fields=base nodes=1 rows=1                     | 1 node
            fields=adjacency,order                         | there are no samples to draw
            fields=adjacency nodes=7 graph=erdos-renyi(0)  | 7 nodes, 0 edges ; >6<
            mechanism=logistic                             | target
            mechanism=poisson weight=0.2                   | target
            mechanism=polynomial nodes=6                   | target
            fields=all targets=9 target-size=9 nodes=10    | nodes ; …
            graph=0.5*erdos-renyi(0.2)+0.5*full            | 0.5*erdos-renyi(0.2) + 0.5*full, linear
            """)
    void anInstanceIsDrawn(String settings, String words) throws IOException {
        String options = settings == null ? "" : " --set " + settings.replace(" ", " --set ");
        cli.ok("generate causal --count 3 --first 4 --out d" + options);
        Cli.Result result = cli.ok("show d --index 6");
        assertEquals(
                "instance 6 is drawn in causal-6.png and causal-6.svg",
                result.lines().getLast());
        assertNotNull(ImageIO.read(directory.resolve("causal-6.png").toFile()));
        String svg = Files.readString(directory.resolve("causal-6.svg"));
        assertTrue(svg.contains("causal, seed 0, instance 6: "), settings);
        for (String word : words.split(" ; ")) {
            assertTrue(svg.contains(word.strip()), word);
        }
    }

    @Test
    void exactlyTheNodesThatAreThereAreDrawn() throws IOException {
        cli.ok("generate causal --count 6 --set nodes=1..12 --set padding=20 --out d");
        for (int index = 0; index < 6; index++) {
            cli.ok("show d --out p --index " + index);
            List<Integer> labels = Pattern.compile(">(\\d+)</text>")
                    .matcher(Files.readString(directory.resolve("p.svg")))
                    .results()
                    .map(label -> Integer.parseInt(label.group(1)))
                    .sorted()
                    .toList();
            try (Dataset dataset = Dataset.open(directory.resolve("d"));
                    Instances instance = Instances.at(dataset, index)) {
                int nodes = instance.field("nodes").get(Elements.I4, 0);
                assertEquals(IntStream.range(0, nodes).boxed().toList(), labels);
            }
        }
    }

    @Test
    void whereThereAreNeitherSamplesNorAGraphRowsAreDrawn() throws IOException {
        cli.ok("generate causal --count 1 --set fields=delta,target --out d");
        cli.ok("show d");
        assertNotNull(ImageIO.read(directory.resolve("causal-0.png").toFile()));
    }

    @Test
    void benchHasOneRowForEachNumberOfNodesAndOfWorkers() {
        Cli.Result result = cli.ok("bench causal --nodes 5,7..9 --workers 1,2 --batch 4 --seconds 0.05 --json");
        assertEquals(4, result.lines().size());
        assertTrue(result.err().contains("nodes      workers     instances/s"), result.err());
        Json.Obj first = (Json.Obj) JsonReader.read(result.lines().getFirst());
        assertEquals(
                List.of(
                        "workload",
                        "settings",
                        "nodes",
                        "workers",
                        "batch",
                        "backend",
                        "instances",
                        "seconds",
                        "instances_per_second",
                        "bytes_per_second"),
                List.copyOf(first.members().keySet()));
        assertEquals(5, first.integer("nodes"));
        assertEquals(1, first.integer("workers"));
        assertEquals(64, first.object("settings").integer("rows"));
        for (String rate : List.of("instances_per_second", "bytes_per_second")) {
            assertTrue(((Json.Num) first.get(rate)).real() > 0, rate);
        }
        assertEquals("7..9", result.json().text("nodes"));
        assertEquals(2, result.json().integer("workers"));
        Json.Obj own = cli.ok("bench causal --nodes 6 --workers 1 --batch 4 --seconds 0.05 --json"
                        + " --set mechanism=rff-gp --set rows=16")
                .json();
        assertEquals("rff-gp", own.object("settings").text("mechanism"));
        assertEquals(16, own.object("settings").integer("rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "spec", "show", "export", "bench"})
    void helpNamesIt(String command) {
        assertTrue(cli.ok(command + " --help").out().contains("causal"), command);
    }

    @Test
    void specPrintsEveryKeyAndATemplateThatIsTheDefault() throws IOException {
        String out = cli.ok("spec causal").out();
        Workloads.named("causal")
                .keys()
                .forEach(key ->
                        assertTrue(out.lines().anyMatch(line -> line.startsWith(key.name() + " ")), key.name()));
        Files.writeString(
                directory.resolve("s.yaml"), cli.ok("spec causal --yaml").out());
        cli.ok("generate causal --count 5 --spec s.yaml --out a");
        cli.ok("generate causal --count 5 --out b");
        assertEquals(checksum("a"), checksum("b"));
        assertTrue(cli.ok("info").out().contains("causal (version 1)"));
    }
}
