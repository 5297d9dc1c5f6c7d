package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The small library of {@code c/small_lal.c}, compiled here; each instance is one file, with counters of its own. */
@SuppressWarnings("restricted") // what it says of itself, by signatures of small_lal.c
final class SmallLibrary {
    private static SmallLibrary plain;

    private final Path file;
    private final SymbolLookup symbols;

    private SmallLibrary(Path file) {
        this.file = file;
        this.symbols = SymbolLookup.libraryLookup(file, Arena.global());
    }

    /** As LAL is. */
    static synchronized SmallLibrary plain() {
        if (plain == null) {
            plain = compiled();
        }
        return plain;
    }

    /** Another one, made with these options; the test is skipped where there is no gcc. */
    static SmallLibrary compiled(String... options) {
        return new SmallLibrary(compile("liblalsimulation.so.37", options));
    }

    /** Compiles into a fresh directory. */
    static Path compile(String name, String... options) {
        try {
            Path directory = Files.createTempDirectory("millrace-small-lal-");
            List<String> command =
                    new ArrayList<>(List.of("gcc", "-std=c11", "-O2", "-Wall", "-Werror", "-fPIC", "-shared"));
            command.addAll(List.of(options));
            Path file = directory.resolve(name);
            command.addAll(List.of("-o", file.toString(), source(directory).toString(), "-lm"));
            run(command);
            deleteOnExit(directory);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A library of nothing, which needs another one. */
    static void link(Path file, Path needed) throws IOException {
        Path empty = Files.writeString(file.resolveSibling("empty.c"), "");
        run(List.of(
                "gcc",
                "-fPIC",
                "-shared",
                "-Wl,--no-as-needed",
                "-o",
                file.toString(),
                empty.toString(),
                needed.toString()));
        deleteOnExit(file.getParent());
    }

    private static void deleteOnExit(Path directory) throws IOException {
        directory.toFile().deleteOnExit();
        try (var files = Files.list(directory)) {
            files.forEach(file -> file.toFile().deleteOnExit());
        }
    }

    private static Path source(Path directory) throws IOException {
        for (String name : List.of("taylorf2.h", "small_lal.c")) {
            try (InputStream resource = SmallLibrary.class.getResourceAsStream("/c/" + name)) {
                Files.copy(resource, directory.resolve(name));
            }
        }
        return directory.resolve("small_lal.c");
    }

    private static void run(List<String> command) {
        try {
            Process gcc = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, gcc.waitFor(), said);
        } catch (IOException absent) {
            String reason = "there is no gcc here to compile the small library with: " + absent.getMessage();
            System.out.println(reason);
            assumeTrue(false, reason);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file() {
        return file;
    }

    Lal open() {
        return Lal.open(file);
    }

    /** Blocks of memory that it allocated and nobody freed. */
    long live() {
        return count("small_live");
    }

    /** Messages that it printed. */
    long printed() {
        return count("small_printed");
    }

    /** Series that were destroyed. */
    long destroyed() {
        return count("small_destroyed");
    }

    private long count(String function) {
        MethodHandle handle = Linker.nativeLinker()
                .downcallHandle(symbols.find(function).orElseThrow(), FunctionDescriptor.of(ValueLayout.JAVA_LONG));
        try {
            return (long) handle.invokeExact();
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }
}
