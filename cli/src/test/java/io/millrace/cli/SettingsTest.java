package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Workloads;
import io.millrace.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path directory;

    private Json.Obj generate(String options) {
        return new Cli(directory)
                .ok("generate routing --count 3 --overwrite --json --out d " + options)
                .json()
                .object("settings");
    }

    @Test
    void theFileOverridesDefaultsAndSetOverridesTheFile() throws IOException {
        Files.writeString(directory.resolve("s.yaml"), """
                # a comment
                customers: 15
                coordinates: 'gaussian-mixture(3,10)'
                open-routes: true
                """);
        Json.Obj json = generate("--spec s.yaml --set customers=12 --set customers=13 --set demand=unit");
        assertEquals(13, json.integer("customers"));
        assertEquals("gaussian-mixture(3,10)", json.text("coordinates"));
        assertEquals("true", json.text("open-routes"));
        assertEquals("unit", json.text("demand"));
        assertEquals("table", json.text("capacity"));
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        Files.writeString(directory.resolve("s.yaml"), "# nothing\n");
        assertEquals(20, generate("--spec s.yaml").integer("customers"));
    }

    @Test
    void theTemplateIsAFileOfTheDefaults() throws IOException {
        Files.writeString(
                directory.resolve("s.yaml"),
                new Cli(directory).ok("spec routing --yaml").out());
        Json.Obj template = generate("--spec s.yaml");
        Json.Obj defaults = generate("");
        for (var key : Workloads.named("routing").keys()) {
            assertEquals(defaults.get(key.name()), template.get(key.name()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customers: 10\\ncustmers: 3           | s.yaml, line 2: routing has no key 'custmers': allowed are problem, customers
            demand: unit\\n\\ncustomers: 0         | s.yaml, line 3: customers is '0': allowed is 1 to 10000
            customers: 10\\ncustomers: 11         | s.yaml, line 2: the key 'customers' stands there twice, first in line 1
            customers: [10, 20]                  | s.yaml, line 1: the key 'customers' has no single value
            customers:                           | s.yaml, line 1: the key 'customers' has no single value
            - customers                          | s.yaml, line 1: allowed is one 'key: value' per line
            demand: unit\\ncustomers: {            | s.yaml, line 2: this is not YAML
            demand: "unit                        | s.yaml, line 1: this is not YAML
            """)
    void mistakesInTheFileAreNamedWithTheirLine(String text, String sentence) throws IOException {
        Files.writeString(directory.resolve("s.yaml"), text.replace("\\n", "\n"));
        Cli.Result result = new Cli(directory).run("generate routing --count 3 --spec s.yaml --out d");
        assertEquals(ExitCode.REFUSED, result.code());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(sentence), result.err());
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Files.write(directory.resolve("s.yaml"), "é".getBytes(StandardCharsets.ISO_8859_1));
        Cli.Result result = new Cli(directory).run("generate routing --count 3 --spec s.yaml --out d");
        assertEquals(ExitCode.REFUSED, result.code());
        assertTrue(result.err().endsWith("s.yaml: this is not a text in UTF-8\n"), result.err());
    }
}
