package io.millrace.natives.lal;

import io.millrace.generator.UnavailableException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds and loads the library: the property, else the environment variable, else the usual names. One that was named is
 * never replaced by another.
 */
final class LalLocator {
    /** The system property that names the library's file, or the directory it is in. */
    static final String PROPERTY = "millrace.lal.library";

    /** The environment variable that does. */
    static final String VARIABLE = "MILLRACE_LAL_LIBRARY";

    private static final String HOW =
            "install LALSuite (conda install -c conda-forge lalsimulation, pip install lalsuite, "
                    + "or Debian's liblalsimulation-dev from lscsoft) and, where it is in no usual place, set the property "
                    + PROPERTY + " or the environment variable " + VARIABLE + " to the file liblalsimulation.so";

    /** Their numbers count the incompatible changes: 37 is LALSimulation 6.2's; those around it have the functions used here. */
    private static final List<String> NAMES = Stream.of(
                    IntStream.rangeClosed(0, 15).mapToObj(age -> "liblalsimulation.so." + (42 - age)),
                    Stream.of("liblalsimulation.so", "liblalsimulation.dylib"))
            .flatMap(names -> names)
            .toList();

    /** What LALSimulation needs of LALSuite itself, in the order in which they need each other. */
    private static final List<List<String>> COMPANIONS = List.of(
            List.of("liblalsupport.so.14", "liblalsupport.so", "liblalsupport.dylib"),
            List.of("liblal.so.20", "liblal.so.21", "liblal.so.19", "liblal.so", "liblal.dylib"));

    private static final String TRIED =
            "liblalsimulation.so, its versions 42 to 27, and liblalsimulation.dylib, where this "
                    + "system's loader looks and in ";

    private final Map<String, String> environment;

    /**
     * The library and where it was found.
     *
     * @param symbols its own, and those of the libraries that it needs
     * @param name a file, or a name that the system's loader knew
     */
    record Found(SymbolLookup symbols, String name) {}

    private LalLocator(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Finds it by a property's value and an environment.
     *
     * @param property null if not set
     * @throws UnavailableException with what was tried and what to do
     */
    static Found find(String property, Map<String, String> environment) {
        return new LalLocator(environment).find(property);
    }

    private Found find(String property) {
        String variable = environment.get(VARIABLE);
        if (property != null && !property.isBlank()) {
            return named("the property " + PROPERTY, property);
        }
        if (variable != null && !variable.isBlank()) {
            return named("the environment variable " + VARIABLE, variable);
        }
        return Stream.concat(
                        NAMES.stream(),
                        usualDirectories().flatMap(LalLocator::files).map(Path::toString))
                .map(LalLocator::load)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new UnavailableException("LALSimulation is not here: tried the property " + PROPERTY
                        + " (not set), the environment variable " + VARIABLE + " (not set), " + TRIED
                        + usualDirectories().map(Path::toString).collect(Collectors.joining(", ")) + "; " + HOW));
    }

    private static Found named(String by, String value) {
        Path path = Path.of(value).toAbsolutePath();
        List<Path> files = Files.isDirectory(path) ? files(path).toList() : List.of(path);
        Optional<Found> found = files.stream()
                .map(file -> load(file.toString()))
                .flatMap(Optional::stream)
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        String reason;
        if (files.isEmpty()) {
            reason = "there is no liblalsimulation in that directory";
        } else if (!Files.exists(files.getFirst())) {
            reason = "there is no such file";
        } else {
            reason = Loader.complaint(files.getFirst().toString());
        }
        throw new UnavailableException("LALSimulation is not here: tried " + value + ", named by " + by + ": " + reason
                + "; correct it, or " + HOW);
    }

    /** The environment of conda or of Python, then where systems keep libraries that their loader was not told of. */
    private Stream<Path> usualDirectories() {
        Stream<Path> environments = Stream.of("CONDA_PREFIX", "VIRTUAL_ENV")
                .map(environment::get)
                .filter(prefix -> prefix != null && !prefix.isBlank())
                .map(prefix -> Path.of(prefix, "lib"));
        Stream<Path> systems = Stream.of("/usr/local/lib", "/opt/homebrew/lib", "/opt/local/lib")
                .map(Path::of);
        return Stream.concat(environments, systems);
    }

    private static Stream<Path> files(Path directory) {
        return NAMES.stream().map(directory::resolve).filter(Files::exists);
    }

    /** Loads one; where its own needs are not found, but lie next to it, they are loaded first. */
    private static Optional<Found> load(String name) {
        Path file = Path.of(name);
        Optional<SymbolLookup> symbols = Loader.load(name);
        if (symbols.isEmpty() && file.isAbsolute()) {
            for (List<String> companions : COMPANIONS) {
                companions.stream()
                        .map(file::resolveSibling)
                        .filter(Files::exists)
                        .findFirst()
                        .ifPresent(companion -> Loader.load(companion.toString()));
            }
            symbols = Loader.load(name);
        }
        return symbols.map(found -> new Found(found, name));
    }

    /** The restricted operations: a library's initializers run, and its symbols' types are whatever we say. */
    @SuppressWarnings("restricted")
    private static final class Loader {
        private Loader() {}

        /** Stays loaded until the process ends: LAL keeps state of threads and processes. */
        static Optional<SymbolLookup> load(String name) {
            try {
                return Optional.of(
                        Path.of(name).isAbsolute()
                                ? SymbolLookup.libraryLookup(Path.of(name), Arena.global())
                                : SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException absent) {
                return Optional.empty();
            }
        }

        /** What the system's loader says about a file that it does not load. */
        static String complaint(String file) {
            return SystemLoader.complaint(file).orElse("it cannot be loaded");
        }
    }
}
