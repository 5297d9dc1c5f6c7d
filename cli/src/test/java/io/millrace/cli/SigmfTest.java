package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.millrace.batch.Elements;
import io.millrace.cli.export.Instances;
import io.millrace.dataset.Dataset;
import io.millrace.json.Json;
import io.millrace.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collections and recordings: valid by {@code sigmf.schema.json}, and what the dataset has. */
class SigmfTest {
    private static Schema metadata;
    private static Schema collection;

    @TempDir
    Path directory;

    private Cli cli;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream in = SigmfTest.class.getResourceAsStream("sigmf.schema.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            metadata = schema(text);
            collection = schema(text.replace("\"$ref\": \"#/$defs/metadata\"", "\"$ref\": \"#/$defs/collection\""));
        }
    }

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    @BeforeEach
    void setUp() {
        cli = new Cli(directory);
    }

    private Json.Obj read(String file, Schema schema) throws IOException {
        String text = Files.readString(directory.resolve(file));
        assertEquals(List.of(), schema.validate(text, InputFormat.JSON), file);
        return (Json.Obj) JsonReader.read(text);
    }

    private static Json.Obj first(Json.Obj json, String array) {
        assertEquals(1, json.array(array).size());
        return (Json.Obj) json.array(array).getFirst();
    }

    private static double real(Json json) {
        return ((Json.Num) json).real();
    }

    private String sha512(String file) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(directory.resolve(file))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--set multipath=exponential --set paths=3 --set fading=rician --set doppler-hz=30",
                "--set receivers=random --set receiver-count=5..10 --set modulation=ssb",
                "--set receivers=hexagonal --set receiver-count=120 --set snr-db=0..20 --set min-snr-db=-10",
                "--set receivers=45/8/100 --set min-receivers=1 --set max-gdop=none --set transmitters=outside",
                "--set modulation=fm-tone,fm-dual-tone --set terrain=blocking --seed -7000000000000000001"
            })
    void everyFileIsValidAndSaysWhatTheDatasetHas(String settings) throws Exception {
        cli.ok(("generate radio --count 4 --first 100 --shard-size 3 --set samples=500 --out d " + settings).strip());
        assertEquals(
                "e has 4 instances\n", cli.ok("export d --format sigmf --out e").out());
        int files = 0;
        for (long index = 100; index < 104; index++) {
            try (Dataset dataset = Dataset.open(directory.resolve("d"));
                    Instances instance = Instances.at(dataset, index)) {
                files += 1 + 2 * check(dataset, instance);
            }
        }
        try (var entries = Files.list(directory.resolve("e"))) {
            assertEquals(files, entries.count());
        }
    }

    /** Of one transmission; its receivers. */
    private int check(Dataset dataset, Instances instance) throws Exception {
        String name = "radio-%012d".formatted(instance.index());
        Json.Obj whole = read("e/" + name + ".sigmf-collection", collection).object("collection");
        assertEquals(Long.toString(dataset.plan().seed()), whole.text("millrace:seed"));
        assertEquals(instance.index(), whole.integer("millrace:index"));
        assertEquals(
                dataset.plan().spec().get("sample-rate"),
                whole.object("millrace:spec").text("sample-rate"));
        double gdop = instance.field("gdop").get(Elements.F8, 0);
        assertEquals(Double.isFinite(gdop), whole.members().containsKey("millrace:gdop"));
        List<Json> streams = whole.array("core:streams");
        int most = dataset.plan().fields().getFirst().shape().getFirst();
        assertEquals(
                instance.has("receiver_count")
                        ? instance.field("receiver_count").get(Elements.I4, 0)
                        : most,
                streams.size());
        for (int r = 0; r < streams.size(); r++) {
            Json.Obj stream = (Json.Obj) streams.get(r);
            assertEquals(
                    String.format(Locale.ROOT, most > 100 ? "%s-r%03d" : "%s-r%02d", name, r), stream.text("name"));
            assertEquals(sha512("e/" + stream.text("name") + ".sigmf-meta"), stream.text("hash"));
            check(dataset, instance, r, name, "e/" + stream.text("name"));
        }
        return streams.size();
    }

    private void check(Dataset dataset, Instances instance, int r, String name, String path) throws Exception {
        Json.Obj recording = read(path + ".sigmf-meta", metadata);
        Json.Obj global = recording.object("global");
        assertEquals("cf32_le", global.text("core:datatype"));
        assertEquals(name, global.text("core:collection"));
        assertEquals(r, global.integer("millrace:receiver"));
        assertEquals(sha512(path + ".sigmf-data"), global.text("core:sha512"));
        assertArrayEquals(
                instance.field("iq").asSlice(r * 4000L, 4000).toArray(ValueLayout.JAVA_BYTE),
                Files.readAllBytes(directory.resolve(path + ".sigmf-data")));
        Json.Obj capture = first(recording, "captures");
        assertEquals(145e6, real(capture.get("core:frequency")));
        assertEquals(
                "2000-01-01T00:00:0%s.%02dZ"
                        .formatted(instance.index() / 100, instance.index() % 100)
                        .replace(".00Z", "Z")
                        .replaceFirst("(\\.\\d\\d)Z", "$10Z"),
                capture.text("core:datetime"));
        List<Json> place = capture.object("core:geolocation").array("coordinates");
        var receivers =
                instance.has("receiver_position") ? instance.field("receiver_position") : dataset.constant("receivers");
        assertEquals(receivers.getAtIndex(Elements.F8, 3 * r + 1), real(place.get(0)));
        assertEquals(receivers.getAtIndex(Elements.F8, 3 * r), real(place.get(1)));
        assertEquals(receivers.getAtIndex(Elements.F8, 3 * r + 2), real(place.get(2)));
        Json.Obj truth = first(recording, "annotations");
        assertEquals(500, truth.integer("core:sample_count"));
        for (String field : List.of("snr_db", "snr_db_realised", "power_dbm", "delay_s", "doppler_hz", "cfo_hz")) {
            assertEquals(instance.field(field).getAtIndex(Elements.F8, r), real(truth.get("millrace:" + field)), field);
        }
        double shift = instance.field("cfo_hz").getAtIndex(Elements.F8, r)
                + instance.field("doppler_hz").getAtIndex(Elements.F8, r);
        // Carson's band of 5 kHz and tones up to 3 kHz; one side band of the same tones
        boolean single = truth.get("core:label").equals(new Json.Str("ssb"));
        assertEquals(145e6 + shift - (single ? 0 : 8000), real(truth.get("core:freq_lower_edge")), 1e-6);
        assertEquals(145e6 + shift + (single ? 3000 : 8000), real(truth.get("core:freq_upper_edge")), 1e-6);
        List<Json> gains = truth.array("millrace:path_gain");
        for (int i = 0; i < 2 * gains.size(); i++) {
            assertEquals(instance.field("path_gain").getAtIndex(Elements.F4, 2L * r * gains.size() + i), (float)
                    real(((Json.Arr) gains.get(i / 2)).elements().get(i % 2)));
        }
        List<Json> transmitter = truth.object("millrace:transmitter").array("coordinates");
        assertEquals(instance.field("position").getAtIndex(Elements.F8, 0), real(transmitter.get(1)));
        assertEquals(instance.field("position").getAtIndex(Elements.F8, 1), real(transmitter.get(0)));
    }

    @Test
    void withATerrainThereAreNoAltitudes() throws IOException {
        Files.writeString(directory.resolve("t.csv"), "44 7 100\n44 9 100\n46 7 100\n46 9 100\n");
        cli.ok("generate radio --count 1 --set samples=10 --set terrain=t.csv --out d");
        cli.ok("export d --format sigmf --out e");
        Json.Obj recording = read("e/radio-000000000000-r00.sigmf-meta", metadata);
        assertEquals(
                2,
                recording
                        .object("global")
                        .object("core:geolocation")
                        .array("coordinates")
                        .size());
        assertTrue(recording.object("global").members().containsKey("millrace:receiver_height_m"));
    }

    /** The schema is one that refuses. */
    @Test
    void whatIsWrongIsInvalid() throws IOException {
        cli.ok("generate radio --count 1 --set samples=10 --out d");
        cli.ok("export d --format sigmf --out e");
        String text = Files.readString(directory.resolve("e/radio-000000000000-r00.sigmf-meta"));
        for (String[] change : new String[][] {
            {"cf32_le", "cf31_le"},
            {"core:version", "core:versoin"},
            {"\"core:sample_start\": 0, ", ""},
            {"\"core:label\"", "\"core:lable\""},
            {"millrace:doppler_hz", "millrace:dopler_hz"},
            {"\"name\": \"millrace\"", "\"name\": \"millracer\""},
            {"T00:00:00Z", " 00:00:00Z"},
            {"\"type\": \"Point\"", "\"type\": \"point\""},
            {"\"core:freq_upper_edge\"", "\"core:comment\": \"\", \"core:freq_uper_edge\""}
        }) {
            String wrong = text.replace(change[0], change[1]);
            assertFalse(wrong.equals(text), change[0]);
            assertFalse(metadata.validate(wrong, InputFormat.JSON).isEmpty(), change[1]);
        }
        assertFalse(collection.validate(text, InputFormat.JSON).isEmpty());
    }

    @Test
    void whatHasNoSamplesIsRefused() throws IOException {
        cli.ok("generate radio --count 1 --set output=features --out d");
        cli.ok("generate routing --count 1 --out r");
        List<String> before = cli.files();
        Cli.Result featured = cli.run("export d --format sigmf --out new/e");
        assertEquals(ExitCode.REFUSED, featured.code());
        assertEquals(
                "millrace: sigmf holds samples, and this dataset has none: its output is features\n", featured.err());
        Cli.Result routed = cli.run("export r --format sigmf --out new/e");
        assertEquals(ExitCode.REFUSED, routed.code());
        assertEquals("millrace: sigmf holds signals of radio: this dataset has instances of routing\n", routed.err());
        assertEquals(before, cli.files());
    }
}
