package io.millrace.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "\"",
                "{]",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "[1 2]",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "-",
                "NaN",
                "Infinity",
                "nul",
                "truee",
                "'a'",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "1 x",
                "\uFEFF{}",
                "[1]//",
                "\u00a01",
                "\"\\u\u0661\u0661\u0661\u0661\"",
                "\u0661"
            })
    void whatIsNotJsonIsRefusedWithItsPlace(String text) {
        JsonException e = assertThrows(JsonException.class, () -> JsonReader.read(text), text);
        assertTrue(e.getMessage().startsWith("line 1, column "), e.getMessage());
    }

    @Test
    void depthAndLengthAreBounded() {
        JsonReader.read("[".repeat(64) + "]".repeat(64));
        assertThrows(JsonException.class, () -> JsonReader.read("[".repeat(65) + "]".repeat(65)));
        assertThrows(JsonException.class, () -> JsonReader.read("[".repeat(1_000_000)));
        assertThrows(JsonException.class, () -> JsonReader.read("1".repeat(65)));
    }

    @Test
    void bytesAreUtf8AndNothingElse() {
        byte[] latin = "\"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(JsonException.class, () -> JsonReader.read(latin));
        byte[] overlong = {'"', (byte) 0xC0, (byte) 0x80, '"'};
        assertThrows(JsonException.class, () -> JsonReader.read(overlong));
        assertEquals(new Json.Str("\u00e9"), JsonReader.read("\"\u00e9\"".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void escapesAndPlaces() {
        assertEquals(
                new Json.Str("\"\\/\b\f\n\r\t\u00e9\uD834\uDD1E"),
                JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\ud834\\uDD1E\""));
        JsonException e = assertThrows(JsonException.class, () -> JsonReader.read("{\n  \"a\": [1,\n    x]\n}"));
        assertEquals("line 3, column 5: expected a value", e.getMessage());
    }

    @Test
    void accessorsSayWhatIsWrong() {
        Json.Obj object = (Json.Obj) JsonReader.read("{\"n\": 1.5, \"big\": 9223372036854775808, \"s\": \"x\"}");
        assertEquals("the member 'q' is missing", message(() -> object.text("q")));
        assertEquals("the member 'n' is not a string", message(() -> object.text("n")));
        assertEquals("the member 's' is not a number", message(() -> object.integer("s")));
        assertEquals(
                "the member 'big' is 9223372036854775808 where an integer of 64 bits is expected",
                message(() -> object.integer("big")));
        assertThrows(JsonException.class, () -> Json.Num.of(Double.NaN));
    }

    private static String message(Runnable access) {
        return assertThrows(JsonException.class, access::run).getMessage();
    }

    @Test
    void writingIsForPeople() {
        String text = """
                {
                  "seed": "1",
                  "empty": {},
                  "shape": [100, 2],
                  "spec": {
                    "a": "b"
                  },
                  "fields": [
                    {"name": "x", "shape": [1, []]},
                    null
                  ]
                }""";
        assertEquals(text, JsonWriter.write(JsonReader.read(text)));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenReadsBack(@ForAll("values") Json value) {
        assertEquals(value, JsonReader.read(JsonWriter.write(value)));
        assertEquals(value, JsonReader.read(JsonWriter.writeLine(value).getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void arbitraryTextIsReadOrRefused(@ForAll String text) {
        try {
            JsonReader.read(text);
        } catch (JsonException e) {
            assertTrue(e.getMessage().startsWith("line "), e.getMessage());
        }
    }

    @Provide
    Arbitrary<Json> values() {
        return values(3);
    }

    private static Arbitrary<Json> values(int depth) {
        Arbitrary<String> text = Arbitraries.strings().all().ofMaxLength(12).filter(JsonTest::isUnicode);
        Arbitrary<Json> scalar = Arbitraries.oneOf(
                text.map(Json.Str::new),
                Arbitraries.longs().map(Json.Num::of),
                Arbitraries.doubles().map(Json.Num::of),
                Arbitraries.of(true, false).map(Json.Bool::new),
                Arbitraries.just(Json.Null.NULL));
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<Json> inner = values(depth - 1);
        Arbitrary<List<Json>> list = inner.list().ofMaxSize(4);
        Arbitrary<Map<String, Json>> map =
                Arbitraries.maps(text, inner).ofMaxSize(4).map(LinkedHashMap::new);
        return Arbitraries.oneOf(scalar, list.map(Json.Arr::new), map.map(Json.Obj::new));
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
