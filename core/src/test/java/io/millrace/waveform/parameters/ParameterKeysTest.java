package io.millrace.waveform.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings to sources and back. */
class ParameterKeysTest {
    private static ParameterSource parse(Map<String, String> given, Map<String, Table> tables, boolean sky) {
        return ParameterKeys.parse(new Settings(ParameterKeys.ALL, given), tables, 20, sky);
    }

    private static final List<String> TEXTS = List.of(
            "0.2",
            "1",
            "-0.5",
            "30",
            "uniform(0.1, 0.9)",
            "uniform(5, 60)",
            "sine",
            "cosine",
            "power-law(2, 10, 100)",
            "log-uniform(0.1, 0.2)",
            "uniform-in-components-chirp-mass(25, 100)",
            "uniform-in-components-mass-ratio(0.125, 1)",
            "uniform-comoving-volume(100, 5000)",
            "aligned-spin(0.9)",
            "constraint(10, 80)",
            "constraint(0, 1)",
            "pi/3",
            "nonsense");

    @Provide
    Arbitrary<Map<String, String>> settings() {
        Arbitrary<Map.Entry<String, String>> one = Arbitraries.of(ParameterKeys.NAMES)
                .flatMap(name -> Arbitraries.of(TEXTS).map(text -> Map.entry(name, text)));
        return one.list().ofMaxSize(4).map(list -> {
            Map<String, String> settings = new LinkedHashMap<>();
            list.forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
            return settings;
        });
    }

    /** Either a source that prints itself, or one sentence that says what is allowed. */
    @Property(tries = 3_000)
    void printsWhatItParses(@ForAll("settings") Map<String, String> settings, @ForAll boolean sky) {
        ParameterSource source;
        try {
            source = parse(settings, Map.of(), sky);
        } catch (SpecException e) {
            assertTrue(e.getMessage().contains("allowed"), e.getMessage());
            assertFalse(e.getMessage().contains("\n"));
            return;
        }
        Map<String, String> printed = ParameterKeys.settings(source);
        assertEquals(source, parse(printed, ParameterKeys.tables(source), sky));
        assertEquals(printed, ParameterKeys.settings(parse(printed, Map.of(), sky)));
        assertEquals(ParameterKeys.ALL.stream().map(Key::name).toList(), List.copyOf(printed.keySet()));
        source.newReader(1).read(0, 0, new Point(), new double[source.columns().size()], 0);
    }

    @Test
    void defaults() {
        ParameterSource source = parse(Map.of(), Map.of(), true);
        for (Key key : ParameterKeys.ALL) {
            assertEquals(key.byDefault(), ParameterKeys.settings(source).get(key.name()), key.name());
        }
        assertEquals(source.hashCode(), parse(Map.of(), Map.of(), true).hashCode());
        assertNotEquals(source, parse(Map.of(), Map.of(), false));
        assertNotEquals(source, parse(Map.of("phase", "1"), Map.of(), true));
        assertEquals(Map.of(), ParameterKeys.tables(source));
    }

    @Test
    void aFileAndItsTable(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("x.csv"), "mass_1,mass_2,luminosity_distance,ra\n30,20,400,1\n40,10,300,2\n");
        GivenParameters source = (GivenParameters) parse(Map.of("parameters", file.toString()), Map.of(), true);
        assertEquals(2, source.size());
        assertFalse(source.drawn());
        Map<String, String> printed = ParameterKeys.settings(source);
        assertEquals(source.table().digest(), printed.get("parameters"));
        ParameterSource again = parse(printed, ParameterKeys.tables(source), true);
        assertEquals(source, again);
        assertEquals(source.hashCode(), again.hashCode());

        double[] row = new double[again.columns().size() + 1];
        Point point = new Point();
        assertTrue(again.newReader(9).read(1, 0, point, row, 1));
        assertEquals(40, point.get(Parameter.MASS_1));
        assertEquals(2, row[1 + indexOf(again, "ra").orElseThrow()]);
        assertThrows(IndexOutOfBoundsException.class, () -> again.newReader(9).read(2, 0, point, row, 1));
        ParameterSource blind = parse(printed, ParameterKeys.tables(source), false);
        assertTrue(indexOf(blind, "ra").isEmpty());
        assertEquals(Parameter.values().length - 3, blind.columns().size());

        String message = assertThrows(
                        SpecException.class,
                        () -> parse(Map.of("parameters", file.toString(), "phase", "1"), Map.of(), true))
                .getMessage();
        assertEquals("phase is '1': allowed is nothing beside parameters, whose table has every value", message);
        message = assertThrows(SpecException.class, () -> parse(printed, Map.of(), true))
                .getMessage();
        assertTrue(message.contains("a digest whose table is not at hand"), message);
        Table other = new Table(Parameter.values().length, new double[Parameter.values().length]);
        assertThrows(SpecException.class, () -> parse(printed, Map.of("parameters", other), true));
    }

    private static OptionalInt indexOf(ParameterSource source, String name) {
        return IntStream.range(0, source.columns().size())
                .filter(i -> source.columns().get(i).name().equals(name))
                .findFirst();
    }

    private static String refusal(int columns, double... values) {
        return assertThrows(SpecException.class, () -> new GivenParameters(new Table(columns, values), true))
                .getMessage();
    }

    @Test
    void aTableThatIsNoneOfBinaries() {
        assertEquals("parameters is a table of 2 columns: allowed are 18, mass_1 to geocent_time", refusal(2, 1, 2));
        double[] row = new double[18];
        row[Parameter.MASS_1.ordinal()] = 3;
        row[Parameter.MASS_2.ordinal()] = 2;
        assertTrue(refusal(18, row).startsWith("row 0 of parameters: luminosity_distance is '0.0': allowed is"));
        row[Parameter.LUMINOSITY_DISTANCE.ordinal()] = 2;
        new GivenParameters(new Table(18, row), true);
        row[Parameter.PHASE.ordinal()] = Double.NaN;
        assertTrue(refusal(18, row).startsWith("row 0 of parameters: phase is 'NaN': allowed is"));
        row[Parameter.PHASE.ordinal()] = 0;
        row[Parameter.SPIN_1X.ordinal()] = 0.9;
        row[Parameter.SPIN_1Y.ordinal()] = 0.9;
        assertTrue(refusal(18, row).startsWith("row 0 of parameters: there is no binary with a spin_1"));
    }
}
