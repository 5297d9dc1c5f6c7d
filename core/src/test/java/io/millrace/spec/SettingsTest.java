package io.millrace.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final List<Key> KEYS = List.of(
            new Key("size", "5", "rows", "1 to 9", "how many"),
            new Key("kind", "red-or-blue", "", "red-or-blue, green", "which"),
            new Key("on", "false", "", "true, false", "whether"));

    private enum Kind {
        RED_OR_BLUE,
        GREEN
    }

    private static Settings of(String key, String value) {
        return new Settings(KEYS, Map.of(key, value));
    }

    @Test
    void valuesAndDefaults() {
        Settings settings = of("size", " 7 ");
        assertEquals(7, settings.integer("size", 1, 9));
        assertEquals(new IntRange(7, 7), settings.range("size", 1, 9));
        assertEquals(7.0, settings.number("size", 0, 10));
        assertEquals(Kind.RED_OR_BLUE, settings.choice("kind", Kind.class));
        assertFalse(settings.flag("on"));
        assertTrue(of("on", "Yes").flag("on"));
        assertEquals(new IntRange(2, 4), of("size", "2 .. 4").range("size", 1, 9));
        assertEquals("red-or-blue, green", Settings.choices(Kind.values()));
    }

    @Property(tries = 500)
    void anyTextIsAnIntegerInTheRangeOrRefused(@ForAll String text) {
        Settings settings = of("size", text);
        try {
            int value = settings.integer("size", 1, 9);
            assertTrue(value >= 1 && value <= 9);
        } catch (SpecException e) {
            assertEquals("size is '" + text.strip() + "': allowed is 1 to 9", e.getMessage());
        }
        try {
            IntRange range = settings.range("size", 1, 9);
            assertTrue(range.least() >= 1 && range.most() <= 9);
        } catch (SpecException e) {
            assertEquals("size is '" + text.strip() + "': allowed is 1 to 9", e.getMessage());
        }
    }

    @Test
    void refusals() {
        String unknown =
                assertThrows(SpecException.class, () -> of("sise", "5")).getMessage();
        assertEquals("there is no key 'sise': the keys are size, kind, on", unknown);
        assertThrows(SpecException.class, () -> of("size", "10").integer("size", 1, 9));
        assertThrows(SpecException.class, () -> of("size", "4..2").range("size", 1, 9));
        assertThrows(SpecException.class, () -> of("size", "NaN").number("size", 1, 9));
        assertThrows(SpecException.class, () -> of("on", "1").flag("on"));
        assertThrows(SpecException.class, () -> of("kind", "RED_OR_BLUE").choice("kind", Kind.class));
        assertThrows(IllegalArgumentException.class, () -> new IntRange(3, 2));
    }
}
