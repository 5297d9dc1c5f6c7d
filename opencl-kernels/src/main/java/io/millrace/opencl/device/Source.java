package io.millrace.opencl.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The source of a kernel: constants from Java, the shared {@code math.cl}, {@code philox.cl}, {@code reduce.cl} and {@code
 * index.cl}, then its own files. What changes from spec to spec is a kernel's argument, so that one program serves them all; but a
 * choice that every element would make (a metric, a precision) is a constant of the program.
 *
 * @param name the file's, for messages
 * @param text what is compiled
 */
public record Source(String name, String text) {
    private static final String[] SHARED = {
        "/io/millrace/opencl/math.cl",
        "/io/millrace/opencl/philox.cl",
        "/io/millrace/opencl/reduce.cl",
        "/io/millrace/opencl/index.cl"
    };

    /**
     * Files beside a class, on the shared ones, with these names defined: numbers, or any text.
     *
     * @param files each may use what those before it define; the last names the source
     */
    public static Source of(Class<?> room, Map<String, ?> constants, String... files) {
        StringBuilder text = new StringBuilder();
        new TreeMap<String, Object>(constants)
                .forEach((name, value) -> text.append("#define ")
                        .append(name)
                        .append(' ')
                        .append(value)
                        .append('\n'));
        for (String shared : SHARED) {
            text.append(read(Source.class, shared));
        }
        for (String file : files) {
            text.append(read(room, file));
        }
        return new Source(files[files.length - 1], text.toString());
    }

    /** The names of an enum's constants with a prefix, such as {@code ROUNDING_CEIL}, and their positions. */
    public static void define(Map<String, ? super Integer> constants, String prefix, Enum<?>[] values) {
        for (Enum<?> value : values) {
            constants.put(
                    new StringJoiner("_")
                            .add(prefix)
                            .add(value.name())
                            .toString()
                            .toUpperCase(Locale.ROOT),
                    value.ordinal());
        }
    }

    private static String read(Class<?> room, String file) {
        try (InputStream stream = Objects.requireNonNull(room.getResourceAsStream(file), file)) {
            // old compilers read ASCII alone, which is all that stands outside of comments; lines keep their numbers
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("//[^\n]*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
