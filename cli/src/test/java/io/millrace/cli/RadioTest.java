package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.dataset.Dataset;
import io.millrace.json.Json;
import io.millrace.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workload {@code radio} from the command line: files that are given, the ledger, pictures, figures. */
class RadioTest {
    private static final String FILES = " --set samples=400 --set receivers=r.csv --set terrain=t.csv";

    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void setUp() throws IOException {
        cli = new Cli(directory);
        Files.writeString(directory.resolve("r.csv"), """
                latitude,longitude,height
                44.9,7.6,20
                # in the hills
                45.3,7.9,60
                45.0,8.5,15
                """);
        StringBuilder terrain = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            for (int j = 0; j < 24; j++) {
                double height = 200 + 150 * Math.sin(0.8 * i) * Math.cos(0.5 * j);
                terrain.append(String.format(Locale.ROOT, "%.2f %.2f %.1f%n", 44.5 + 0.05 * i, 7.5 + 0.05 * j, height));
            }
        }
        Files.writeString(directory.resolve("t.csv"), terrain);
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
    void withoutItsFilesADatasetIsStillVerifiedAndRepaired() throws IOException {
        cli.ok("generate radio --count 6 --shard-size 2 --out d" + FILES);
        Files.writeString(directory.resolve("s.yaml"), "samples: 400\nreceivers: r.csv\nterrain: t.csv\n");
        cli.ok("generate radio --count 6 --shard-size 2 --spec s.yaml --workers 1 --batch 1 --out e");
        String before = checksum("d");
        assertEquals(before, checksum("e"));
        try (Dataset dataset = Dataset.open(directory.resolve("d"))) {
            assertEquals(
                    "44.9/7.6/20, 45.3/7.9/60, 45/8.5/15", dataset.plan().spec().get("receivers"));
            assertTrue(dataset.plan().spec().get("terrain").startsWith("sha256:"));
            assertEquals(List.of("receivers", "table_terrain"), dataset.constants());
        }
        byte[] iq = Files.readAllBytes(directory.resolve("d/000001/iq.npy"));
        Files.delete(directory.resolve("r.csv"));
        Files.delete(directory.resolve("t.csv"));
        cli.ok("verify d");
        delete(directory.resolve("d/000001"));
        assertEquals(ExitCode.REFUSED, cli.run("verify d").code());
        assertEquals(
                "d is sound again: 1 problem repaired, 1 shard made again\n",
                cli.ok("repair d").out());
        assertEquals(before, checksum("d"));
        assertEquals(-1, java.util.Arrays.mismatch(iq, Files.readAllBytes(directory.resolve("d/000001/iq.npy"))));
        cli.ok("verify d");
        cli.ok("show d");
        cli.ok("export d --format safetensors --out d.safetensors");
    }

    /** Receivers hear of some positions too little, and others fix no position well. */
    @Test
    void theLedgerIsSummed() throws IOException {
        Cli.Result result = cli.ok(
                "generate radio --count 40 --shard-size 7 --set samples=1 --set tx-power-dbm=-12 --set max-gdop=2"
                        + " --out d");
        try (Dataset dataset = Dataset.open(directory.resolve("d"))) {
            var ledger = dataset.counters();
            assertTrue(ledger.get("rejected_snr") > 0, ledger::toString);
            assertTrue(ledger.get("rejected_gdop") > 0, ledger::toString);
            assertEquals(ledger.get("attempts"), ledger.get("rejected_snr") + ledger.get("rejected_gdop"));
            assertTrue(
                    result.lines()
                            .contains("counted: attempts " + ledger.get("attempts") + ", rejected_snr "
                                    + ledger.get("rejected_snr") + ", rejected_gdop " + ledger.get("rejected_gdop")),
                    result.out());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--set modulation=16qam --set multipath=exponential --set fading=rayleigh",
                "--set modulation=bpsk --set symbol-rate=10 --set samples=300",
                "--set modulation=8psk --set roll-off=0 --set samples=20",
                "--set samples=1",
                "--set samples=2 --set noise=false",
                "--set receivers=random --set receiver-count=5..30 --set snr-db=-10..20 --set min-snr-db=0",
                "--set receivers=45/8/100 --set min-receivers=1 --set max-gdop=none --set transmitters=outside",
                "--set output=both --set sample-rate=10000000 --set modulation=lfm",
                "--set output=features"
            })
    void aTransmissionIsDrawn(String settings) throws IOException {
        cli.ok(("generate radio --count 3 --out d " + settings).strip());
        Cli.Result result = cli.ok("show d --index 2");
        assertEquals(
                "instance 2 is drawn in radio-2.png and radio-2.svg",
                result.lines().getLast());
        assertNotNull(ImageIO.read(directory.resolve("radio-2.png").toFile()));
        String svg = Files.readString(directory.resolve("radio-2.svg"));
        for (String word : List.of("radio, instance 2", "dilution of precision", " hears it best")) {
            assertTrue(svg.contains(word), word);
        }
        boolean sampled = !settings.contains("output=features");
        assertEquals(sampled, svg.contains("spectrogram at receiver"));
        assertEquals(!sampled, svg.contains("there are no samples to draw: output is features"));
    }

    @Test
    void benchHasOneRowForEachModulationLengthAndNumberOfWorkers() {
        Cli.Result result = cli.ok(
                "bench radio --samples 100,200 --modulation fm-voice,qpsk --workers 1,2 --batch 2 --seconds 0.05 --json");
        assertEquals(8, result.lines().size());
        assertTrue(result.err().contains("Msamples/s  of a*x+b"), result.err());
        Json.Obj first = (Json.Obj) JsonReader.read(result.lines().getFirst());
        assertEquals(
                List.of(
                        "workload",
                        "settings",
                        "modulation",
                        "samples",
                        "workers",
                        "batch",
                        "backend",
                        "instances",
                        "seconds",
                        "instances_per_second",
                        "bytes_per_second",
                        "samples_per_second",
                        "multiply_add_samples_per_second",
                        "multiply_add_fraction"),
                List.copyOf(first.members().keySet()));
        assertEquals("fm-voice", first.text("modulation"));
        assertEquals(100, first.integer("samples"));
        assertEquals("rayleigh", first.object("settings").text("fading"));
        assertEquals(200_000, first.object("settings").integer("sample-rate"));
        assertEquals(7 * 100 * real(first, "instances_per_second"), real(first, "samples_per_second"), 1e-3);
        assertEquals(
                real(first, "samples_per_second"),
                real(first, "multiply_add_fraction") * real(first, "multiply_add_samples_per_second"),
                1e-3);
        Json.Obj last = result.json();
        assertEquals("qpsk", last.text("modulation"));
        assertEquals(200, last.integer("samples"));
        assertEquals(2, last.integer("workers"));
        Json.Obj own = cli.ok("bench radio --workers 1 --batch 2 --seconds 0.05 --json --set samples=64"
                        + " --set fading=none --set output=features --set window=64")
                .json();
        assertEquals(64, own.integer("samples"));
        assertEquals("none", own.object("settings").text("fading"));
        assertTrue(real(own, "samples_per_second") > real(own, "instances_per_second"));
    }

    private static double real(Json.Obj json, String name) {
        return ((Json.Num) json.get(name)).real();
    }
}
