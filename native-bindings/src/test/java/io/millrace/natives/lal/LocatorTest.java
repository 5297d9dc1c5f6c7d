package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the library is looked for. */
final class LocatorTest {
    @Test
    void thePropertyComesBeforeTheVariable() {
        Path small = SmallLibrary.plain().file();
        Map<String, String> nowhere = Map.of(LalLocator.VARIABLE, "/nowhere.so");
        assertEquals(
                small.toString(), LalLocator.find(small.toString(), nowhere).name());
        Map<String, String> variable = Map.of(LalLocator.VARIABLE, small.toString());
        assertEquals(small.toString(), LalLocator.find(null, variable).name());
        assertEquals(small.toString(), LalLocator.find(" ", variable).name());
    }

    @Test
    void aDirectoryWillDo() {
        Path small = SmallLibrary.plain().file();
        assertEquals(
                small.toString(),
                LalLocator.find(small.getParent().toString(), Map.of()).name());
    }

    @Test
    void anEnvironmentOfCondaIsAUsualPlace(@TempDir Path prefix) throws IOException {
        Path lib = Files.createDirectories(prefix.resolve("lib"));
        Path copy = Files.copy(SmallLibrary.plain().file(), lib.resolve("liblalsimulation.so.36"));
        String found =
                LalLocator.find(null, Map.of("CONDA_PREFIX", prefix.toString())).name();
        // a machine with LALSuite finds that one first
        assertTrue(found.equals(copy.toString()) || !found.startsWith("/"), found);
    }

    @Test
    void oneThatWasNamedIsNeverReplaced(@TempDir Path empty) throws IOException {
        assertMessage("/nowhere/liblalsimulation.so", List.of("/nowhere/liblalsimulation.so", "no such file", "conda"));
        assertMessage(empty.toString(), List.of("no liblalsimulation in that directory", LalLocator.PROPERTY));
        Path text = Files.writeString(empty.resolve("liblalsimulation.so"), "text".repeat(99));
        assertMessage(text.toString(), List.of(text.toString(), "invalid ELF header", "pip install lalsuite"));
    }

    private static void assertMessage(String property, List<String> parts) {
        String message = assertThrows(
                        UnavailableException.class,
                        () -> LalLocator.find(property, Map.of(LalLocator.VARIABLE, "/also/nowhere")))
                .getMessage();
        parts.forEach(part -> assertTrue(message.contains(part), message));
    }

    /** On a machine without LALSuite; with it, nothing is missing. */
    @Test
    void theMessageListsWhatWasTried() {
        try {
            assertTrue(LalLocator.find(null, Map.of()).name().contains("lalsimulation"));
        } catch (UnavailableException absent) {
            for (String part : List.of(
                    LalLocator.PROPERTY,
                    LalLocator.VARIABLE,
                    "liblalsimulation.so, its versions",
                    "/usr/local/lib",
                    "liblalsimulation.dylib",
                    "conda-forge",
                    "pip install lalsuite",
                    "Debian")) {
                assertTrue(absent.getMessage().contains(part), absent.getMessage());
            }
        }
    }

    /** What it needs lies next to it, where the system's loader does not look. */
    @Test
    void companionsAreLoadedFirst() throws IOException {
        Path liblal = SmallLibrary.compile("liblal.so.19", "-Wl,-soname,liblal.so.19");
        Path directory = liblal.getParent();
        Path shell = directory.resolve("liblalsimulation.so.37");
        SmallLibrary.link(shell, liblal);
        Lal lal = Lal.open(shell);
        assertEquals("TaylorF2", lal.approximant("TaylorF2").name());
    }
}
